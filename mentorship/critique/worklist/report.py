"""What one round came to, as a letter to its seeker: one page to read or to print."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.db.models import Exists, OuterRef
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.circle.models import Round
from mentorship.circle.people import names_in
from mentorship.critique.models import Comment, Decision, Placement, Review, Thread
from mentorship.critique.models.threads import ThreadQuerySet
from mentorship.critique.reviews.checklists import Answered
from mentorship.critique.reviews.people import checklists_sent_with, sent_checklists
from mentorship.critique.worklist.collect import collect
from mentorship.critique.worklist.groups import Entry, entries
from mentorship.critique.worklist.page import Progress
from mentorship.critique.worklist.points import Part, Point
from mentorship.documents.models import Document, Version
from mentorship.toolbox.words import sanitiser
from mentorship.toolbox.words.phrases import listed, quoted


@dataclass(frozen=True, slots=True)
class Voice:
    """One mentor: her name, from where she reads, her verdict and what matters most to her."""

    name: str
    lens: str
    verdict: str
    summary: str
    finished_at: datetime
    checklists: Sequence[Answered]
    is_passed_on: bool = False


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """One of the seeker's questions, and what they answered, person by person.

    silent  the names of those who have finished without an answer to it
    """

    number: int
    text: str
    points: Sequence[Point]
    silent: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What one person answered."""

    name: str
    html: SafeString


@dataclass(frozen=True, slots=True)
class AskedOfAll:
    """A question of the seeker's at a place in her text, and what they answered there."""

    point: Point
    answers: Sequence[Said]


@dataclass(frozen=True, slots=True)
class PartWithPoints:
    """A part of the text, and points in it."""

    part: Part
    points: Sequence[Point]


@dataclass(frozen=True, slots=True)
class About:
    """What was said of one document, the gravest first.

    versions  those they read when they said it
    apart     contradictions; what must be fixed stands among the first as well
    rest      what is neither grave nor praise, nor an answer to a question
    progress  of all of it, answers as well
    """

    document: Document
    versions: Sequence[Version]
    must_fix: Sequence[PartWithPoints]
    apart: Sequence[Entry]
    rest: Sequence[PartWithPoints]
    keep: Sequence[Point]
    progress: Progress

    @property
    def is_empty(self) -> bool:
        """Whether nobody said anything of it."""
        return not (self.must_fix or self.apart or self.rest or self.keep)


@dataclass(frozen=True, slots=True)
class Report:
    """The whole letter. `silent` are the names of those who have not answered."""

    round: Round
    voices: Sequence[Voice]
    silent: Sequence[str]
    abouts: Sequence[About]
    answered: Sequence[AnsweredQuestion]
    asked_of_all: Sequence[AskedOfAll]

    @property
    def is_empty(self) -> bool:
        """Whether nobody has answered yet."""
        return not self.voices

    @property
    def is_worked_through(self) -> bool:
        """Whether nothing of it is left to deal with."""
        return not any(about.progress.left for about in self.abouts)

    @property
    def has_points(self) -> bool:
        """Whether there is anything to deal with: verdicts and looks alone make no points."""
        return any(about.progress.points for about in self.abouts)

    @property
    def title(self) -> str:
        """What it is about: “Résumé” and “Letter”."""
        return listed(quoted(about.document.title) for about in self.abouts)

    @property
    def names(self) -> list[str]:
        """Who has answered, each once."""
        return list(dict.fromkeys(voice.name for voice in self.voices))

    @property
    def written_at(self) -> datetime | None:
        """When the last of them answered."""
        return max((voice.finished_at for voice in self.voices), default=None)


def report_of(asked: Round, *, reader: Reader) -> Report:
    """What her mentors sent her in this round. Constant queries, however many said how much."""
    sent = Thread.objects.visible_to(reader).points().filter(round=asked)
    points = collect(sent)
    documents = list(asked.documents.defer("draft", "note").order_by("pk"))
    decisions = Decision.objects.visible_to(reader).filter(document__in=documents)
    together = entries(points, decisions.prefetch_related("threads"))
    invitations = list(asked.invitations.order_by("pk"))
    voices = _voices(asked, reader)
    heard = {person for person, _voice in voices}
    return Report(
        asked,
        [voice for _person, voice in voices],
        [one.name for one in invitations if one.person_id not in heard and not one.revoked_at],
        _abouts(documents, sent, together),
        _answered(asked, points, [(person, voice.name) for person, voice in voices]),
        _asked_of_all(asked, reader),
    )


