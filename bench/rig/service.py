"""The service under measurement, and a person who uses it as a browser does."""

import contextlib
import re
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

from django.urls import reverse

from bench import FOLDER
from mentorship.documents.models import Version
from tests import make
from tests.infrastructure.client import Answer, HttpClient
from tests.infrastructure.service import Service, running_service

RESUME = Path(__file__).parents[1] / "data" / "resume.pdf"
UNDER_WAY = (Version.State.RECEIVED, Version.State.PREPARING)


@contextlib.contextmanager
def whole_service() -> Iterator[Service]:
    """Valkey, web, worker and beat as `./run` starts them, on the database asked here."""
    with running_service(FOLDER) as started:
        yield started


class Person(HttpClient):
    """Somebody signed in."""

    def __init__(self, service: Service, name: str = "Ada") -> None:
        super().__init__(service.port)
        self.user = make.person(name)
        email = self.user.email
        sign_in = reverse("account_login")
        answer = self.post(
            sign_in, self.token(sign_in), {"login": email, "password": make.PASSWORD}
        )
        if answer.status != 302 or "session" not in self.cookies:
            raise RuntimeError(f"{email} could not sign in: {answer.status} {answer.sentence}")


def upload(person: HttpClient, path: Path, token: str) -> Answer:
    """One file sent through the upload page; 201 with its place, or 422 with a sentence."""
    with path.open("rb") as file:
        return person.post(reverse("documents:upload"), token, {"key": uuid4(), "file": file})


def version_at(answer: Answer) -> Version:
    """The version an upload made."""
    ref, number = re.findall(r"/documents/(\w+)/versions/(\d+)/", answer.headers["Location"])[0]
    return Version.objects.get(document__ref=ref, number=number)


def wait_for(version: Version, *, within: float) -> float:
    """Seconds until the row says ready or refused, looked at every 10 ms; `within` when it did not."""
    begins = time.perf_counter()
    while (waited := time.perf_counter() - begins) < within:
        version.refresh_from_db(fields=["state"])
        if version.state not in UNDER_WAY:
            break
        time.sleep(0.01)
    version.refresh_from_db()
    return waited
