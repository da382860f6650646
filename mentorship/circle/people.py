"""What each person is called: the one rule that pages, letters and the bell ask.

In a round a person is called as its seeker calls her there; outside of it, and where the seeker gave
no name, as the person calls herself, and before she has said so by the first part of her address.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from accounts.models import User
from mentorship.circle.models import Invitation

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

    def of_row(
        self,
        round_id: int | None,
        person_id: int | None,
        display_name: str | None,
        email: str | None,
    ) -> str:
        """The same where rows are read without making a User of each."""
        given = self.given.get((round_id, person_id))
        return given or display_name or (email or "").partition("@")[0]


def names_in(rounds: Iterable[int | None]) -> Names:
    """What the people of these rounds are called. One query, none for no rounds."""
    known = {pk for pk in rounds if pk is not None}
    if not known:
        return Names()
    rows = Invitation.objects.filter(round__in=known).exclude(name="")
    return Names(
        {
            (round_id, person): name
            for round_id, person, name in rows.values_list("round_id", "person_id", "name")
        }
    )


def name_in(round_id: int | None, person: User | None) -> str:
    """What one person is called in one round. One query."""
    return names_in([round_id]).of(round_id, person)
