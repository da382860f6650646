"""What several views fetch and answer with; a script puts each thread and count where its id is."""

import re
from collections.abc import Mapping

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from accounts.reader import Request
from mentorship.critique.margin.build import margin_of
from mentorship.critique.margin.filters import filtered
from mentorship.critique.models import Thread
from mentorship.documents.access import Rights, rights
from mentorship.documents.models import Version
from mentorship.toolbox.web.fragments import page_that_asks, wants_fragment

PAGE = "critique/margin/_answer.html"
NUMBER = re.compile(r"/versions/(\d{1,9})/")


def thread(
    request: Request,
    version: Version,
    one: Thread,
    *,
    held: Rights | None = None,
    is_draft: bool = False,
    status: int = 200,
) -> HttpResponse:
    """One thread as it is after a press, or that it is gone.

    held      her rights on the document, where this request has asked for them
    is_draft  it was begun just now, and nobody else knows of it
    """
    held = held or rights(request.reader, version.document)
    margin = margin_of(version, reader=request.reader, held=held, thread=one, is_draft=is_draft)
    gone = [] if margin.threads else [one.ref]
    context = {
        "document": version.document,
        "margin": margin,
        "threads": margin.threads,
        "gone": gone,
    }
    return render(request, PAGE, context, status=status)


def seen_thread(request: Request, **which: object) -> Thread:
    """The thread of this ref or id, as far as the reader may see it; 404 for any other."""
    threads = Thread.objects.visible_to(request.reader)
    return get_object_or_404(threads.select_related("document__owner", "round"), **which)


def latest(thread: Thread) -> Version:
    """The latest version in which the thread stands."""
    standing = thread.placements.select_related("version__document__owner")
    return standing.latest("version__number").version


def beside(request: Request, thread: Thread) -> Version:
    """The version that the page of a script shows, if the thread stands in it; else the latest."""
    here = page_that_asks(request)
    shown = NUMBER.search(here or "")
    if shown:
        standing = thread.placements.select_related("version__document__owner")
        found = standing.filter(version__number=int(shown[1])).first()
        if found:
            return found.version
    return latest(thread)


def done(request: Request, one: Thread, version: Version, *, status: int = 200) -> HttpResponse:
    """The thread as it is now, for a script; else back to it beside its words."""
    if wants_fragment(request):
        return thread(request, version, one, status=status)
    return redirect(f"{version.get_absolute_url()}#thread-{one.ref}")


def changes(request: Request, version: Version, changed: Mapping[str, bool]) -> HttpResponse:
    """The threads with these refs as they are now; True for one that is gone."""
    held = rights(request.reader, version.document)
    margin = margin_of(version, reader=request.reader, held=held)
    asked = filtered(margin, request.GET)
    for one in margin.threads:
        one.is_aside = not asked.asked.keeps(one)
    context = {
        "document": version.document,
        "margin": margin,
        "filtered": asked,
        "threads": [thread for thread in margin.threads if thread.ref in changed],
        "gone": [ref for ref, is_gone in changed.items() if is_gone],
    }
    return render(request, PAGE, context)
