"""One ask in its parts: the people, the rows, the letters."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import actions as accounts
from accounts.addresses import identity
from accounts.models import User
from accounts.reader import Reader
from mentorship.circle import kinds, limits, links, people
from mentorship.circle.models import Colleague, Invitation, Round
from mentorship.circle.reminders.wanted import upcoming
from mentorship.documents import actions as documents
from mentorship.documents.models import Document, Grant
from mentorship.jobsearch.models import Pursuit
from mentorship.notifications.notices import tell
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.words.phrases import listed
from mentorship.trail.actions import write


@dataclass(frozen=True, slots=True)
class Invitee:
    """Somebody to ask, as the seeker calls her.

    email   as the seeker knows it
    person  the id of one the seeker asked before: the letter goes there, wherever that is now
    """

    name: str
    email: str
    person: int | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked of everybody in one round.

    name                what the seeker calls it; empty for what it is called by itself
    pursuit             the job it is for, whose posting they read too; hers, or None
    openness            one of `Round.Openness`
    sends_reminders     whoever does not answer is reminded, at most twice
    may_answer_by_mail  the seeker's own address is in the letters, for answers, unless she says no
    always_by_code      the link alone does not open the documents: a mailed code does
    """

    sentence: str = ""
    questions: list[str] = field(default_factory=list)
    minutes: int = 10
    wanted_by: date | None = None
    openness: str = Round.Openness.TABLE
    sends_reminders: bool = True
    may_answer_by_mail: bool = True
    always_by_code: bool = False
    name: str = ""
    pursuit: Pursuit | None = None


class AskedBefore(Refused):
    """This form asked people already, and says something else now. What was typed is still in it.

    asked  the round that was made of it.
    """

    def __init__(self, asked: Round) -> None:
        people = asked.invitations.order_by("pk").values_list("name", flat=True)
        sentence = _(
            "Your emails to %(people)s have already left, with other words than these."
            " Nothing more was sent. Press once more to send these as another round."
        )
        super().__init__("sent-before", sentence % {"people": listed(people)})
        self.asked = asked


class RowsRefused(Refused):
    """Some people cannot be asked now, so nobody was.

    sentences  why not, by address in small letters
    """

    def __init__(self, sentences: dict[str, str]) -> None:
        sentence = _("Nobody was asked yet. See the notes next to the addresses.")
        super().__init__("people", sentence, status=422)
        self.sentences = sentences


def meet(seeker: User, people: Sequence[Invitee]) -> list[tuple[User, Invitee]]:
    """Each person once, as given first, locked together with the seeker.

    Raises RowsRefused with a sentence for each who may not be written to now.
    """
    chosen = [one.person for one in people if one.person]
    hers = Colleague.objects.filter(owner=seeker, person__in=chosen).select_related("person")
    known = {colleague.person_id: colleague.person for colleague in hers}
    zone, found = seeker.time_zone, dict[int, tuple[User, Invitee]]()
    for one in people:
        person = known.get(one.person or 0) or accounts.meet(one.email, time_zone=zone)
        found.setdefault(person.pk, (person, one))
    met = list(found.values())
    limits.lock(seeker, [person for person, _one in met])
    why = {identity(one.email): limits.why_not(seeker, person) for person, one in met}
    refused = {email: sentence for email, sentence in why.items() if sentence}
    if refused:
        raise RowsRefused(refused)
    return met


def invite(
    asked: Round, person: User, called: Invitee, ask: Ask, to: list[Document], *, by: Reader
) -> Invitation:
    """The invitation of one person, what it opens, and its letter."""
    email = identity(called.email)
    invitation = Invitation.objects.create(
        round=asked,
        person=person,
        name=called.name,
        email=email,
        may_answer_by_mail=ask.may_answer_by_mail,
        always_by_code=ask.always_by_code,
    )
    for document in to:
        documents.grant(
            document,
            by=by,
            person=person,
            source=Grant.Source.INVITATION,
            source_id=invitation.pk,
        )
    people.call(person, called.name, email, seeker=asked.owner)
    send(invitation)
    write("invited", invitation.thing, owner=asked.owner, by=by)
    return invitation


def send(invitation: Invitation) -> None:
    """Have its letter written, with the link of its generation; what it asks is what is asked now."""
    again = invitation.waits_for_another_look
    invitation.event = tell(
        kinds.ANOTHER_LOOK if again else kinds.INVITATION,
        thing=invitation.thing,
        actor=invitation.seeker,
        people=[invitation.person],
    )
    invitation.sent_at = timezone.now()
    invitation.remind_at = upcoming(invitation)
    invitation.save(update_fields=["event", "sent_at", "remind_at"])


def renew(invitation: Invitation) -> None:
    """End the mailed links; the next letter holds another."""
    invitation.generation += 1
    invitation.links_from, invitation.freshened_at = invitation.generation, None
    invitation.save(update_fields=["generation", "links_from", "freshened_at"])


def freshen(invitation: Invitation) -> None:
    """The next letter holds another link, and those of before stay good: anybody may have asked."""
    if not links.may_be_fresh(invitation):
        renew(invitation)
        invitation.sent_at = timezone.now()
    else:
        invitation.generation += 1
        invitation.freshened_at = timezone.now()
    invitation.save(update_fields=["generation", "freshened_at", "sent_at"])
