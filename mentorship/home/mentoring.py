"""A mentor's place: what waits for her, what she said she would do, what she sent, what became of it."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.reader import Reader
from mentorship.circle.models import Invitation
from mentorship.critique.models import Review, Thread, questions_to
from mentorship.critique.models.hands import written_by
from mentorship.critique.models.kinds import TAKEN
from mentorship.documents.models import Document, Grant, Version
from mentorship.documents.sentences.status import latest
from mentorship.toolbox.dates import full_day
from mentorship.toolbox.phrases import listed, quoted
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.in_step import Asking

SHOWN = 50  # of what she was asked, the newest


@dataclass(frozen=True, slots=True)
class Points:
    """Of her points in one round that were sent: how many are used, and in the latest version already."""

    sent: int = 0
    judged: int = 0
    used: int = 0
    placed: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """One invitation to its mentor.

    became  what the seeker made of her points; empty before she said any
    step    what to do about it, at `url`
    text    where she reads the latest version; empty while there is none she may read
    sent    where all she sent stands; empty before she did
    questions
            what the seeker asks everybody and she has not answered, each with where that is done
    """

    name: str
    titles: str
    sentence: str
    became: str
    step: str
    url: str
    text: str
    sent: str
    questions: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Mentoring:
    """What waits for her, the nearest date first; and what does not, the newest first."""

    waiting: list[Asked]
    past: list[Asked]


@dataclass(frozen=True, slots=True)
class Standing:
    """One invitation with what is known of it by the way its reader came in.

    is_known  she signed in, or came by a letter of hers; by a link that was passed on nobody knows who
              came, and what its mentor did is not told
    """

    invitation: Invitation
    documents: list[Document]
    review: Review | None
    points: Points | None
    questions: list[Thread]
    is_known: bool

    @property
    def has_answered(self) -> bool:
        """Whether what she sent stands, and no other look is waited for."""
        return self.review is not None and not (
            self.is_known and self.invitation.waits_for_another_look
        )

    @property
    def waits(self) -> bool:
        """Whether an answer of hers is still looked for."""
        one = self.invitation
        if one.round.closed_at or (self.is_known and (one.declined_at or one.left_at)):
            return False
        return bool(self.questions) or not self.has_answered

    @property
    def by_date(self) -> tuple[bool, str]:
        """The nearest date first, and last what has none."""
        day = self.invitation.due_on
        return day is None, str(day)


def mentoring(reader: Reader) -> Asking[Mentoring]:
    """Everything that asks her: by her account all of it, by a pass what that opens. Two statements."""
    [invitations] = yield (_invitations(reader),)
    rounds = [one.round_id for one in invitations]
    documents, reviews, counted, questions = yield (
        _documents(reader, rounds),
        _reviews(reader, rounds),
        _points(reader, rounds),
        _questions(reader, rounds),
    )
    about: dict[int, list[Document]] = defaultdict(list)
    for document in documents:
        about[getattr(document, "asked_in", 0)].append(document)
    asked: dict[int | None, list[Thread]] = defaultdict(list)
    for question in questions:
        asked[question.round_id].append(question)
    own = {review.round_id: review for review in reviews}
    points = {pk: Points(*counts) for pk, *counts in counted}
    rows = [
        Standing(
            one,
            about[one.round_id],
            own.get(one.round_id),
            points.get(one.round_id),
            asked[one.round_id],
            is_known=reader.scope is None or one.round_id in reader.proved,
        )
        for one in invitations
    ]
    waiting = sorted((row for row in rows if row.waits), key=lambda row: row.by_date)
    return Mentoring(
        [_asked(row) for row in waiting], [_asked(row) for row in rows if not row.waits]
    )


@composed
def _invitations(reader: Reader) -> QuerySet[Invitation]:
    hers = Invitation.objects.visible_to(reader).select_related("round__owner", "person")
    return hers.order_by("-created_at", "-pk")[:SHOWN]


@composed
def _documents(reader: Reader, rounds: list[int]) -> QuerySet[Document]:
    """Each with the id of the round that asks about it (`asked_in`); once for every such round."""
    granted = Document.objects.filter(pk__in=Grant.objects.counting_for(reader).values("document"))
    seen = granted.with_latest().filter(rounds__in=rounds)
    return seen.annotate(asked_in=F("rounds")).defer("draft", "note").order_by("pk")


@composed
def _reviews(reader: Reader, rounds: list[int]) -> QuerySet[Review]:
    hers = Review.objects.visible_to(reader).own(reader)
    return hers.filter(round__in=rounds).exclude(finished_at=None)


@composed
def _questions(reader: Reader, rounds: list[int]) -> QuerySet[Thread]:
    return questions_to(reader).filter(round__in=rounds)


@composed
def _points(reader: Reader, rounds: list[int]) -> QuerySet[Thread, tuple[int, int, int, int, int]]:
    standing = Thread.objects.sent().filter(
        document__in=Grant.objects.counting_for(reader).values("document"), deleted_at=None
    )
    hers = standing.filter(written_by(reader), round__in=rounds)
    ready = Version.objects.ready().filter(document=OuterRef("document")).order_by("-number")
    latest_ready_at = Subquery(ready.values("ready_at")[:1])
    used = Q(use__in=TAKEN)
    return (
        hers.order_by()
        .annotate(latest_ready_at=latest_ready_at)
        .values_list("round")
        .annotate(
            sent=Count("pk"),
            judged=Count("pk", filter=~Q(use="")),
            used=Count("pk", filter=used),
            placed=Count("pk", filter=used & Q(use_said_at__lte=F("latest_ready_at"))),
        )
    )


def _asked(row: Standing) -> Asked:
    invitation, documents = row.invitation, row.documents
    version = latest(documents[0]) if documents else None
    return Asked(
        name=invitation.seeker.name,
        titles=listed(quoted(one.title) for one in documents) or _("a text you can no longer open"),
        sentence=_what_waits(row) if row.waits else _what_was(row),
        became=_became(row, row.points, version) if row.points else "",
        step=_step(row) if row.waits else "",
        url=invitation.get_absolute_url(),
        text=version.get_absolute_url() if version else "",
        sent=reverse("critique:sent", args=[invitation.round.ref]) if row.review else "",
        questions=[
            (getattr(one, "text", ""), one.get_absolute_url()) for one in row.questions if row.waits
        ],
    )


def _step(row: Standing) -> str:
    return _("Go on, or send it") if _has_drafts(row) else _("Have a look")


def _has_drafts(row: Standing) -> bool:
    begun = row.is_known and row.invitation.begun_at is not None
    return begun and not row.invitation.waits_for_another_look


def _what_was(row: Standing) -> str:
    """Why nothing waits."""
    review, invitation = row.review, row.invitation
    if review is not None and review.finished_at is not None:
        day = {"day": full_day(review.finished_at), "verdict": review.get_verdict_display()}
        finished, wrote = _("You finished on %(day)s: %(verdict)s."), _("You wrote on %(day)s.")
        return (finished if review.verdict else wrote) % day
    if invitation.declined_at and row.is_known:
        return _("You couldn’t do it this time.")
    if invitation.left_at and row.is_known:
        return _("You stepped back from it.")
    return _("%(name)s no longer needs an answer.") % {"name": invitation.seeker.name}


def _what_waits(row: Standing) -> str:
    invitation = row.invitation
    due, promised = invitation.due_on, invitation.put_off_until
    facts = {"name": invitation.seeker.name, "day": full_day(due) if due else ""}
    if row.has_answered:
        told = ngettext(
            "%(name)s has one more question for you.",
            "%(name)s has %(count)s more questions for you.",
            len(row.questions),
        )
        return told % (facts | {"count": len(row.questions)})
    if _has_drafts(row):
        return _("What you wrote is not sent yet.")
    if row.is_known and promised and promised >= timezone.localdate():
        return _("You said you would look at it on %(day)s.") % {"day": full_day(promised)}
    if row.is_known and invitation.waits_for_another_look:
        again = _("%(name)s would like you to have another look by %(day)s.")
        return (again if due else _("%(name)s would like you to have another look.")) % facts
    wish = _("%(name)s would like to hear by %(day)s what you think.")
    return (wish if due else _("%(name)s would like to hear what you think.")) % facts


def _became(row: Standing, points: Points, version: Version | None) -> str:
    """Of the points she sent, what was made."""
    facts = {"count": points.sent, "used": points.used, "placed": points.placed}
    facts["number"] = version.number if version else 0
    if points.placed and version and len(row.documents) == 1:
        told = ngettext(
            "Your point is in version %(number)s.",
            "In version %(number)s: %(placed)s of your %(count)s points.",
            points.sent,
        )
    elif points.used:
        told = ngettext(
            "Your point is used.", "Used: %(used)s of your %(count)s points.", points.sent
        )
    elif points.judged:
        told = ngettext(
            "Your point was considered, and is not used.",
            "Your points were considered, and none is used so far.",
            points.sent,
        )
    else:
        told = ngettext("You sent %(count)s point.", "You sent %(count)s points.", points.sent)
    return told % facts
