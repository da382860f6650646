"""Comments as letters quote them: the place, the words, who said what."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.text import Truncator

from accounts.models import User
from accounts.reader import as_account
from mentorship.circle.people import names_in
from mentorship.critique.models import Comment, Thread
from mentorship.critique.models.hands import came_by_link_of
from mentorship.critique.models.kinds import kind_words
from mentorship.critique.notices.things import names_of
from mentorship.critique.threads.facts import ThreadFacts, first_places, place_names
from mentorship.documents.models import Document
from mentorship.documents.reading.lines import texts_in_lines
from mentorship.documents.sentences.names import known, yours
from mentorship.notifications import links as addresses
from mentorship.notifications.marks import Ours
from mentorship.notifications.models import Notice
from mentorship.toolbox.words.phrases import listed

MAX_ANSWERED = 400


@dataclass(frozen=True, slots=True)
class Quoted:
    """One comment as a letter shows it, in `thread`, which stands where it was made.

    place    where that is, in words
    kind     what it asks for, in a word, where it begins the thread; empty for a plain one
    quote    the words it is about; `question` the one it answers
    answers  what was said just before it, where that is not in the letter itself
    heading  the title of its document, over the first of each when there are several
    """

    thread: ThreadFacts
    document: Document
    moment: datetime
    place: str
    kind: str
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
    answers: "Answered | None" = None
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """What a comment answers: `is_yours` when whoever reads the letter wrote it."""

    author: str
    text: str
    is_yours: bool

    @property
    def lines(self) -> list[str]:
        """Enough of it to know what it was, line by line."""
        return Truncator(self.text).chars(MAX_ANSWERED).splitlines()


def letter_about(notices: list[Notice]) -> dict[str, Any]:
    """What a letter about these comments gets: them, who said them, and where the first is read."""
    told = Comment.objects.filter(ref__in=[names_of(notice)[0] for notice in notices])
    said = quoted(told, to=notices[0].person)
    names = list(dict.fromkeys(point.author for point in said))
    documents = [point.document for point in said]
    facts = {"name": listed(names), "people": len(names)}
    called = {"about": known(documents), "yours": yours(documents)}
    return {"points": said, "link": said[0].link, **facts, **called}


def quoted(comments: "QuerySet[Comment]", *, to: User) -> list[Quoted]:
    """Comments as a letter to this person shows them, in the order of the text.

    As many queries for nine as for one.
    """
    whole = comments.select_related("thread__document__owner", "thread__round", "author", "review")
    rows = list(whole.annotate(wording=F("suggestion__new")).order_by("pk"))
    threads = first_places(Thread.objects.filter(pk__in={comment.thread_id for comment in rows}))
    places = place_names().of_all(threads)
    standing = {one.pk: (one, place) for one, place in zip(threads, places, strict=True)}
    names = names_in([one.round for one in threads])
    authors = names.of_all([(comment.thread.round_id, comment.author) for comment in rows])
    phrases = _phrases(threads)
    said = _said_in(standing, to)
    told = {comment.pk for comment in rows}
    shown = []
    for comment, author in zip(rows, authors, strict=True):
        before = _before(comment, said[comment.thread_id])
        one = _quoted(comment, author, *standing[comment.thread_id])
        one = replace(one, quote=phrases.get(comment.thread_id) or one.quote)
        if before and before.pk not in told:  # else it stands just above in the letter
            who = names.of(comment.thread.round_id, before.author)
            one = replace(one, answers=Answered(who, before.text, before.author == to))
        shown.append(replace(one, kind="") if before else one)
    return _with_headings(sorted(shown, key=_order))


def _phrases(threads: Iterable[ThreadFacts]) -> dict[int, str]:
    """By thread, the sentence or item around the lines it is about, where these are a part of one."""
    places = {one.pk: one.place for one in threads if one.place}
    texts = texts_in_lines(place.version for place in places.values())
    return {
        pk: texts[place.version].phrase(place.start, place.end)
        for pk, place in places.items()
        if place.start is not None and place.end is not None
    }


def _said_in(threads: Iterable[int], person: User) -> defaultdict[int, list[Comment]]:
    """What stands in each of these threads and this person sees, in the order it was sent."""
    seen = Comment.objects.visible_to(as_account(person)).standing().sent()
    found = seen.filter(thread__in=list(threads)).select_related("author")
    said = defaultdict(list)
    for comment in found.order_by("published_at", "pk"):
        said[comment.thread_id].append(comment)
    return said


def _before(comment: Comment, said: list[Comment]) -> Comment | None:
    """What was said just before it; None for what begins its thread."""
    moment = comment.published_at
    earlier = [
        one
        for one in said
        if one.pk != comment.pk
        and (
            moment is None
            or one.published_at is None
            or (one.published_at, one.pk) < (moment, comment.pk)
        )
    ]
    return earlier[-1] if earlier else None


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
        kind=str(kind_words()[thread.kind]),
        quote=facts.place.quote if facts.place else "",
        question=asked[thread.question - 1] if thread.question else "",
        author=author,
        passed_on=came_by_link_of(thread.document.owner.name) if comment.hand_id else "",
        lens=comment.review.get_lens_display() if comment.review else "",
        text=comment.text,
        why=comment.why,
        suggests=wording is not None,
        wording=wording,
        link=addresses.to(reverse("critique:thread", args=[thread.ref])),
    )


def _order(one: Quoted) -> tuple[str, bool, int, int, int, int, datetime]:
    """Document by document: answers to questions first, then as the text goes, thread by thread."""
    place = one.thread.place
    start = place.start if place and place.start is not None else -1
    page, number = place.page or 0 if place else 0, one.thread.question or 0
    return (one.document.title, not number, number, page, start, one.thread.pk, one.moment)
