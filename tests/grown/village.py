"""Who is in it, and what they did: seekers with a few documents or many, and those they asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import uuid4

from allauth.account.models import EmailAddress
from django.db.models import F, Model, Q, QuerySet

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle import actions as circle
from mentorship.circle.asking import Ask, Invitee
from mentorship.circle.models import Colleague, Invitation, Pass, Round
from mentorship.circle.visitors.passes import as_visitor
from mentorship.critique.models import Comment, Placement, Review, Suggestion, Thread
from mentorship.critique.workers import carrying
from mentorship.documents.models import Document, Grant, Page, Version
from mentorship.looks import actions as looking
from mentorship.looks.models import Look, LookLink, Showing
from mentorship.notifications.delivery import sweeping
from mentorship.notifications.models import Event, Letter, Notice
from mentorship.trail.models import Activity
from tests import make
from tests.grown.copying import People, Rows, copy
from tests.make import looks, saying

A_FEW = 3  # documents of a seeker
LINES = 12
TEXT = "".join(
    f"Line {number} of a résumé, which says what was done, where, and what came of it.\n"
    for number in range(1, LINES + 1)
)


@dataclass(frozen=True)
class Size:
    """How many documents of each kind.

    ordinary   two mentors made six points, two of which were answered, and looked at page one, as
               somebody with a look link did; a third has not come yet
    revised    the same, and a second version
    discussed  as many points as `points` says, every third answered
    hoarders   people who have `many` documents that nobody was asked to read
    """

    ordinary: int
    revised: int
    discussed: int
    hoarders: int
    points: int = 150
    many: int = 200

    @property
    def read(self) -> int:
        """Documents that somebody was asked to read."""
        return self.ordinary + self.revised + self.discussed


@dataclass(frozen=True)
class Village:
    """Ids, for whoever wants to meet some of them.

    documents  of each kind, by its name
    """

    seekers: range
    hoarders: range
    mentors: range
    documents: dict[str, range]


def settle(size: Size) -> Village:
    """Make them all, on PostgreSQL: each kind once through the actions, the rest by copying that."""
    seekers = _people(make.person("Ada"), size.read // A_FEW + 1)
    hoarders = _people(make.person("Hal"), size.hoarders)
    mentors = _people(make.invited("Ben"), max(size.read // A_FEW, 4))
    patterns = {
        "ordinary": (_asked_about(6), size.ordinary),
        "revised": (_asked_about(6, is_revised=True), size.revised),
        "discussed": (_asked_about(size.points), size.discussed),
    }
    unread = make.ready_version(make.person("Hal"), text=TEXT).document
    _work_off()
    documents, place = {}, 0
    for name, (pattern, times) in patterns.items():
        documents[name] = _documents(pattern, times, _cast(pattern, seekers, mentors, place))
        place += times
    owner = {unread.owner_id: f"{hoarders.start} + g / {size.many}"}
    documents["unread"] = _documents(unread, size.hoarders * size.many, owner)
    return Village(seekers, hoarders, mentors, documents)


def _people(pattern: User, count: int) -> range:
    addresses = EmailAddress.objects.filter(user=pattern).values_list("pk", flat=True)
    made = copy({User: [pattern.pk], EmailAddress: list(addresses)}, count, {})
    return range(made[User].first, made[User].first + count)


def _cast(document: Document, seekers: range, mentors: range, place: int) -> People:
    """Who stands in a copy for the people of the pattern: neighbours for neighbours."""
    asked = Invitation.objects.filter(round__documents=document).order_by("pk")
    ben, eve, kim = asked.values_list("person", flat=True)
    many, first = len(mentors), mentors.start
    return {
        document.owner_id: f"{seekers.start} + ({place} + g) / {A_FEW}",
        ben: f"{first} + ({place} + g) * 2 % {many}",
        eve: f"{first} + (({place} + g) * 2 + 1) % {many}",
        kim: f"{first} + ({place} + g + {many // 2}) % {many}",
    }


def _documents(pattern: Document, times: int, people: People) -> range:
    made = copy(_all_about(pattern), times, people)[Document]
    return range(made.first, made.first + times)


def _asked_about(points: int, *, is_revised: bool = False) -> Document:
    """Three were asked; two made so many points and finished."""
    seeker = make.person("Ada")
    version = make.ready_version(seeker, text=TEXT)
    by = as_account(seeker)
    people = [Invitee(name, make.invited(name).email) for name in ("Ben", "Eve", "Kim")]
    asked = circle.ask([version.document], by=by, people=people, ask=Ask(), key=uuid4())
    ben, eve, _kim = asked.invitations.order_by("pk")
    for invitation, count in ((ben, points - points // 2), (eve, points // 2)):
        make.visitor_pass(_grant(invitation))
        _speak(version, as_visitor(invitation), count)
    _look(version, (ben, eve))
    for thread in Thread.objects.filter(document=version.document).order_by("pk")[::3]:
        saying.reply(thread, by, "What if I say it as I said it to you on the phone?")
    if is_revised:
        make.ready(make.version(version.document, text=f"Ada Lovelace\n{TEXT}"))
    return version.document


def _grant(invitation: Invitation) -> Grant:
    return Grant.objects.get(source=Grant.Source.INVITATION, source_id=invitation.pk)


def _speak(version: Version, mentor: Reader, points: int) -> None:
    for number in range(points):
        more = {"wording": f"{number} words instead"} if number % 3 == 1 else {}
        said = (
            "Lead with the *result*: how much faster was it, and for whom? It says what was asked."
        )
        saying.draft(version, mentor, said, number % LINES + 1, **more)
    saying.finish(version, mentor)


def _look(version: Version, mentors: Iterable[Invitation]) -> None:
    looks.showing(version, target="Analyst")
    for mentor in mentors:
        looks.recalled_by(mentor, job="Analyst", strongest="Wrote the first program")
    link = looks.look_link(version.document)
    held = looks.visitor_of(link, "of a stranger")
    assert held.showing
    looking.start(held, held.showing, by=held.by, pace=1, by_text=False)


def _work_off() -> None:
    """Nothing is left for a sweep: all was carried, told and read, and its letters' words are gone."""
    carrying.carry_all()
    sweeping.sweep()
    Letter.objects.update(state=Letter.State.SENT, subject="", text="", html="", headers={})
    Notice.objects.update(seen_at=F("due_at"))


