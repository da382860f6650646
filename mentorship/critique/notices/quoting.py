"""Comments as letters quote them: the place, the words, who said what."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import F, QuerySet
from django.urls import reverse

from mentorship.circle.people import names_in
from mentorship.critique.models import Comment, Thread
from mentorship.critique.models.hands import came_by_link_of
from mentorship.critique.models.kinds import WORDS
from mentorship.critique.notices.things import names_of
from mentorship.critique.threads import PlaceNames, ThreadFacts, first_places
from mentorship.documents.models import Document
from mentorship.notifications import links as addresses
from mentorship.notifications.marks import Ours
from mentorship.notifications.models import Notice
from mentorship.toolbox.phrases import listed


@dataclass(frozen=True, slots=True)
class Quoted:
    """One comment as a letter shows it, in `thread`, which stands where it was made.

    place    where that is, in words
    quote    the words it is about; `question` the one it answers
    text     what it says; of one without words its kind
    heading  the title of its document, over the first of each when there are several
    """

    thread: ThreadFacts
    document: Document
    moment: datetime
    place: str
    quote: str
    question: str
    author: str
    passed_on: str
    lens: str
    text: str
    why: str
    suggests: bool
    wording: str | None
    link: Ours
    heading: str = ""


def letter_about(notices: list[Notice]) -> dict[str, Any]:
    """What a letter about these comments gets: them, who said them, and where the first is read."""
    said = quoted(Comment.objects.filter(ref__in=[names_of(notice)[0] for notice in notices]))
    names = list(dict.fromkeys(point.author for point in said))
    facts = {"name": listed(names), "people": len(names)}
    return {"points": said, "link": said[0].link, **facts}


def quoted(comments: "QuerySet[Comment]") -> list[Quoted]:
    """Comments as a letter shows them, in the order of the text. As many queries for nine as for one."""
    known = comments.select_related("thread__document__owner", "thread__round", "author", "review")
    rows = list(known.annotate(wording=F("suggestion__new")).order_by("pk"))
    threads = first_places(Thread.objects.filter(pk__in={comment.thread_id for comment in rows}))
    places = PlaceNames().of_all(threads)
    standing = {one.pk: (one, place) for one, place in zip(threads, places, strict=True)}
    names = names_in([one.round for one in threads])
    authors = names.of_all([(comment.thread.round_id, comment.author) for comment in rows])
    shown = [
        _quoted(comment, author, *standing[comment.thread_id])
        for comment, author in zip(rows, authors, strict=True)
    ]
    return _with_headings(sorted(shown, key=_order))


def _with_headings(ordered: list[Quoted]) -> list[Quoted]:
    """The same, the first point of each document under its title, when there are several."""
    firsts = {point.document.pk: point for point in reversed(ordered)}
    if len(firsts) < 2:
        return ordered
    return [
        replace(point, heading=point.document.title)
        if point is firsts[point.document.pk]
        else point
        for point in ordered
    ]


def _quoted(comment: Comment, author: str, facts: ThreadFacts, place: str) -> Quoted:
    thread = comment.thread
    asked = thread.round.questions if thread.round and thread.question else []
    wording = getattr(comment, "wording", None)
    return Quoted(
        thread=facts,
        document=thread.document,
        moment=comment.published_at or comment.created_at,
        place=place,
        quote=facts.place.quote if facts.place else "",
        question=asked[thread.question - 1] if thread.question else "",
        author=author,
        passed_on=came_by_link_of(thread.document.owner.name) if comment.hand_id else "",
        lens=comment.review.get_lens_display() if comment.review else "",
        text=comment.text or str(WORDS[thread.kind]),
        why=comment.why,
        suggests=wording is not None,
        wording=wording,
        link=addresses.to(reverse("critique:thread", args=[thread.ref])),
    )


def _order(one: Quoted) -> tuple[str, bool, int, int, int, datetime]:
    """Document by document: answers to questions first, then as the text goes."""
    place = one.thread.place
    start = place.start if place and place.start is not None else -1
    page, number = place.page or 0 if place else 0, one.thread.question or 0
    return (one.document.title, not number, number, page, start, one.moment)
