"""Screenshots of every page, for people to look at: `./run test pictures`.

The pages are those that are held to rules of accessibility. The name of this file keeps it out of all other runs.
"""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browsing.browsers import sign_in
from tests.infrastructure.node import ROOT
from tests.infrastructure.pages import windows
from tests.pages.matrix import REF
from tests.pages.personas import NEW_PASSWORD, world
from tests.pages.showing import HOST, after_forms, answering, shown

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
    pages = [one for one in (*shown(here), *after_forms(here)) if "<html" in one[2]]
    owner = sign_in(here.document.owner, NEW_PASSWORD)  # asked for by one of the forms
    signed_in = here.browsers | {"owner": owner}
    with windows(browser, HOST) as people:
        window = people.open(**LOOKS[look])
        for path, who, page in pages:
            window.route("**/*", answering(signed_in[who], path, page))
            window.goto(path)
            window.screenshot(path=file_of(look, path), full_page=True)
            window.unroute_all(behavior="wait")
        people.complaints.clear()  # what the console says of a real service, journeys listen to

    assert len(list((FOLDER / look).iterdir())) == len({file_of(look, path) for path, *_ in pages})
