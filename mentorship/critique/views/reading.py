"""The reading page.

Compressed, which makes 23 kB a fifth: a tenth of a second on a slow line. Against BREACH Django masks
tokens anew in each answer and pads what it compresses, and other sites' requests come without session.
"""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.reader import Reader, Request
from mentorship.circle.models import Round
from mentorship.critique import actions
from mentorship.critique.evidence.marks import marks_of
from mentorship.critique.evidence.rows import saying
from mentorship.critique.forms.beginnings import BeginningForm
from mentorship.critique.forms.comments import VIEWS, AnswerForm, CommentForm, ReplyForm, form_at
from mentorship.critique.forms.empty import empty, empty_beginning
from mentorship.critique.jobs.postings import is_for_a_job
from mentorship.critique.margin import build, hiring, preface, surroundings
from mentorship.critique.margin import news as news_of
from mentorship.critique.margin.cards import AskedQuestion, Margin
from mentorship.critique.margin.filters import filtered
from mentorship.critique.margin.lines import MarkedPage, pages_with_threads
from mentorship.critique.margin.software import software_of
from mentorship.critique.margin.surroundings import Asked
from mentorship.critique.models import Comment
from mentorship.critique.threads.facts import place_names
from mentorship.critique.views import fragments
from mentorship.documents import actions as documents
from mentorship.documents.access import COMMENTER, OWNER, Rights, is_owner, rights
from mentorship.documents.models import Version
from mentorship.documents.reading.changes_since import Since
from mentorship.documents.sentences import findings
from mentorship.documents.sentences.notes import sentences
from mentorship.jobsearch.actions import keep_soon
from mentorship.toolbox.access import for_visitors
from mentorship.toolbox.clock.moments import moment
from mentorship.toolbox.forms import show
from mentorship.toolbox.pages.addresses import address
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.in_step import ask_all, side_by_side
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.web.compressing import compressed
from mentorship.toolbox.web.fragments import wants_fragment

ADDRESSES = ("critique:reading", "critique:pages", "critique:text", "critique:software")
PAGES = dict(zip(VIEWS, ADDRESSES, strict=True))
POINTED = ("line", "start", "end_line", "end", "question", "page", "box")


@for_visitors
@require_safe
@compressed
def reading(request: Request, ref: str, number: int) -> HttpResponse:
    """A version where there is room as it looks, page images under the real text; else reflowed."""
    return _reading(request, ref, number, view="auto")


@for_visitors
@require_safe
@compressed
def reading_pages(request: Request, ref: str, number: int) -> HttpResponse:
    """The pages as they look, at any width."""
    return _reading(request, ref, number, view="pages")


@for_visitors
@require_safe
@compressed
def reading_text(request: Request, ref: str, number: int) -> HttpResponse:
    """The same lines as text, at any width."""
    return _reading(request, ref, number, view="text")


@for_visitors
@require_safe
@compressed
def reading_software(request: Request, ref: str, number: int) -> HttpResponse:
    """The words in the order in which simple software gets them, with what stands in its way."""
    return _reading(request, ref, number, view="software")


@for_visitors
@require_http_methods(["GET", "POST"])
def threads(request: Request, ref: str, number: int) -> HttpResponse:
    """A new thread, begun with a comment. All of them are read beside the version."""
    version = _version(request, ref, number)
    if request.method == "GET":
        return redirect(f"{version.get_absolute_url()}#margin")
    form = _form_of(request, version)
    is_pressed = "stay" not in request.POST  # as Enter on a choice says
    said = _said(request, version, form) if form.is_valid() and is_pressed else None
    if said is None:
        return _not_yet(request, version, form)
    if wants_fragment(request):
        # Whoever may not comment is refused: no need to ask it again.
        held = OWNER if isinstance(form, BeginningForm) else COMMENTER
        begun, is_draft = said.thread, said.thread.changed_at is None
        return fragments.thread(request, version, begun, held=held, is_draft=is_draft, status=201)
    here = reverse(PAGES[form.cleaned_data["view"] or "auto"], args=[ref, number])
    return redirect(f"{here}#thread-{said.thread.ref}")


def _form_of(request: Request, version: Version) -> CommentForm:
    """What was sent: to the seeker's own text a note, or a question."""
    if not is_owner(request.reader, version.document):
        return form_at(request.POST)(request.POST)
    form = BeginningForm(request.POST)
    form.offer_to(build.audiences_of(version))
    return form


def _said(request: Request, version: Version, form: CommentForm) -> Comment | None:
    """The comment; None when the form says now why it is not taken."""
    by = request.reader
    try:
        if not isinstance(form, BeginningForm):
            return actions.comment(version, by=by, **form.given)
        to = form.cleaned_data["to"]
        if not to:
            return actions.note(version, by=by, **form.given)
        asked = get_object_or_404(Round.objects.owned_by(by), ref=to)
        return actions.ask_all(version, asked, by=by, **form.given)
    except Refused as refused:
        if not refused.field:
            raise
        show(refused, on=form)
        return None


@for_visitors
@require_safe
def news(request: Request, ref: str, number: int) -> HttpResponse:
    """What changed after the moment the page names; 204 when nothing did."""
    # For a moment that cannot be read the beginning, so that nothing is missed.
    after = moment(request.GET.get("after", "")) or build.BEGINNING
    if news_of.moved(request.reader, ref, number, after).first() is False:
        return HttpResponse(status=204)
    version = _version(request, ref, number)
    changed = news_of.changed(version, request.reader, after=after)
    return fragments.changes(request, version, changed) if changed else HttpResponse(status=204)


def _version(request: Request, ref: str, number: int) -> Version:
    return _versions(request.reader, ref, number).or_404()


