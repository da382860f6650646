"""Screenshots of every page and letter, for people to look at: `./run test pictures`.

The pages are those that are held to rules of accessibility. The name of this file keeps it out of all other runs.
"""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from mentorship.notifications import codes
from tests.infrastructure.node import ROOT
from tests.infrastructure.pages import windows
from tests.infrastructure.settled import settled
from tests.notifications import every_letter
from tests.pages.matrix import REF
from tests.pages.personas import world
from tests.pages.showing import HOST, answering, everything

pytestmark = [pytest.mark.journey, pytest.mark.django_db]

FOLDER = ROOT / ".cache" / "pictures"
LOOKS: dict[str, dict[str, Any]] = {  # options of a Playwright context
    "wide": {"viewport": {"width": 1280, "height": 800}},
    "phone": {"viewport": {"width": 390, "height": 844}},
    "dark": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
    "zoomed": {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2},
}


def file_of(look: str, path: str) -> Path:
    """Where the picture of a page is kept: a name that is the same in the next run."""
    name = re.sub(r"[^\w.]+", "-", REF.sub("ref", path)).strip("-") or "landing"
    return FOLDER / look / f"{name}.png"


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_has_its_picture(browser: Browser, look: str) -> None:
    shutil.rmtree(FOLDER / look, ignore_errors=True)
    here = world()
    here.browsers["owner"].get("/settings/")  # reads what was told of the world's making
    pages = [one for one in everything(here) if "<html" in one[2]]
    with windows(browser, HOST) as people:
        window = people.open(**LOOKS[look])
        for path, whose, page in pages:
            window.route("**/*", answering(whose, path, page))
            window.goto(path)
            settled(window).screenshot(path=file_of(look, path), full_page=True)
            window.unroute_all(behavior="wait")
        people.complaints.clear()  # what the console says of a real service, journeys listen to

    assert len(list((FOLDER / look).iterdir())) == len({file_of(look, path) for path, *_ in pages})


@pytest.mark.parametrize("look", LOOKS)
def test_every_letter_has_its_picture(browser: Browser, look: str) -> None:
    folder = FOLDER / "letters" / look
    shutil.rmtree(folder, ignore_errors=True)
    letters = every_letter.written()
    with windows(browser, HOST) as people:
        window = people.open(**LOOKS[look])
        for letter in letters:
            window.set_content(codes.reveal(letter.html, letter))
            window.screenshot(path=folder / f"{letter.kind}.png", full_page=True)

    assert {one.stem for one in folder.iterdir()} == every_letter.names()
