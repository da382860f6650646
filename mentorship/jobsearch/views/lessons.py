"""What jobs taught their seeker: written for each of them, ticked beside the next ones."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.reader import Reader, Request
from mentorship.documents.models import Document
from mentorship.jobsearch import actions, afterwards, checklist
from mentorship.jobsearch.forms.lessons import LessonsForm
from mentorship.jobsearch.models import Lesson, Pursuit
from mentorship.jobsearch.views.fragments import owned
from mentorship.notifications import bell
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.in_step import ask_all, only, side_by_side
from mentorship.toolbox.questions.together import together
from mentorship.toolbox.stale import Stale


@require_http_methods(["GET", "POST"])
def lessons(request: Request, ref: str) -> HttpResponse:
    """Three things at most: at first those that the debrief ends with."""
    pursuit, stale = owned(request, ref), None
    about = (_debriefs(request.reader, pursuit.pk), _taught(request.reader, pursuit.pk))
    debriefs, there, unseen = together(*about, bell.unseen(request.reader))
    debrief = debriefs[0] if debriefs else None
    offered = afterwards.lessons_in(debrief.draft) if debrief else []
    form = LessonsForm(request.POST or None, initial=LessonsForm.saying(there, offered))
    if form.is_valid():
        try:
            seen = form.cleaned_data["seen"]
            actions.learn(pursuit, form.given, by=request.reader, seen=seen)
            return redirect(f"{pursuit.get_absolute_url()}#lessons-title")
        except Stale as refused:
            stale = refused
            form.refuse(stale)
    context = {"pursuit": pursuit, "form": form, "debrief": debrief, "stale": stale}
    context |= {"is_offered": bool(offered) and not there, "unseen": unseen}
    status = 422 if form.errors else 200
    return render(request, "jobsearch/lessons.html", context, status=status)


@composed
def _debriefs(reader: Reader, pursuit: int) -> QuerySet[Document]:
    """The latest text in which she wrote down how it went."""
    mine = Document.objects.owned_by(reader).filter(tailoring__pursuit=pursuit)
    return mine.filter(kind=Document.Kind.DEBRIEF).order_by("-pk")[:1]


@composed
def _taught(reader: Reader, pursuit: int) -> QuerySet[Lesson]:
    return Lesson.objects.owned_by(reader).filter(pursuit=pursuit).order_by("place")


@require_safe
def everything(request: Request) -> HttpResponse:
    """All she has learnt, the latest first."""
    items, unseen = ask_all(
        side_by_side(checklist.everything(request.reader), only(bell.unseen(request.reader)))
    )
    context = {"items": items, "unseen": unseen}
    return render(request, "jobsearch/all_lessons.html", context)


@require_POST
def tick(request: Request, ref: str, lesson: str) -> HttpResponse:
    """She keeps to it on the way to this job, or does not after all."""
    pursuit = owned(request, ref)
    return _ticked(request, _lesson(request, lesson), pursuit, pursuit.get_absolute_url())


@require_POST
def document_tick(request: Request, ref: str, lesson: str) -> HttpResponse:
    """The same in this document."""
    document = get_object_or_404(Document.objects.owned_by(request.reader), ref=ref)
    here = reverse("documents:document", args=[ref])
    return _ticked(request, _lesson(request, lesson), document, here)


def _lesson(request: Request, ref: str) -> Lesson:
    mine = Lesson.objects.owned_by(request.reader).select_related("pursuit__owner")
    return get_object_or_404(mine, ref=ref)


def _ticked(request: Request, lesson: Lesson, on: Document | Pursuit, here: str) -> HttpResponse:
    act = actions.tick if request.POST.get("tick") == "yes" else actions.untick
    act(lesson, by=request.reader, on=on)
    return redirect(f"{here}#lesson-{lesson.ref}")