def _all_about(document: Document) -> Rows:
    """Every row that one document has brought about."""
    rounds = Round.objects.filter(documents=document)
    invitations = Invitation.objects.filter(round__in=rounds)
    people = [document.owner_id, *invitations.values_list("person", flat=True)]
    threads = Thread.objects.filter(document=document)
    about = Q(actor__in=people) | Q(notices__person__in=people)
    rows: Iterable[QuerySet[Model]] = [
        Document.objects.filter(pk=document.pk),
        Version.objects.filter(document=document),
        Page.objects.filter(version__document=document),
        Grant.objects.filter(document=document).exclude(source=Grant.Source.LOOK),
        Showing.objects.filter(version__document=document),
        LookLink.objects.filter(document=document),
        Look.objects.filter(showing__version__document=document),
        rounds,
        Round.documents.through.objects.filter(document=document),
        invitations,
        Pass.objects.filter(invitation__in=invitations),
        Colleague.objects.filter(owner=document.owner),
        Review.objects.filter(round__in=rounds),
        threads,
        Comment.objects.filter(thread__in=threads),
        Placement.objects.filter(thread__in=threads),
        Suggestion.objects.filter(comment__thread__in=threads),
        Event.objects.filter(about).distinct(),
        Notice.objects.filter(person__in=people),
        Letter.objects.filter(person__in=people),
        Activity.objects.filter(owner=document.owner),
    ]
    return {found.model: sorted(found.values_list("pk", flat=True)) for found in rows}
