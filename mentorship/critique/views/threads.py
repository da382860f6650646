"""One thread, one comment: answering, editing, deleting, resolving."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.reader import Request
from mentorship.critique import actions
from mentorship.critique.forms.comments import ReplyForm
from mentorship.critique.margin.build import margin_of
from mentorship.critique.models import Thread
from mentorship.critique.views import fragments
from mentorship.documents.access import rights
from mentorship.toolbox.access import for_visitors
from mentorship.toolbox.forms import show
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.web.fragments import wants_fragment


@for_visitors
@require_http_methods(["GET", "POST"])
def thread(request: Request, ref: str) -> HttpResponse:
    """One thread by itself, and a way to answer."""
    found = fragments.seen_thread(request, ref=ref)
    form = ReplyForm(request.POST or None)
    if form.is_valid():
        try:
            actions.reply(found, by=request.reader, **form.cleaned_data)
            return fragments.done(request, found, fragments.beside(request, found), status=201)
        except Refused as refused:
            if not refused.field:
                raise
            show(refused, on=form)
    return _thread_page(request, found, form, status=422 if form.errors else 200)


@for_visitors
@require_POST
def resolution(request: Request, ref: str) -> HttpResponse:
    """This point is dealt with."""
    found = fragments.seen_thread(request, ref=ref)
    actions.resolve(found, by=request.reader)
    return fragments.done(request, found, fragments.beside(request, found))


@for_visitors
@require_POST
def reopening(request: Request, ref: str) -> HttpResponse:
    """It is open after all."""
    found = fragments.seen_thread(request, ref=ref)
    actions.reopen(found, by=request.reader)
    return fragments.done(request, found, fragments.beside(request, found))


def _thread_page(request: Request, thread: Thread, form: ReplyForm, status: int) -> HttpResponse:
    version = fragments.latest(thread)
    held = rights(request.reader, thread.document)
    page = version.get_absolute_url()
    margin = margin_of(version, reader=request.reader, held=held, thread=thread, page=page)
    context = {
        "thread": thread,
        "document": thread.document,
        "version": version,
        "margin": margin,
        "form": form,
        "cancel": f"{page}#thread-{thread.ref}",
        "submit": margin.reply_word,
        "about": _("Reply"),
    }
    template = (
        "critique/comments/_reply_form.html"
        if wants_fragment(request)
        else "critique/comments/thread.html"
    )
    return render(request, template, context, status=status)
