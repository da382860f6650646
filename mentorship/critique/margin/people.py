"""Who was asked about a document, and what: how threads name people and questions. One query."""

from dataclasses import dataclass, field

from django.db.models import Exists, F

from mentorship.circle.models import Invitation
from mentorship.circle.people import Names
from mentorship.critique.models import Agreement


@dataclass(slots=True)
class Asked:
    """Of all rounds about one document.

    names      what the seeker calls each person
    questions  of each round
    agrees     whether somebody agrees with a point of somebody else
    """

    names: Names = field(default_factory=Names)
    questions: dict[int, list[str]] = field(default_factory=dict)
    agrees: bool = False

    def question(self, round_id: int | None, number: int | None) -> str:
        """The question with this number; empty when there is none."""
        asked = self.questions.get(round_id or 0, [])
        return asked[number - 1] if number and number <= len(asked) else ""


def asked_about(document_id: int) -> Asked:
    """Everybody who was asked about the document."""
    everybody = Invitation.objects.filter(round__documents=document_id)
    rows = everybody.annotate(
        agrees=Exists(Agreement.objects.filter(thread__document=document_id)),
    ).values_list(
        "round_id",
        "person_id",
        "name",
        "round__questions",
        F("agrees"),
    )
    asked, given = Asked(), {}
    for round_id, person_id, name, questions, agrees in rows:
        asked.agrees = agrees
        given[round_id, person_id] = name
        asked.questions[round_id] = questions
    asked.names = Names(given)
    return asked
