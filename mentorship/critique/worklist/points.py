"""A point as its seeker reads it apart from the page: where it stands, who makes it, what became of it."""

from dataclasses import dataclass, field

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from mentorship.critique.models import Thread
from mentorship.critique.models.threads import KEPT, use_word
from mentorship.critique.overlaps import Claim

WEIGHT = (Thread.Kind.MUST_FIX, Thread.Kind.QUESTION, Thread.Kind.COMMENT, Thread.Kind.PRAISE)


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A part of a document that points stand in; parts are in the order in which they are read.

    rank   WHOLE, TEXT, OLDER (a section of a version that is not the newest) or GONE
    start  where it begins in its version
    """

    rank: int
    start: int
    title: str = field(compare=False)


WHOLE, TEXT, OLDER, GONE = range(4)
BULLETS = "•◦▪▸‣·–*- "  # a whole line is quoted with its own
NOWHERE = Part(GONE, 0, "")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a point stands in the newest version that it is placed in.

    url  where that version is read
    """

    version: int
    number: int
    url: str
    start: int | None
    end: int | None
    line: int | None
    page: int | None
    quote: str
    is_gone: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """Words a mentor would put there instead."""

    old: str
    new: str


@dataclass(slots=True, eq=False)
class Point:
    """One published thread: the place, the words, the people, and what became of it.

    asked       the question it answers
    seen        which mark it is, for a page to send back
    agreements  how many others find it right
    answers     how much was said on it since
    trouble     why what was just pressed is not kept; `theirs` is what is kept instead
    """

    ref: str
    document: int
    round: int | None
    kind: str
    question: int | None
    author: int | None
    use: str
    reason: str
    seen: str
    is_dealt_with: bool
    asked: str = ""
    name: str = ""
    lens: str = ""
    agreements: int = 0
    place: Place | None = None
    part: Part = NOWHERE
    html: SafeString | None = None
    why: str = ""
    wording: Wording | None = None
    answers: int = 0
    trouble: str = ""
    theirs: str = ""

    @property
    def kind_word(self) -> str:
        """What kind of point it is, in a word; empty for a plain comment."""
        return "" if self.kind == Thread.Kind.COMMENT else str(Thread.Kind(self.kind).label)

    @property
    def use_word(self) -> str:
        """What became of it; empty while nobody has said."""
        return use_word(self.kind, self.use)

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What can become of it: what is to be kept is kept or not."""
        if self.kind == Thread.Kind.PRAISE:
            return [(str(use), str(word)) for use, word in KEPT.items()]
        words = {Thread.Use.PARTLY: _("Partly")}  # on a button; "Partly used" elsewhere
        return [(str(use), words.get(use, str(use.label))) for use in Thread.Use]

    @property
    def where(self) -> str:
        """The place in words."""
        place = self.place
        if self.question:
            return _("Question %(number)s") % {"number": self.question}
        if place and place.line and not place.is_gone:
            return _("Line %(number)s") % {"number": place.line}
        if place and place.page and not place.is_gone:
            return _("Page %(number)s") % {"number": place.page}
        return ""

    @property
    def quote(self) -> str:
        """The words it is about, or the question."""
        return self.asked or (self.place.quote.lstrip(BULLETS) if self.place else "")

    @property
    def order(self) -> tuple[int, int, int]:
        """By weight: the kind, then how many agree, then the text."""
        start = self.place.start if self.place and self.place.start is not None else -1
        return (WEIGHT.index(Thread.Kind(self.kind)), -self.agreements, start)

    @property
    def claim(self) -> "Claim[Point] | None":
        """What it says of which words; None of one that stands on none."""
        place = self.place
        if place is None or place.is_gone or place.start is None or place.end is None:
            return None
        wording = self.wording.new if self.wording else None
        return Claim(self, self.author, self.kind, place.start, place.end, wording)

    @property
    def line_url(self) -> str:
        """Where its line is read, or the version when it stands on none; empty for no place."""
        place = self.place
        if place is None:
            return ""
        is_on_line = place.line and not place.is_gone
        return f"{place.url}#line-{place.line}" if is_on_line else place.url

    @property
    def thread_url(self) -> str:
        """Where all that is said on it is read, beside its words."""
        return f"{self.place.url}#thread-{self.ref}" if self.place else ""
