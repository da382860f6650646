"""Any two versions of a document beside each other, for all who may read them."""

from typing import Any

from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from accounts.reader import Request
from mentorship.documents import actions
from mentorship.documents.forms.versions import ComparisonForm
from mentorship.documents.models import Version, VersionQuerySet
from mentorship.documents.reading import comparing
from mentorship.toolbox.access import for_visitors
from mentorship.toolbox.web.compressing import compressed


@for_visitors
@require_safe
def comparisons(request: Request, ref: str) -> HttpResponse:
    """On to the two versions that were chosen; unchosen, to the latest and the one before it."""
    known = list(_ready(request, ref).order_by("-number").values_list("number", flat=True)[:2])
    if not known:
        raise Http404
    form = ComparisonForm({"old": known[-1], "new": known[0], **request.GET.dict()})
    if not form.is_valid():
        raise Http404
    chosen = form.cleaned_data
    page = "documents:compared_pages" if chosen["pages"] else "documents:comparison"
    return redirect(page, ref, chosen["old"], chosen["new"])


@for_visitors
@require_safe
@compressed
def comparison(request: Request, ref: str, old: int, new: int) -> HttpResponse:
    """Their words as one text: what is gone struck through, what is new underlined."""
    context = _chosen(request, ref, old, new)
    compared = comparing.words(context["old"], context["new"])
    return render(request, "documents/comparison.html", {**context, "compared": compared})


@for_visitors
@require_safe
@compressed
def compared_pages(request: Request, ref: str, old: int, new: int) -> HttpResponse:
    """Their pages in pairs, which scroll as one."""
    context = _chosen(request, ref, old, new)
    pairs = comparing.pages(context["old"], context["new"])
    told = {"pairs": pairs, "has_moves": any(pair.has_moves for pair in pairs)}
    return render(request, "documents/compared_pages.html", {**context, **told})


def _chosen(request: Request, ref: str, old: int, new: int) -> dict[str, Any]:
    """The two versions, which she reads now, and all there are to choose from."""
    versions = _ready(request, ref)
    # Not `number__in`, in which SQLite takes no number of more than 64 bits.
    found = {version.number: version for version in versions.filter(Q(number=old) | Q(number=new))}
    if not {old, new} <= set(found):
        raise Http404
    before, after = found[old], found[new]
    held = actions.note_comparison(before, after, by=request.reader)
    return {
        "document": after.document,
        "old": before,
        "new": after,
        "choices": versions.defer("text").order_by("-number"),
        "rights": held,
    }


def _ready(request: Request, ref: str) -> VersionQuerySet:
    versions = Version.objects.visible_to(request.reader).ready()
    return versions.filter(document__ref=ref).select_related("document__owner")
