"""Every page, light and dark, 320 px and wide: axe finds nothing, and nothing runs off the side."""

import re
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.infrastructure.pages import Axe, Windows
from tests.infrastructure.service import Service
from tests.infrastructure.settled import assert_fits
from tests.journeys.steps.files import damaged, docx, pdf
from tests.journeys.steps.people import sign_up, unique
from tests.journeys.steps.uploading import upload, upload_next

pytestmark = pytest.mark.journey

LOOKS = [
    pytest.param(width, scheme, id=f"{scheme} at {width}")
    for width, scheme in product((320, 1280), ("light", "dark"))
]
OPEN_TO_ALL = (
    "/",
    "/account/signup/",
    "/account/login/",
    "/account/login/code/",
    "/account/password/reset/",
    "/nothing/here/",
)
SIGNED_IN = (
    "/desk/",
    "/documents/",
    "/documents/new/",
    "/documents/write/",
    "/settings/",
    "/mailbox/",
    "/account/email/",
    "/account/password/change/",
    "/account/logout/",
)
OF_TWO_VERSIONS = (
    "versions/2/",
    "versions/2/text/",
    "versions/2/change/",
    "versions/2/sent/",
    "versions/2/sent/removal/",
    "comparison/1/2/",
    "comparison/1/2/pages/",
)


def hold(page: Page, axe: Axe, paths: list[str]) -> None:
    """Each path passes axe and fits the width of the window."""
    for path in paths:
        page.goto(path)
        axe(page)
        assert_fits(page)


def settle(people: Windows) -> None:
    """A page that is not there is a complaint of the browser, not of the page."""
    assert [complaint for complaint in people.complaints if "404" not in complaint] == []
    people.complaints.clear()


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_pages_open_to_all(people: Windows, axe: Axe, width: int, scheme: str):
    page = people.open(viewport={"width": width, "height": 800}, color_scheme=scheme)

    hold(page, axe, list(OPEN_TO_ALL))
    settle(people)


@pytest.fixture
def own_pages(page: Page, service: Service, tmp_path: Path) -> list[str]:
    """The addresses of Ada's own pages: documents ready, refused, being written, in two versions."""
    sign_up(page, service, unique("ada"))
    upload(page, pdf(), docx(), damaged())
    expect(page.get_by_text("Ready to read")).to_have_count(2)
    links = page.get_by_role("main").get_by_role("link").all()
    own = {link.get_attribute("href") or "" for link in links}
    documents = sorted(path for path in own if re.fullmatch(r"/documents/[a-z0-9]{12}/", path))
    reading = documents[0]
    parts = ("description/", "deletion/", "draft/", "points/", "wording/")
    more = [f"{reading}{part}" for part in parts]
    versions = [f"{path}versions/1/" for path in documents]
    views = [f"{versions[0]}{view}/" for view in ("pages", "text")]
    changed = upload_next(page, tmp_path)
    newer = [f"{changed}{part}" for part in OF_TWO_VERSIONS]
    return [*SIGNED_IN, *documents, *more, *versions, *views, *newer]


def test_pages_of_ones_own(page: Page, people: Windows, axe: Axe, own_pages: list[str]):
    state = page.context.storage_state()

    for look in LOOKS:
        width, scheme = look.values
        viewport = {"width": width, "height": 800}
        window = people.open(viewport=viewport, color_scheme=scheme, storage_state=state)
        hold(window, axe, own_pages)

    settle(people)
