"""A point as its seeker reads it apart from the page: where it stands, who makes it, what became of it."""

from dataclasses import dataclass, field

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from mentorship.critique.models.kinds import Kind, use_choices, use_word
from mentorship.critique.models.lengths import MAX_REASON
from mentorship.critique.models.placements import Offer, Place
from mentorship.critique.threads.facts import ThreadFacts
from mentorship.critique.threads.written_here import BULLETS


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A part of a document that points stand in; parts are in the order in which they are read.

    rank   ASKED (one of the seeker's questions), WHOLE, TEXT, OLDER (a section of a version that is not
           the newest) or GONE
    start  where it begins in its version; of a question its place among them
    """

    rank: int
    start: int
    title: str = field(compare=False)

    @property
    def is_question(self) -> bool:
        """Whether answers stand in it, to be read beside each other."""
        return self.rank == ASKED


ASKED, WHOLE, TEXT, OLDER, GONE = range(5)
NOWHERE = Part(GONE, 0, "")


@dataclass(frozen=True, slots=True)
class Wording:
    """Words a mentor would put there instead; `stands` until the seeker has declined them."""

    old: str
    new: str
    stands: bool = True


@dataclass(slots=True, eq=False)
class Point:
    """One thread that was sent, with what is said in it and by whom.

    url         where the version it is placed in is read; empty without a place
    guess_url   the same of the version in which its words may be somewhere
    phrase      the sentence or the item around the lines it is about, where these are a part of one
    asked       the question it answers
    name        what its author is called
    is_passed_on
                it came by a link that the seeker copied
    agreements  how many others find it right
    answers     how much was said on it since
    reason      the seeker's, for what she did with it
    trouble     why what was just pressed is not kept; `theirs` is what is kept instead
    """

    thread: ThreadFacts
    name: str
    url: str = ""
    guess_url: str = ""
    phrase: str = ""
    asked: str = ""
    lens: str = ""
    is_passed_on: bool = False
    agreements: int = 0
    part: Part = NOWHERE
    html: SafeString | None = None
    why: str = ""
    wording: Wording | None = None
    answers: int = 0
    reason: str = ""
    trouble: str = ""
    theirs: str = ""

    max_reason = MAX_REASON

    @property
    def ref(self) -> str:
        """Its thread's."""
        return self.thread.ref

    @property
    def kind(self) -> str:
        """One of `Kind`."""
        return self.thread.kind

    @property
    def is_urgent(self) -> bool:
        """Whether a letter begins with it."""
        return Kind(self.kind).facts.is_urgent

    @property
    def is_to_stay(self) -> bool:
        """Whether it asks for nothing to be changed."""
        return Kind(self.kind).facts.is_to_stay

    @property
    def use(self) -> str:
        """One of `Thread.Use`; empty while nobody has said."""
        return self.thread.use

    @property
    def seen(self) -> str:
        """Which mark `use` is, for a page to send back."""
        return self.thread.use_seen

    @property
    def is_dealt_with(self) -> bool:
        """Whether nothing is left to do about it."""
        return self.thread.is_dealt_with

    @property
    def place(self) -> Place | None:
        """Where it stands in the newest version that it is placed in."""
        return self.thread.place

    @property
    def kind_word(self) -> str:
        """What kind of point it is, in a word; empty for a plain comment."""
        return Kind(self.kind).word

    @property
    def use_word(self) -> str:
        """What became of it; empty while nobody has said."""
        return use_word(self.kind, self.use)

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What can become of it: what is to be kept is kept or not."""
        return use_choices(self.kind)

    @property
    def where(self) -> str:
        """The place in words."""
        place = self.place
        if self.thread.question:
            return _("Question %(number)s") % {"number": self.thread.question}
        if place and place.line and not place.is_gone:
            return _("Line %(number)s") % {"number": place.line}
        if place and place.page and not place.is_gone:
            return _("Page %(number)s") % {"number": place.page}
        return ""

    @property
    def quote(self) -> str:
        """The words it is about, those of a line with the rest of their sentence; or the question."""
        words = self.phrase or (self.place.quote if self.place else "")
        return self.asked or words.lstrip(BULLETS)

    @property
    def offer(self) -> Offer:
        """What became of a place that was offered for its words; of one that is dealt with there is none."""
        return self.place.offer if self.place and not self.is_dealt_with else Offer.NONE

    @property
    def order(self) -> tuple[int, int, int]:
        """By weight: the kind, then how many agree, then the text. Answers go person by person."""
        if self.thread.question:
            return (0, 0, self.thread.author or 0)
        start = self.place.start if self.place and self.place.start is not None else -1
        return (Kind(self.kind).facts.weight, -self.agreements, start)

    @property
    def line_url(self) -> str:
        """Where its line is read, or the version when it stands on none; empty for no place."""
        place = self.place
        is_on_line = place is not None and place.line and not place.is_gone
        return f"{self.url}#line-{place.line}" if place and is_on_line else self.url

    @property
    def thread_url(self) -> str:
        """Where all that is said on it is read, beside its words."""
        return f"{self.url}#thread-{self.ref}" if self.url else ""