def _asked_of_all(asked: Round, reader: Reader) -> list[AskedOfAll]:
    """In the order of the text, those that are deleted left out."""
    hers = Comment.objects.standing().filter(thread=OuterRef("pk"), review=None)
    seen = Thread.objects.visible_to(reader).sent().filter(round=asked, asks_all=True)
    threads = seen.filter(Exists(hers))
    said = Comment.objects.visible_to(reader).sent().standing().filter(thread__in=threads)
    rows = said.exclude(review=None).select_related("author").order_by("published_at", "pk")
    names = names_in([asked.pk])
    answers: defaultdict[int, list[Said]] = defaultdict(list)
    for one in rows:
        name = names.of(asked.pk, one.author) or _("Somebody")
        answers[one.thread_id].append(Said(name, sanitiser.stored(one.html)))
    return [AskedOfAll(point, answers[point.thread.pk]) for point in collect(threads)]


def _voices(asked: Round, reader: Reader) -> list[tuple[int, Voice]]:
    """Those who have finished, by person, in the order in which they did."""
    names = names_in([asked.pk])
    reviews = Review.objects.visible_to(reader).filter(round=asked, finished_at__isnull=False)
    reviews = reviews.select_related("mentor").prefetch_related(sent_checklists())
    return [
        (
            review.mentor_id,
            Voice(
                names.of(asked.pk, review.mentor),
                review.get_lens_display(),
                review.get_verdict_display(),
                review.summary,
                review.finished_at or review.begun_at,
                checklists_sent_with(review),
                is_passed_on=review.hand_id is not None,
            ),
        )
        for review in reviews.order_by("finished_at", "pk")
    ]


def _abouts(documents: list[Document], sent: ThreadQuerySet, together: list[Entry]) -> list[About]:
    """Each document for itself."""
    read = _read(sent)
    return [
        _about(
            document,
            [version for version in read if version.document_id == document.pk],
            [one for one in together if one.points[0].thread.document == document.pk],
        )
        for document in documents
    ]


def _read(sent: ThreadQuerySet) -> list[Version]:
    """The versions in which these points were made."""
    placed = Placement.objects.filter(thread__in=sent).order_by("-version__number")
    first = dict(placed.values_list("thread", "version"))  # of several the earliest stays
    found = Version.objects.filter(pk__in=set(first.values())).select_related("document")
    return list(found.defer("text").order_by("number"))


def _about(document: Document, versions: list[Version], together: list[Entry]) -> About:
    # A decision may be on a point of another round, too: one alone contradicts nobody here.
    apart = [one for one in together if one.is_apart or (one.decision and len(one.points) > 1)]
    told = {point for entry in apart for point in entry.points}
    points = [point for entry in together for point in entry.points]
    others = [point for point in points if point not in told and not point.thread.question]
    return About(
        document,
        versions,
        _sections([point for point in points if point.is_urgent and not point.thread.question]),
        apart,
        _sections([point for point in others if not (point.is_urgent or point.is_to_stay)]),
        [point for point in points if point.is_to_stay and point not in told],
        Progress(sum(point.is_dealt_with for point in points), len(points)),
    )


def _sections(points: list[Point]) -> list[PartWithPoints]:
    in_order = sorted(points, key=lambda point: (point.part, point.order))
    return [
        PartWithPoints(part, list(within))
        for part, within in groupby(in_order, key=lambda one: one.part)
    ]


def _answered(
    asked: Round, points: list[Point], finished: list[tuple[int, str]]
) -> list[AnsweredQuestion]:
    """All her questions, also those that nobody answered; people in the order in which they finished."""
    order = {person: place for place, (person, _name) in enumerate(finished)}
    found = []
    for number, text in enumerate(asked.questions, 1):
        answers = [point for point in points if point.thread.question == number]
        heard = {point.thread.author for point in answers}
        answers.sort(key=lambda point: order.get(point.thread.author or 0, len(order)))
        silent = [name for person, name in finished if person not in heard]
        found.append(AnsweredQuestion(number, text, answers, silent))
    return found