@composed
def _versions(reader: Reader, ref: str, number: int) -> QuerySet[Version]:
    seen = Version.objects.visible_to(reader).with_newest()
    about = seen.select_related("document__owner", "document__tailoring")
    return about.filter(document__ref=ref, number=number)


def _reading(request: Request, ref: str, number: int, *, view: str) -> HttpResponse:
    version = _version(request, ref, number)
    if not version.is_ready:
        context = {"version": version, "document": version.document}
        return render(request, "critique/reading/waiting.html", context)
    held = documents.note_reading(version, by=request.reader, what="read")
    pointed = {name: request.GET[name] for name in POINTED if name in request.GET}
    is_asked = bool(pointed) or "whole" in request.GET
    made = BeginningForm if held.own else form_at(pointed)
    said = {"text": _begins(request), "view": view}
    form = made(initial=pointed | said) if is_asked else None
    return _page(request, version, held, form, view=view)


def _begins(request: Request) -> str:
    """What stands in the form already, where the link that led here says so."""
    if "say" in request.GET:
        return saying(request.GET["say"])
    return hiring.beginning(request.GET.get("prompt", ""))


def _page(
    request: Request,
    version: Version,
    held: Rights,
    form: CommentForm | None,
    *,
    view: str,
    status: int = 200,
) -> HttpResponse:
    margin, asked = _beside(version, request.reader, held)
    left = filtered(margin, request.GET)
    marked = _shown(version, request, held, left.margin, view)
    context: dict[str, Any] = {
        "version": version,
        "margin": left.margin,
        "filtered": left,
        "form": form if left.margin.may_comment else None,
        "comment_form": empty_beginning(left.margin.audiences) if held.own else empty(CommentForm),
        "answer_form": empty(AnswerForm),
        "reply_form": empty(ReplyForm),
        "prompts": hiring.prompts(version.document, held, left.margin),
        "has_posting": left.margin.for_a_job or (held.own and is_for_a_job(version.document)),
        **marked,
        **_around(version, request.reader, held, left.margin, asked, marked["since"]),
    }
    if form:
        context |= _about(form, context["pages"], left.margin.questions)
        _offer(form, left.margin, context["quote"])
    return render(request, "critique/reading/reading.html", context, status=status)


def _beside(version: Version, reader: Reader, held: Rights) -> tuple[Margin, Asked]:
    """What stands beside it and around it, asked at once."""
    around = surroundings.asked_around(version.document, reader, held)
    margin, asked = ask_all(side_by_side(build.margin(version, reader=reader, held=held), around))
    return margin, asked


def _shown(
    version: Version, request: Request, held: Rights, margin: Margin, view: str
) -> dict[str, Any]:
    """The pages, and the view they are shown in: a scan has no text."""
    marked = _marked(version, request, held, margin)
    view = "pages" if view == "auto" and not marked["last_line"] else view
    if view == "software":
        marked |= software_of(version, marked["pages"], margin.threads)
    here = address(PAGES[view], version.document.ref, version.number)
    return marked | {"view": view, "shows_pages": view in {"auto", "pages"}, "here": here}


def _marked(version: Version, request: Request, held: Rights, margin: Margin) -> dict[str, Any]:
    """The pages with their threads; where she names a job, with what its posting asks for: `asked_by`."""
    marked = pages_with_threads(version, request.reader, held, margin.threads)
    asked = request.GET.get("terms")
    marks = marks_of(version, request.reader, held, ref=asked) if asked else None
    if marks is None:
        return marked
    keep_soon(marks.pursuit, [marks.mapped])
    return marked | {"pages": marks.on(marked["pages"]), "asked_by": marks.pursuit}


def _offer(form: CommentForm, margin: Margin, quote: str) -> None:
    """What she can choose in it: whom to ask, or other words."""
    if isinstance(form, BeginningForm):
        form.offer_to(margin.audiences)
    form.offer(quote.strip() if form["line"].value() else "")


def _around(
    version: Version, reader: Reader, held: Rights, margin: Margin, asked: Asked, since: Since
) -> dict[str, Any]:
    """What stands around the text, and in which words the part before it is told."""
    around = surroundings.around(version.document, reader, held, margin, asked)
    notes = [*sentences(version), *findings.told(version, reader)]
    told = preface.told(version, held, margin, since=since, heard=around["heard"], notes=notes)
    return around | {"notes": notes, "preface": told}


def _about(
    form: CommentForm, pages: list[MarkedPage], questions: list[AskedQuestion]
) -> dict[str, str]:
    """What the form's comment is about, in words."""
    lines = {str(line.number): line.text for page in pages for line in page.lines}
    question, line, page = (form[name].value() for name in ("question", "line", "page"))
    names = place_names()
    asked = {str(one.number): one.text for one in questions}
    if str(question) in asked:
        return {"about": names.of(question=question), "quote": asked[str(question)]}
    if str(line) in lines:
        return {"about": names.of(line=line), "quote": lines[str(line)]}
    return {"about": names.of(page=page, has_box=bool(form["box"].value())), "quote": ""}


def _not_yet(request: Request, version: Version, form: CommentForm) -> HttpResponse:
    """The form with what is still missing, alone or on its page."""
    if not wants_fragment(request):
        view = form.cleaned_data.get("view") or "auto"
        held = rights(request.reader, version.document)
        return _page(request, version, held, form, view=view, status=422)
    here = reverse(PAGES["auto"], args=[version.document.ref, version.number])
    action = reverse("critique:threads", args=[version.document.ref, version.number])
    context = {"form": form, "action": action, "cancel": here, "submit": _("Save")}
    return render(request, "critique/comments/_comment_form.html", context, status=422)
