"""A mentor's place: what waits for her, what she said she would do, what she sent, what became of it."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.circle.models import Invitation
from mentorship.critique.models import PrivateNote, Review, Thanks, Thread, questions_to
from mentorship.critique.models.hands import written_by
from mentorship.critique.models.kinds import TAKEN
from mentorship.documents.models import Document, Grant, Version
from mentorship.documents.sentences.status import latest
from mentorship.home import standing as tell
from mentorship.home.standing import Points, Standing
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.in_step import Asking
from mentorship.toolbox.words.phrases import listed, quoted

SHOWN = 50  # of what she was asked, the newest


@dataclass(frozen=True, slots=True)
class Asked:
    """One invitation to its mentor.

    news    how far the seeker came with it, if she was told
    became  what the seeker made of her points; empty before she said any
    step    what to do about it, at `url`
    job     for which one she was asked; empty where the seeker named none. `posting` is where she
            reads its advert; empty while there is no version beside which it stands
    wish    the day that is waited for, where `sentence` tells something else; mostly empty
    text    where she reads the latest version; empty while there is none she may read
    sent    where all she sent stands; empty before she did
    note    what she wrote down for herself; `noting` is where she does
    questions
            what the seeker asks everybody and she has not answered, each with where that is done
    """

    name: str
    titles: str
    sentence: str
    job: str
    posting: str
    wish: str
    became: str
    news: str
    step: str
    url: str
    text: str
    sent: str
    note: str
    noting: str
    questions: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Mentoring:
    """What waits for her, the nearest date first; and what does not, the newest first."""

    waiting: list[Asked]
    past: list[Asked]


def mentoring(reader: Reader) -> Asking[Mentoring]:
    """Everything that asks her: by her account all of it, by a pass what that opens. Two statements."""
    [invitations] = yield (_invitations(reader),)
    rounds = [one.round_id for one in invitations]
    documents, reviews, counted, questions, thanks, notes = yield (
        _documents(reader, rounds),
        _reviews(reader, rounds),
        _points(reader, rounds),
        _questions(reader, rounds),
        _thanks(reader, rounds),
        _notes(reader, rounds),
    )
    about: dict[int, list[Document]] = defaultdict(list)
    for document in documents:
        about[getattr(document, "asked_in", 0)].append(document)
    asked: dict[int | None, list[Thread]] = defaultdict(list)
    for question in questions:
        asked[question.round_id].append(question)
    kept = {note.round_id: note.text for note in notes}
    own = {review.round_id: review for review in reviews}
    news = dict(thanks)  # of several the latest stays
    points = {pk: Points(*counts) for pk, *counts in counted}
    rows = [
        Standing(
            one,
            about[one.round_id],
            own.get(one.round_id),
            points.get(one.round_id),
            asked[one.round_id],
            note=kept.get(one.round_id, ""),
            news=news.get(one.round_id, ""),
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
    parts = ("round__owner", "round__pursuit", "person")
    hers = Invitation.objects.visible_to(reader).select_related(*parts)
    return hers.defer("round__pursuit__posting").order_by("-created_at", "-pk")[:SHOWN]


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
def _thanks(reader: Reader, rounds: list[int]) -> QuerySet[Thanks, tuple[int, str]]:
    told = Thanks.objects.visible_to(reader).filter(points__round__in=rounds)
    return told.order_by("told_at", "pk").values_list("points__round", "news")


@composed
def _notes(reader: Reader, rounds: list[int]) -> QuerySet[PrivateNote]:
    return PrivateNote.objects.visible_to(reader).filter(round__in=rounds).exclude(text="")


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
        sentence=tell.what_waits(row) if row.waits else tell.what_was(row),
        job=tell.job(row),
        posting=tell.posting(row, version),
        wish=tell.wish(row) if row.waits else "",
        became=tell.became(row, row.points, version) if row.points else "",
        news=tell.news(row),
        step=tell.step(row) if row.waits else "",
        url=invitation.get_absolute_url(),
        text=version.get_absolute_url() if version else "",
        sent=reverse("critique:sent", args=[invitation.round.ref]) if row.review else "",
        note=row.note,
        noting=reverse("critique:private_note", args=[invitation.round.ref]) if version else "",
        questions=[
            (getattr(one, "text", ""), one.get_absolute_url()) for one in row.questions if row.waits
        ],
    )
