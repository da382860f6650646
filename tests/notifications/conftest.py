"""A mail server that letters leave through, and a kind of notice to tell."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from mentorship.notifications import kinds
from mentorship.notifications.kinds import Kind
from mentorship.notifications.models import Notice
from tests.infrastructure.processes import free_port
from tests.infrastructure.smtp import Sink
from tests.notifications.mail_servers import Flaky, goes_to, taking_letters


@pytest.fixture
def mail(settings: Settings, sink: Sink) -> Sink:
    """The mail server that letters leave through."""
    goes_to(settings, sink.port)
    return sink


@pytest.fixture
def flaky(settings: Settings) -> Iterator[Flaky]:
    """A mail server that letters leave through, and that hangs up when told to."""
    with taking_letters(Flaky(port=free_port()), settings) as server:
        yield server


@pytest.fixture
def untold(settings: Settings) -> Iterator[set[str]]:
    """A kind "tests.reply" is known; things put into this set may no longer be told."""
    things: set[str] = set()

    def may_still_be_told(notice: Notice) -> bool:
        return notice.event.thing not in things

    def context(notices: list[Notice]) -> dict[str, object]:
        return {"who": "Ben", "things": [notice.event.thing for notice in notices]}

    here = Path(__file__).parent / "templates"
    engine = settings.TEMPLATES[0]
    settings.TEMPLATES = [{**engine, "DIRS": [*engine["DIRS"], here]}]
    kinds.register(Kind("tests.reply", may_still_be_told=may_still_be_told, context=context))
    yield things
    del kinds.KINDS["tests.reply"]
