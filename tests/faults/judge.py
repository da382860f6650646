"""What was promised, held against what there is: rows, files, and what the mail server took.

Lost is a promised thing that is not there, a letter that says it was sent and was not, and anything
that has come to no end. Wrong is a copy too many, or a different one, or one that may not be told.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.db.models import Count, F, Q, QuerySet

from mentorship.circle.kinds import INVITATION
from mentorship.circle.models import Invitation
from mentorship.critique.models import Comment, Review
from mentorship.critique.notices.finished import FINISHED
from mentorship.critique.notices.replies import REPLIES
from mentorship.documents.models import Document, Version
from mentorship.notifications import bounces, kinds
from mentorship.notifications.models import Event, Letter, Notice, NoticeQuerySet
from tests.faults import stored
from tests.faults.sink import Taken
from tests.faults.story import Story

State = Letter.State
UNDER_WAY = {State.WAITING, State.CLAIMED, State.IN_DATA}
NOT_TOLD = {  # acts after which somebody gets no more letters of a kind
    "revoke": "access had ended",
    "stop": "letters like it were stopped",
    "unsubscribe": "letters like it were stopped by their link",
    "silence": "no more was wanted of who caused it",
}
AT_MOST = 2  # copies of one letter, whatever happens


@dataclass(frozen=True)
class Verdict:
    """Sentences about what is lost and what is wrong, and how many second copies came."""

    lost: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    extra: int = 0


@dataclass(frozen=True)
class Case:
    """A story that has come to rest, its letters, and the copies that the mail server took of each."""

    story: Story
    letters: list[Letter]
    copies: dict[str, list[Taken]]

    def sent(self, address: str, kind: str) -> list[Letter]:
        """Letters of this kind to this address that say they have left, or may have."""
        ended = {State.SENT, State.UNCONFIRMED}
        found = (one for one in self.letters if (one.address, one.kind) == (address, kind))
        return [one for one in found if one.state in ended]


def is_settled(story: Story) -> bool:
    """Whether all that the story began has come to an end."""
    return not (
        # Notices first: one that becomes a letter in between is seen as the letter.
        notices_of(story).waiting_for_a_letter().exists()
        or letters_of(story).filter(state__in=UNDER_WAY).exists()
        or versions_of(story).filter(state__in=Version.UNDER_WAY).exists()
    )


def judged(
    story: Story, taken: Iterable[Taken], *, refused: Iterable[str] = (), has_copies: bool = True
) -> Verdict:
    """The verdict on a story that should have settled.

    refused     addresses whose mail server takes nothing for good: no letter is lost that goes there
    has_copies  whether a second copy of a letter may come of what happened
    """
    copies = defaultdict(list)
    for one in taken:
        copies[one.letter].append(one)
    case = Case(story, list(letters_of(story).order_by("pk")), copies)
    extra = sum(max(0, len(copies[one.ref]) - 1) for one in case.letters)
    return Verdict(
        lost=[
            *_words(story),
            *_uploads(story),
            *stored.gone(),
            *_asked(story),
            *_untold(story),
            *_without_end(case),
            *_not_sent(case, set(refused)),
        ],
        wrong=[
            *_copies(case),
            *stored.unlisted(),
            *_told_to_who_wants_none(case),
            *_sent_where_no_mailbox_is(case),
            *(["second copies without cause"] if extra and not has_copies else []),
        ],
        extra=extra,
    )


def letters_of(story: Story) -> QuerySet[Letter]:
    """All letters to its people that were written since it began."""
    since = datetime.fromtimestamp(story.began, UTC)
    return Letter.objects.filter(_to(story, "address"), written_at__gte=since)


def notices_of(story: Story) -> NoticeQuerySet:
    """All that its people were or are to be told."""
    return Notice.objects.filter(_to(story, "person__email"))


def versions_of(story: Story) -> QuerySet[Version]:
    """Those of the texts that were uploaded in it."""
    titles = [promise.facts["title"] for promise in story.of("upload")]
    return Version.objects.filter(document__owner=story.world.ada, document__title__in=titles)


def _to(story: Story, column: str) -> Q:
    return Q(**{f"{column}__in": [story.world.ada.email, story.ben.email, story.cleo]})


def _words(story: Story) -> Iterator[str]:
    """What somebody was told is kept, and is not there as it was written, once."""
    for promise in [*story.of("comment"), *story.of("answer")]:
        found = Comment.objects.filter(text=promise.facts["text"], deleted_at=None)
        is_draft = promise.act == "comment" and not story.of("finish")
        if [one.is_draft for one in found] != [is_draft]:
            yield f"{promise.act}: {found.count()} of it, {'a draft' if is_draft else 'sent'}"
    for promise in story.of("finish"):
        if not Review.objects.filter(summary=promise.facts["summary"]).exists():
            yield "finish: the summary is not there"


def _uploads(story: Story) -> Iterator[str]:
    """An upload that was taken is one document, of the bytes that were sent, and it is read."""
    sent = {promise.facts["title"]: promise.facts["sha256"] for promise in story.of("upload")}
    for title in sent:
        documents = Document.objects.filter(title=title)
        if documents.count() != 1:
            yield f"upload: {documents.count()} documents"
    for version in versions_of(story).select_related("document"):
        if version.sha256 != sent[version.document.title]:
            yield "upload: other bytes than were sent"
        if not version.is_ready:
            yield f"upload: it is {version.state} ({version.trouble or version.refusal})"


def _asked(story: Story) -> Iterator[str]:
    for promise in story.of("ask"):
        asked = Invitation.objects.filter(person__email=promise.facts["email"])
        if asked.count() != 1:
            yield f"ask: {asked.count()} invitations"


def _untold(story: Story) -> Iterator[str]:
    """Events that have not one notice for each of those they are about."""
    since = datetime.fromtimestamp(story.began, UTC)
    told = Event.objects.filter(happened_at__gte=since).annotate(notices_there=Count("notices"))
    for event in told.exclude(notices_there=F("audience")):
        yield f"{event}: {event.notices_there} of {event.audience} notices"


def _without_end(case: Case) -> Iterator[str]:
    for letter in case.letters:
        if letter.state in UNDER_WAY:
            yield f"{letter.kind} is still {letter.state} ({letter.reason})"
        if letter.state == State.SENT and not case.copies[letter.ref]:
            yield f"{letter.kind} says it was sent, and nothing came"
    waiting = notices_of(case.story).waiting_for_a_letter()
    for notice in waiting.select_related("event"):
        yield f"{notice.event} still waits for its letter"


def _not_sent(case: Case, refused: set[str]) -> Iterator[str]:
    """Letters that follow from what was promised, of which no copy came."""
    story = case.story
    owed = [(story.ben.email, INVITATION)]
    owed += [(story.cleo, INVITATION)] * len(story.of("ask"))
    owed += [(story.world.ada.email, FINISHED)] * len(story.of("finish"))
    owed += [(story.ben.email, REPLIES)] * len(story.of("answer"))
    unwanted = {
        (one.facts["email"], one.facts["kind"]) for act in NOT_TOLD for one in story.of(act)
    }
    for address, kind in [one for one in owed if one not in unwanted]:
        sent = case.sent(address, kind)
        if address not in refused and not any(case.copies[one.ref] for one in sent):
            yield f"no letter {kind} came"


def _copies(case: Case) -> Iterator[str]:
    """Too many copies, copies without cause, different ones; one Message-ID for two letters."""
    ids = [one.message_id for one in case.letters if one.message_id]
    if len(set(ids)) < len(ids):
        yield "two letters have one Message-ID"
    for letter in case.letters:
        copies = case.copies[letter.ref]
        if len(copies) > min(AT_MOST, 1 + letter.ambiguous):
            yield f"{len(copies)} copies of {letter.kind}, {letter.ambiguous} ambiguous ends"
        if len({(one.message_id, one.sha256) for one in copies}) > 1:
            yield f"different copies of {letter.kind}"
        if {one.to for one in copies} - {letter.address}:
            yield f"{letter.kind} went to somebody else"
    kinds = [(one.address, one.kind) for one in case.letters if one.state == State.SENT]
    for address, kind in {pair for pair in kinds if kinds.count(pair) > 1}:
        yield f"{kinds.count((address, kind))} letters {kind} to one person ({address[:3]})"


def _told_to_who_wants_none(case: Case) -> Iterator[str]:
    """Nothing that was begun once somebody had heard that it would not be told any more.

    Of a letter that was begun before, it may have been asked by then whether it may leave.
    """
    for promise in [one for act in NOT_TOLD for one in case.story.of(act)]:
        to = (promise.facts["email"], promise.facts["kind"])
        for letter in [one for one in case.letters if (one.address, one.kind) == to]:
            if any(one.begun > promise.at for one in case.copies[letter.ref]):
                yield f"{letter.kind} came after {NOT_TOLD[promise.act]}"


def _sent_where_no_mailbox_is(case: Case) -> Iterator[str]:
    """Letters that nobody asked for, begun once one to the same address had come back.

    Until one that somebody waits for was taken there: then there is a mailbox again.
    """
    for address in {letter.address for letter in case.letters}:
        hers = [one for one in case.letters if one.address == address]
        tried = [one for one in hers if one.state == State.FAILED and one.attempts and one.ended_at]
        came_back = [one.ended_at for one in tried if one.reason.startswith(bounces.CAME_BACK)]
        if not came_back:
            continue
        taken = [(copy.begun, one) for one in hers for copy in case.copies[one.ref]]
        later = [pair for pair in taken if pair[0] > min(came_back).timestamp()]
        for _begun, letter in sorted(later, key=lambda pair: pair[0]):
            if is_waited_for(letter):
                break
            yield f"{letter.kind} came after there was no mailbox"


def is_waited_for(letter: Letter) -> bool:
    """Whether it goes wherever somebody asks for it."""
    return letter.is_urgent or not kinds.of(letter.kind).topic
