"""What a page shows of a critique: threads and comments as one reader sees them."""

from dataclasses import dataclass, field

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from mentorship.critique.margin.agreements import NOBODY, Agreed
from mentorship.critique.margin.relocations import Relocation
from mentorship.critique.margin.suggestions import ShownSuggestion
from mentorship.critique.margin.weights import Weight


@dataclass(slots=True)
class ShownComment:
    """One comment as the page shows it; `moment` and `day` are in the reader's time zone.

    who        the ref of its author
    lens       from where she reads, in a word, if she said so
    passed_on  what is said beside her name when only a link that was passed on has let her in
    """

    ref: str
    address: str
    author: str
    moment: str
    day: str
    html: SafeString
    is_draft: bool
    is_mine: bool
    is_edited: bool
    is_deleted: bool
    lens: str = ""
    passed_on: str = ""
    why: str = ""
    who: str = ""
    suggestion: ShownSuggestion | None = None


@dataclass(slots=True)
class ShownThread:
    """One thread as the page shows it. `page` is the address whose lines it points to.

    sheet  the number of the page it stands on, if it stands on one
    box    the part of that page it is about
    made   the number of the version it was made on
    is_aside  whether it is not among those the page asks for: changed where it is, and not put in
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
    may_reply: bool
    may_resolve: bool
    page: str = ""
    relocation: Relocation | None = None
    sheet: int | None = None
    box: list[float] | None = None
    made: int = 1
    is_aside: bool = False
    may_agree: bool = False
    agreed: Agreed = NOBODY
    weight: Weight | None = None
    comments: list[ShownComment] = field(default_factory=list)

    @property
    def is_placed(self) -> bool:
        """Whether it is about words."""
        return self.start is not None

    @property
    def is_gone(self) -> bool:
        """Whether it has no place in the version that is read."""
        return self.relocation is not None and self.relocation.is_gone

    @property
    def is_about_page(self) -> bool:
        """Whether it is about a page or a part of it, and no words there."""
        return self.sheet is not None and self.start is None and not self.question


@dataclass(frozen=True, slots=True)
class Bar:
    """A mentor's own work in her round: how much of it is not sent, and whether some was.

    letter  the ref of the invitation that asks her
    """

    round: str
    seeker: str
    who_sees: str
    drafts: int
    is_finished: bool
    letter: str


@dataclass(frozen=True, slots=True)
class Margin:
    """What one reader sees beside a version.

    after      what to ask for news with
    questions  of her round, for a mentor
    to_take    accepted wording she has not worked in yet, in all versions, for the seeker
    """

    threads: list[ShownThread]
    open_count: int
    after: str
    bar: Bar | None
    questions: list[str]
    may_comment: bool
    may_reply: bool
    to_take: int | None = None

    @property
    def placed(self) -> list[ShownThread]:
        """Those that stand at words, in a picture, on a page, or at the whole."""
        return [thread for thread in self.threads if not thread.is_gone]

    @property
    def tray(self) -> list[ShownThread]:
        """Those whose words are no longer there."""
        return [thread for thread in self.threads if thread.is_gone]

    @property
    def reply_word(self) -> str:
        """What the button under an answer says: a mentor's waits with her drafts."""
        return _("Save") if self.bar else _("Reply")
