"""The ask page, filled in and sent."""

from uuid import uuid4

from django.test import Client

from mentorship.circle.asking import Invitee
from mentorship.documents.models import Document


def send(browser: Client, document: Document, *people: Invitee, **typed: object) -> tuple[int, str]:
    """Fill in the ask page and send it: the answer's status and page."""
    rows = {
        f"people-{row}-{field}": getattr(person, field)
        for row, person in enumerate(people)
        for field in ("name", "email")
    }
    form = {"people-TOTAL_FORMS": 3, "people-INITIAL_FORMS": 0, "minutes": 10}
    asked = {"openness": "table", "key": uuid4()}
    sent = {"documents": document.ref, **form, **asked, **rows, **typed}
    answer = browser.post("/rounds/new/", sent)
    return answer.status_code, answer.content.decode()
