"""One thread, one comment: answering, editing, deleting, resolving."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.reader import Request
from mentorship.critique import actions, answers
from mentorship.critique.actions import StaleComment
from mentorship.critique.forms import EditForm, ReplyForm
from mentorship.critique.margin import margin_of
from mentorship.critique.models import Comment, Thread
from mentorship.critique.saying import said_in, words_it_may_change
from mentorship.documents.access import rights
from mentorship.toolbox.access import for_visitors


@for_visitors
@require_http_methods(["GET", "POST"])
def thread(request: Request, ref: str) -> HttpResponse:
    """One thread by itself, and a way to answer."""
    found = _thread(request, ref)
    form = ReplyForm(request.POST or None)
    if form.is_valid():
        actions.reply(found, by=request.reader, **form.cleaned_data)
        return answers.done(request, found, answers.beside(request, found), status=201)
    return _thread_page(request, found, form, status=422 if form.errors else 200)


@for_visitors
@require_http_methods(["GET", "POST"])
def comment(request: Request, ref: str) -> HttpResponse:
    """One's own comment, in other words."""
    found = _comment(request, ref)
    form = _edit_form(request, found)
    stale = None
    status = 422 if form.errors else 200
    if form.is_valid():
        try:
            actions.edit(found, by=request.reader, **form.given)
            return answers.done(request, found.thread, answers.beside(request, found.thread))
        except StaleComment as refused:
            form.show_with(refused.revision)
            form.add_error(refused.field, refused.sentence)
            stale, status = refused, refused.status
    context = {"form": form, "stale": stale, "comment": found, "cancel": _place(found.thread)}
    page = "critique/_edit_form.html" if request.htmx else "critique/edit.html"
    return render(request, page, context, status=status)


@for_visitors
@require_http_methods(["GET", "POST"])
def deletion(request: Request, ref: str) -> HttpResponse:
    """Asks once, then takes one's own comment back."""
    found = _comment(request, ref)
    if request.method == "POST":
        version = answers.beside(request, found.thread)
        actions.delete(found, by=request.reader)
        return answers.done(request, found.thread, version)
    context = {"comment": found, "cancel": _place(found.thread)}
    return render(request, "critique/deletion.html", context)


@for_visitors
@require_POST
def resolution(request: Request, ref: str) -> HttpResponse:
    """This point is dealt with."""
    found = _thread(request, ref)
    actions.resolve(found, by=request.reader)
    return answers.done(request, found, answers.beside(request, found))


@for_visitors
@require_POST
def reopening(request: Request, ref: str) -> HttpResponse:
    """It is open after all."""
    found = _thread(request, ref)
    actions.reopen(found, by=request.reader)
    return answers.done(request, found, answers.beside(request, found))


def _thread(request: Request, ref: str) -> Thread:
    threads = Thread.objects.visible_to(request.reader)
    return get_object_or_404(threads.select_related("document__owner", "round"), ref=ref)


def _comment(request: Request, ref: str) -> Comment:
    hers = (
        Comment.objects.visible_to(request.reader).standing().filter(author=request.reader.person)
    )
    found = hers.select_related("thread__document__owner", "thread__round", "review", "suggestion")
    return get_object_or_404(found, ref=ref)


def _edit_form(request: Request, comment: Comment) -> EditForm:
    begins = not comment.thread.comments.filter(pk__lt=comment.pk).exists()
    return EditForm(
        request.POST or None,
        now=said_in(comment),
        old=words_it_may_change(comment),
        is_first=begins,
        revision=comment.revision,
    )


def _place(thread: Thread) -> str:
    """Where the thread stands beside its words."""
    return f"{answers.latest(thread).get_absolute_url()}#thread-{thread.ref}"


def _thread_page(request: Request, thread: Thread, form: ReplyForm, status: int) -> HttpResponse:
    version = answers.latest(thread)
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
    template = "critique/_reply_form.html" if request.htmx else "critique/thread.html"
    return render(request, template, context, status=status)
