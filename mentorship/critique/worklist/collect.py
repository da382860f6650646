"""Threads as points: a handful of queries, however many threads, versions and documents there are."""

from collections.abc import Iterable

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _

from mentorship.circle.models import Round
from mentorship.circle.people import InRound, Names, names_in
from mentorship.critique.models import Agreement, Comment, Review
from mentorship.critique.models.placements import Place
from mentorship.critique.models.threads import ThreadQuerySet
from mentorship.critique.threads.facts import ThreadFacts, newest_places, places_of, rows_of
from mentorship.critique.worklist.points import (
    ASKED,
    GONE,
    OLDER,
    TEXT,
    WHOLE,
    Part,
    Point,
    Wording,
)
from mentorship.documents.models import Document
from mentorship.documents.reading.lines import texts_in_lines
from mentorship.documents.text.sections import Section, section_at, sections
from mentorship.toolbox.words import sanitiser

Found = dict[int, Point]


def collect(threads: ThreadQuerySet) -> list[Point]:
    """These threads as points: by document, in the order of their parts, there by weight.

    threads  sent ones, on documents of whoever reads
    """
    facts = newest_places(rows_of(threads), places_of(threads))
    names = names_in({one.round for one in facts})
    found = {one.pk: _point(one, names) for one in facts}
    _find_pages(found.values())
    _assign_parts(found.values())
    _add_comments(found)
    _add_people(found)
    return sorted(found.values(), key=lambda one: (one.thread.document, one.part, one.order))


def _point(thread: ThreadFacts, names: Names) -> Point:
    name = names.of_row(thread.round, thread.author, thread.display_name, thread.email)
    return Point(thread, name or _("Somebody"), reason=thread.use_reason)


def _find_pages(points: Iterable[Point]) -> None:
    """Where the version is read in which each stands."""
    documents = {point.thread.document for point in points}
    refs = dict(Document.objects.filter(pk__in=documents).values_list("pk", "ref"))
    for point in points:
        if point.place:
            ref = refs[point.thread.document]
            point.url = reverse("critique:reading", args=[ref, point.place.number])
            point.guess_url = reverse("critique:reading", args=[ref, point.place.guess_number])


def _assign_parts(points: Iterable[Point]) -> None:
    """Put each into its part of the text."""
    for point in points:
        point.part = Part(GONE, 0, _("No longer placed"))  # unless a place says otherwise
    placed = [(point, point.place) for point in points if point.place]
    texts = texts_in_lines(place.version for _point, place in placed)
    found = {pk: sections(one.sized) for pk, one in texts.items()}
    newest: dict[int, Place] = {}
    for point, place in placed:
        last = newest.get(point.thread.document)
        if last is None or last.number < place.number:
            newest[point.thread.document] = place
    for point, place in placed:
        own, now = found[place.version], found[newest[point.thread.document].version]
        point.part = _part(place, own, now, is_newest=own is now)
        if place.start is not None and place.end is not None:
            point.phrase = texts[place.version].phrase(place.start, place.end)


def _part(place: Place, own: list[Section], now: list[Section], *, is_newest: bool) -> Part:
    """Of a version that is not the newest: the section of the same name there, if there is one."""
    if place.is_gone:
        return Part(GONE, 0, _("No longer placed"))
    if place.start is None:
        return Part(WHOLE, 0, _("The whole document"))
    section = section_at(own, place.start)
    if section is None:
        return Part(TEXT, -1, _("Beginning") if now else _("The text"))
    alike = (one for one in now if one.title.casefold() == section.title.casefold())
    same = section if is_newest else next(alike, None)
    return Part(TEXT, same.start, same.title) if same else Part(OLDER, section.start, section.title)


def _add_comments(found: Found) -> None:
    """What is said: the first comment makes the point, the others answer it."""
    said = Comment.objects.standing().sent().filter(thread__in=found)
    wordings = ("suggestion__old", "suggestion__new", "suggestion__declined_at", "hand_id")
    rows = said.order_by("published_at", "pk").values_list("thread", "html", "why", *wordings)
    for pk, html, why, old, new, declined_at, hand in rows:
        point = found[pk]
        if point.html is not None:
            point.answers += 1
            continue
        point.html, point.why = sanitiser.stored(html), why
        point.is_passed_on = hand is not None
        if old is not None:
            point.wording = Wording(old, new, stands=declined_at is None)


def _add_people(found: Found) -> None:
    """From where the authors read, the questions they answer, and how many agree with them.

    Each question is a part of its own, before the text: those of the newest round first.
    """
    rounds = {one.thread.round for one in found.values() if one.thread.round is not None}
    questions = dict(Round.objects.filter(pk__in=rounds).values_list("pk", "questions"))
    reviews = Review.objects.filter(round__in=rounds).exclude(lens="")
    lenses: dict[InRound, str] = {
        (in_round, who): str(Review.Lens(lens).label)
        for in_round, who, lens in reviews.values_list("round_id", "mentor_id", "lens")
    }
    agreed = Agreement.objects.filter(thread__in=found).order_by().values_list("thread")
    for pk, count in agreed.annotate(count=Count("pk")):
        found[pk].agreements = count
    for point in found.values():
        point.lens = lenses.get((point.thread.round, point.thread.author), "")
    answers = [(-(one.thread.round or 0), one.thread.question, one) for one in found.values()]
    asked = sorted({(newest, number) for newest, number, _point in answers if number})
    for newest, number, point in answers:
        if number:
            point.asked = "".join(questions.get(-newest, [])[number - 1 :][:1])
            point.part = Part(ASKED, asked.index((newest, number)), point.asked)
