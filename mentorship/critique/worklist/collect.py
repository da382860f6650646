"""Threads as points: a handful of queries, however many threads, versions and documents there are."""

from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _

from mentorship.circle.models import Invitation
from mentorship.critique.models import Agreement, Comment, Placement, Review, Thread
from mentorship.critique.models.threads import ThreadQuerySet
from mentorship.critique.worklist.points import (
    GONE,
    OLDER,
    TEXT,
    WHOLE,
    Part,
    Place,
    Point,
    Wording,
)
from mentorship.documents.models import Page, Version
from mentorship.documents.text.sections import Line, Section, section_at, sections
from mentorship.toolbox import sanitiser

Found = dict[int, Point]


def collect(threads: ThreadQuerySet) -> list[Point]:
    """These threads as points: by document, in the order of their parts, there by weight.

    threads  published ones, on documents of whoever reads
    """
    found = {thread.pk: _point(thread) for thread in threads.select_related("document", "author")}
    _place(found)
    _divide(found.values())
    _say(found)
    _know(found)
    return sorted(found.values(), key=lambda point: (point.document, point.part, point.order))


def _point(thread: Thread) -> Point:
    return Point(
        ref=thread.ref,
        document=thread.document_id,
        round=thread.round_id,
        kind=thread.kind,
        question=thread.question,
        author=thread.author_id,
        use=thread.use,
        reason=thread.use_reason,
        seen=thread.use_seen,
        is_dealt_with=thread.resolved_at is not None,
        name=thread.author.name if thread.author else _("Somebody"),
    )


def _place(found: Found) -> None:
    """Where each stands in the newest version in which it is placed.

    One that is gone there keeps the words it was about.
    """
    rows = Placement.objects.filter(thread__in=found, version__state=Version.State.READY)
    facts = ("start", "end", "line", "page", "quote", "how")
    placed = rows.order_by("version__number").values_list(
        "thread", "version", "version__number", "version__document__ref", *facts
    )
    for pk, version, number, ref, start, end, line, page, quote, how in placed:
        before = found[pk].place
        is_gone = how == Placement.How.GONE
        if is_gone and before:
            found[pk].place = replace(before, is_gone=True)
            continue
        url = reverse("critique:reading", args=[ref, number])
        found[pk].place = Place(version, number, url, start, end, line, page, quote, is_gone)


def _divide(points: Iterable[Point]) -> None:
    """Put each into its part of the text."""
    for point in points:
        point.part = Part(GONE, 0, _("No longer placed"))  # unless a place says otherwise
    placed = [(point, point.place) for point in points if point.place]
    found = _sections({place.version for _point, place in placed})
    newest: dict[int, Place] = {}
    for point, place in placed:
        if point.document not in newest or newest[point.document].number < place.number:
            newest[point.document] = place
    for point, place in placed:
        own = found.get(place.version, [])
        now = found.get(newest[point.document].version, [])
        point.part = _part(place, own, now, is_newest=own is now)


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


def _sections(versions: set[int]) -> dict[int, list[Section]]:
    """The headings of these versions."""
    texts = dict(Version.objects.filter(pk__in=versions).values_list("pk", "text"))
    lines: dict[int, list[Line]] = {pk: [] for pk in versions}
    rows = Page.objects.filter(version__in=versions).order_by("version", "number")
    for version, height, width, of_page in rows.values_list("version", "height", "width", "lines"):
        text = texts[version]
        for _number, start, end, box, angle, is_apart, _goes_on in of_page:
            left, top, right, bottom = box
            size = (right - left) * width if angle in {90, 270} else (bottom - top) * height
            lines[version].append(Line(start, text[start:end], size, bool(is_apart)))
    return {version: sections(found) for version, found in lines.items()}


def _say(found: Found) -> None:
    """What is said: the first comment makes the point, the others answer it."""
    said = Comment.objects.standing().exclude(published_at=None).filter(thread__in=found)
    wordings = ("suggestion__old", "suggestion__new", "suggestion__declined_at")
    rows = said.order_by("published_at", "pk").values_list("thread", "html", "why", *wordings)
    for pk, html, why, old, new, declined_at in rows:
        point = found[pk]
        if point.html:
            point.answers += 1
            continue
        point.html, point.why = sanitiser.stored(html), why
        if old is not None and declined_at is None:
            point.wording = Wording(old, new)


def _know(found: Found) -> None:
    """What the seeker calls the people, from where they read, and how many agree."""
    rounds = {point.round for point in found.values()}
    asked = Invitation.objects.filter(round__in=rounds)
    names: dict[tuple[int | None, int | None], str] = {}
    questions: dict[int | None, list[str]] = {}
    for in_round, who, name, texts in asked.values_list(
        "round_id", "person_id", "name", "round__questions"
    ):
        names[in_round, who] = name
        questions[in_round] = texts
    reviews = Review.objects.filter(round__in=rounds).exclude(lens="")
    lenses: dict[tuple[int | None, int | None], str] = {
        (in_round, who): str(Review.Lens(lens).label)
        for in_round, who, lens in reviews.values_list("round_id", "mentor_id", "lens")
    }
    agreed = Agreement.objects.filter(thread__in=found).order_by().values_list("thread")
    for pk, count in agreed.annotate(count=Count("pk")):
        found[pk].agreements = count
    for point in found.values():
        point.name = names.get((point.round, point.author), point.name)
        point.lens = lenses.get((point.round, point.author), "")
        if point.question:
            point.asked = "".join(questions.get(point.round, [])[point.question - 1 :][:1])
