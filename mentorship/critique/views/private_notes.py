"""A mentor's note to herself about what she was asked."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from accounts.reader import Request
from mentorship.critique import actions
from mentorship.critique.access import asked_in
from mentorship.critique.forms.private_notes import PrivateNoteForm
from mentorship.critique.models import PrivateNote
from mentorship.critique.views.reviews import first_page
from mentorship.toolbox.access import for_visitors
from mentorship.toolbox.stale import Stale


@for_visitors
@require_http_methods(["GET", "POST"])
def private_note(request: Request, ref: str) -> HttpResponse:
    """Hers alone, as long as the round asks her; also when it is closed."""
    rounds = asked_in(request.reader, or_closed=True).select_related("owner")
    asked = get_object_or_404(rounds, ref=ref)
    kept = PrivateNote.objects.visible_to(request.reader).filter(round=asked).first()
    now = {"text": kept.text, "revision": kept.revision} if kept else {"revision": 0}
    form = PrivateNoteForm(request.POST or None, initial=now)
    version = first_page(request, asked)
    facts = {"round": asked, "form": form, "version": version, "stale": None}
    if form.is_valid():
        try:
            text, seen = form.cleaned_data["text"], form.seen
            actions.keep_note(asked, by=request.reader, text=text, revision=seen)
        except Stale as stale:
            form.refuse(stale)
            facts["stale"] = stale
        else:
            return redirect(version)
    status = 422 if form.errors else 200
    return render(request, "critique/comments/private_note.html", facts, status=status)
