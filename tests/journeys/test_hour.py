"""One clock for the whole service: what a person sees at three at night is what `HOUR=3` shows."""

import time
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import psycopg
import pytest
from playwright.sync_api import Page

from tests.clock import HOUR
from tests.infrastructure.service import Service
from tests.journeys.steps.people import sign_up, unique

pytestmark = pytest.mark.journey

A_MINUTE = timedelta(minutes=1)


def test_web_worker_database_and_browser_live_at_the_same_moment(page: Page, service: Service):
    address = unique("ada")
    sign_up(page, service, address)
    answer = page.goto("/")
    assert answer
    with psycopg.connect(service.database) as connection:
        (database,) = connection.execute("SELECT now()").fetchone() or ()
    here = datetime.now(UTC)  # noqa: TID251 - the machine's clock itself is meant

    assert service.sink
    moments = {
        "web": parsedate_to_datetime(answer.headers["date"]),
        "worker": parsedate_to_datetime(str(service.sink.to(address)[-1].message["Date"])),
        "database": database,
        "browser": datetime.fromtimestamp(page.evaluate("Date.now()") / 1000, UTC),
    }
    assert {
        name: abs(moment - here) < A_MINUTE for name, moment in moments.items()
    } == dict.fromkeys(moments, True)
    assert HOUR is None or time.localtime().tm_hour == HOUR
