"""What a page shows of a critique: threads and comments as one reader sees them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from mentorship.circle.people import Names
from mentorship.critique.models.placements import Offer
from mentorship.jobsearch.checklist import Shown

# Of places with less than half one in six is wrong, of those above one in four hundred
# (`./run bench carrying`, 27 November 2026).
SURE, FAIRLY_SURE = 0.75, 0.5


class State(StrEnum):
    """What became of a suggestion."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    DONE = "done"


class Begun(StrEnum):
    """What the seeker began herself at a place in her text."""

    NOTE = "note"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class ShownSuggestion:
    """One suggestion as the page shows it. `new` is empty to leave the words out.

    draft      where the seeker writes the text, if she does that here and the suggestion is accepted
    is_in_draft
               it was followed there when she accepted it
    """

    old: str
    new: str
    state: State
    may_decide: bool
    draft: str = ""
    is_in_draft: bool = False


@dataclass(frozen=True, slots=True)
class Relocation:
    """What was found out about one thread's words in a later version.

    how         one of `Placement.How`; `confidence` tells how sure that is
    was         the words as they were, when they have changed or gone
    address     where a person puts the thread elsewhere; empty for whoever may not
    settlement  where the seeker says whether the change was about the point; empty when nobody asks
    is_gone     the thread has no place in this version
    offer       of a place where its words may be: what became of that, for whoever may say; `guess` are
                the words there, in line `guess_line`, and `answer` is where she says it
    suggested_in, is_hers
                this version's number, where the words are those that its author suggested, or gone
                as suggested; whether that is the reader
    """

    how: str
    confidence: float
    was: str
    address: str
    settlement: str
    is_gone: bool
    suggested_in: int = 0
    is_hers: bool = False
    offer: Offer = Offer.NONE
    guess: str = ""
    guess_line: int | None = None
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Agreed:
    """Who agrees with one thread, as far as the reader may see them.

    names    of all of them, the reader first, then in the order they agreed
    is_hers  whether the reader is among them
    """

    names: tuple[str, ...] = ()
    is_hers: bool = False


@dataclass(frozen=True, slots=True)
class Weight:
    """Of one thread, as one reader sees it.

    use_word, reason
                 what became of it, and why
    beside       how many points, this one with them, are about the same words
    url          where its seeker works through them; empty for anybody else
    decision     what the seeker decided and told, and why; by `seeker`, empty for herself. Whoever
                 does not see that there is another's point is not told either.
    """

    use_word: str = ""
    reason: str = ""
    beside: int = 0
    url: str = ""
    decision: str = ""
    decision_why: str = ""
    seeker: str = ""


NOBODY, NO_WEIGHT = Agreed(), Weight()


@dataclass(slots=True)
class ShownComment:
    """One comment as the page shows it; `moment` and `day` are in the reader's time zone.

    who        the ref of its author
    html       what it says, sanitised when it was written
    lens       from where she reads, in a word, if she said so
    passed_on  what is said beside her name when only a link that was passed on has let her in
    may_send   it is a draft, and its round is open
    """

    ref: str
    address: str
    author: str
    moment: str
    day: str
    html: str
    is_draft: bool
    is_mine: bool
    is_edited: bool
    is_deleted: bool
    lens: str = ""
    passed_on: str = ""
    why: str = ""
    who: str = ""
    may_send: bool = False
    suggestion: ShownSuggestion | None = None


@dataclass(slots=True)
class ShownThread:
    """One thread as the page shows it. `page` is the address whose lines it points to.

    page_number    that of the page it stands on, if it stands on one
    box            the part of that page it is about
    made           the number of the version it was made on
    is_gone        it has no place in the version that is read
    is_about_page  it is about a page or a part of it, and no words there
    begun          what it is, where the seeker began it
    is_aside       it is not among those the page asks for: changed where it is, and not put in
    """

    ref: str
    address: str
    kind: str
    kind_word: str
    line: int | None
    start: int | None
    end: int | None
    question: int | None
    place: str
    quote: str
    is_resolved: bool
    is_gone: bool
    is_about_page: bool
    may_reply: bool
    may_resolve: bool
    may_agree: bool
    page: str
    relocation: Relocation | None
    page_number: int | None
    box: list[float] | None
    made: int
    begun: Begun | None = None
    is_aside: bool = False
    agreed: Agreed = NOBODY
    weight: Weight = NO_WEIGHT
    comments: list[ShownComment] = field(default_factory=list)

    @property
    def shape(self) -> str:
        """By which shape it is known on the page: its kind's; that of suggested words when it has no
        other word. What the seeker began has a shape of its own.
        """
        if self.begun:
            return str(self.begun)
        suggests = self.comments and self.comments[0].suggestion
        return "suggestion" if suggests and not self.kind_word else self.kind


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """One of the seeker's questions to a mentor. `answer` is where hers is read; empty for none yet."""

    number: int
    text: str
    answer: str


@dataclass(frozen=True, slots=True)
class Audience:
    """An open round of the seeker's about the document: its ref, and a press that asks all in it, in words."""

    round: str
    word: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A mentor's own work in her round: how much of it is not sent, and whether some was.

    letter  the ref of the invitation that asks her
    job     the ref of the job the round is for; empty for none
    """

    round: str
    seeker: str
    who_sees: str
    drafts: int
    is_finished: bool
    letter: str
    job: str = ""


@dataclass(frozen=True, slots=True)
class Margin:
    """What one reader sees beside a version.

    after       what to ask for news with
    names       of everybody who was asked about the document
    questions   of her round, for a mentor
    lessons     of earlier jobs that the seeker keeps to in this text, as far as mentors may see them
    may_comment she may begin a thread: a comment; a seeker a note, or a question to one of `audiences`
    closed      of a mentor whose rounds are all closed the latest one
    reply_word  what the button under an answer says: a mentor's waits with her drafts
    for_a_job   whether a round of hers names one, whose posting a mentor reads beside the text
    to_take     accepted wording she has not worked in yet, in all versions, for the seeker
    """

    threads: list[ShownThread]
    open_count: int
    after: str
    names: Names
    bar: Bar | None
    closed: Bar | None
    questions: list[AskedQuestion]
    may_comment: bool
    may_reply: bool
    reply_word: str
    to_take: int | None = None
    audiences: Sequence[Audience] = ()
    for_a_job: bool = False
    lessons: Sequence[Shown] = ()

    @property
    def has_points(self) -> bool:
        """Whether there is anything among its threads that the seeker can work through."""
        return any(thread.begun is None for thread in self.threads)
