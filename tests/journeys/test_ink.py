"""A double click takes the word under it, in every script: words of the text lie on their ink."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from mentorship.documents.text.folding import is_right_to_left
from tests.documents.formats.reading_copies import read
from tests.infrastructure.service import Service
from tests.infrastructure.settled import box
from tests.journeys.steps.files import Upload, pdf
from tests.journeys.steps.forms import sent
from tests.journeys.steps.people import sign_up_by_forms, unique
from tests.journeys.steps.reading import ready

pytestmark = pytest.mark.journey

WIDE = {"width": 1280, "height": 1500}  # all of a page
KNOWN = Path(__file__).resolve().parents[2] / "bench" / "data" / "words" / "known"
SIGNS = "–·•%+,.()，。、"
MOST = 40  # of the words of a page are looked at, all over it
# What a press selects, and no more: forms and buttons about it would come, and lie over the next word.
ALONE = """() => {
  for (const name of ["click", "dblclick"]) addEventListener(name, (event) => event.stopImmediatePropagation(), true);
  document.querySelector(".selection-buttons").style.display = "none";
}"""


def named(name: str) -> Upload:
    """A PDF of the labelled set."""
    return Upload(name, "application/pdf", (KNOWN / name).read_bytes())


def taken(page: Page, x: float, y: float) -> str:
    """What a double click selects here, in shares of the first page."""
    paper = page.locator(".page-paper").first
    size = box(paper)
    page.mouse.dblclick(size["x"] + x * size["width"], size["y"] + y * size["height"])
    return str(page.evaluate("getSelection().toString()")).strip()


@pytest.mark.parametrize(
    "file", ["two columns", "chromium-plain-ar.pdf", "chromium-sidebar-zh.pdf"]
)
def test_a_double_click_takes_the_word_under_it(
    page: Page, service: Service, tmp_path: Path, file: str
) -> None:
    upload = pdf() if file == "two columns" else named(file)
    copy = read(upload.content, tmp_path)
    words = [word for line in copy.pages[0].lines for word in line.words if line.angle == 0]
    words = [word for word in words if copy.text[word.start : word.end].strip(SIGNS)]
    words = words[:: max(1, len(words) // MOST)]
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]  # its TypedDict
    sign_up_by_forms(page, service, unique("ada"))
    page.goto(sent(page, page.request.get("/documents/new/"), {"file": upload}).url)
    ready(page)
    page.evaluate(ALONE)

    wrong = {}
    for word in words:
        left, top, right, bottom = word.box
        text = copy.text[word.start : word.end]
        # Within the word's first half: in the other one a browser may mean what comes next.
        share = 2 / 3 if is_right_to_left(text) else 1 / 3
        found = taken(page, left + share * (right - left), (top + bottom) / 2)
        if not found or not (found in text or text in found):
            wrong[text] = found

    assert wrong == {}
