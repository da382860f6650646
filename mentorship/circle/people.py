"""What each person is called: the one rule that pages, letters and the bell ask.

A seeker has one name for each person, the one typed last, and all pages about the seeker's documents
use it. Without one a person is called as the person's own settings say, and before those say anything
by the first part of the address.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import User
from mentorship.circle.models import Colleague, Invitation
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.in_step import Asking, ask_all

Row = tuple[int | None, int | None, str | None, str | None]  # round, person, name, address
InRound = tuple[int | None, int | None]  # the ids of a round, and of a person in it


@dataclass(frozen=True, slots=True)
class Names:
    """What people are called in some rounds.

    given  what the seekers call them
    """

    given: Mapping[InRound, str] = field(default_factory=dict)

    def of(self, round_id: int | None, person: User | None) -> str:
        """What this person is called in this round; empty for nobody."""
        return self.given.get((round_id, person.pk)) or person.name if person else ""

    def of_all(self, people: Iterable[tuple[int | None, User | None]]) -> list[str]:
        """The same of many, each in a round."""
        return [
            (self.given.get((round_id, person.pk)) or person.name) if person else ""
            for round_id, person in people
        ]

    def of_row(
        self,
        round_id: int | None,
        person_id: int | None,
        display_name: str | None,
        email: str | None,
    ) -> str:
        """The same where rows are read without making a User of each."""
        return self.of_rows([(round_id, person_id, display_name, email)])[0]

    def of_rows(self, rows: Iterable[Row]) -> list[str]:
        """The same of many rows."""
        return [
            self.given.get((round_id, person_id)) or display_name or (email or "").partition("@")[0]
            for round_id, person_id, display_name, email in rows
        ]


def names_in(rounds: Iterable[int | None]) -> Names:
    """What the people of these rounds are called. One query, none for no rounds."""
    return ask_all(naming(rounds))


def naming(rounds: Iterable[int | None]) -> Asking[Names]:
    """The same, for a page that asks more in the same statement."""
    known = sorted({pk for pk in rounds if pk is not None})
    if not known:
        return Names()
    [rows] = yield (_named(known),)
    return Names({(round_id, person): name for round_id, person, name in rows})


@composed
def _named(rounds: list[int]) -> QuerySet[Invitation, tuple[int, int | None, str]]:
    named = Invitation.objects.filter(round__in=rounds).exclude(name="")
    return named.values_list("round_id", "person_id", "name")


def call(person: User, name: str, email: str, *, seeker: User) -> None:
    """From now on this seeker calls the person so: in her circle, and in rounds of before as well.

    The name typed last counts for all of them, so that nobody has two names on one seeker's pages.

    email  by which the seeker knows this person
    """
    facts = {"name": name, "email": email, "asked_at": timezone.now()}
    Colleague.objects.update_or_create(owner=seeker, person=person, defaults=facts)
    rounds = Invitation.objects.filter(round__owner=seeker, person=person)
    rounds.exclude(name=name).update(name=name)


@composed
def names_by(seeker: User, people: list[int]) -> QuerySet[Colleague, tuple[int, str]]:
    """What a seeker calls these people: the id of each, and a name."""
    known = Colleague.objects.filter(owner=seeker, person__in=people)
    return known.values_list("person_id", "name")


def name_in(round_id: int | None, person: User | None) -> str:
    """What one person is called in one round. One query."""
    return names_in([round_id]).of(round_id, person)
