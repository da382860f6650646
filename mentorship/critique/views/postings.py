"""The posting of the job a text is for, beside it or on a page of its own."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.reader import Request
from mentorship.critique.jobs.postings import posting_beside, sent_for
from mentorship.documents.models import Version
from mentorship.jobsearch.checklist import is_for
from mentorship.toolbox.access import for_visitors
from mentorship.toolbox.web.fragments import wants_fragment


@for_visitors
@require_safe
def posting(request: Request, ref: str, number: int) -> HttpResponse:
    """What the round about this text names; for a script the part it puts beside the text.

    `job` in the query tells which, where several rounds are about it.
    """
    seen = (
        Version.objects.visible_to(request.reader).select_related("document__owner").defer("text")
    )
    version = get_object_or_404(seen, document__ref=ref, number=number)
    job = request.GET.get("job", "")
    pursuit = posting_beside(version.document, request.reader, job=job)
    if pursuit is None:
        raise Http404
    page = (
        "critique/jobs/_posting.html" if wants_fragment(request) else "critique/jobs/posting.html"
    )
    context = {
        "version": version,
        "pursuit": pursuit,
        "sent": sent_for(pursuit, request.reader),
        "has_map": is_for(version.document.kind),
    }
    return render(request, page, context)
