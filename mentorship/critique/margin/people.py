"""Who was asked about a document, and what: how threads name people and questions. One query."""

from dataclasses import dataclass, field

from django.db.models import Exists, F, OuterRef

from mentorship.circle.models import Invitation, Pass
from mentorship.circle.people import InRound, Names
from mentorship.critique.models import Agreement


@dataclass(slots=True)
class Asked:
    """Of all rounds about one document.

    names      what the seeker calls each person
    passed_on  whom only a link that the seeker passed on has let in: no code to her address since
    questions  of each round
    agrees     whether somebody agrees with a point of somebody else
    """

    names: Names = field(default_factory=Names)
    passed_on: set[InRound] = field(default_factory=set)
    questions: dict[int, list[str]] = field(default_factory=dict)
    agrees: bool = False

    def question(self, round_id: int | None, number: int | None) -> str:
        """The question with this number; empty when there is none."""
        asked = self.questions.get(round_id or 0, [])
        return asked[number - 1] if number and number <= len(asked) else ""


def asked_about(document_id: int) -> Asked:
    """Everybody who was asked about the document."""
    passes = Pass.objects.filter(invitation=OuterRef("pk"))
    everybody = Invitation.objects.filter(round__documents=document_id)
    rows = everybody.annotate(
        came_so=Exists(passes.filter(is_passed_on=True)),
        is_proved=Exists(passes.filter(is_passed_on=False)),
        agrees=Exists(Agreement.objects.filter(thread__document=document_id)),
    ).values_list(
        "round_id",
        "person_id",
        "name",
        "round__questions",
        F("came_so"),
        F("is_proved"),
        F("agrees"),
    )
    asked, given = Asked(), {}
    for round_id, person_id, name, questions, came_so, is_proved, agrees in rows:
        asked.agrees = agrees
        given[round_id, person_id] = name
        asked.questions[round_id] = questions
        if came_so and not is_proved:
            asked.passed_on.add((round_id, person_id))
    asked.names = Names(given)
    return asked
