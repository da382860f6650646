"""What software reads: two columns that it reads across, and a comment on words of one of them."""

import re

import pytest
from playwright.sync_api import expect

from tests.infrastructure.pages import Axe, Windows
from tests.infrastructure.settled import box
from tests.journeys.steps.asking import Asked, open_letter
from tests.journeys.steps.commenting import save
from tests.journeys.steps.files import Upload
from tests.journeys.steps.reading import line, ready, selected, thread
from tests.journeys.steps.uploading import next_version
from tests.make.pdfs import LEFT, RIGHT, column, in_turn, pdf, text_at

pytestmark = pytest.mark.journey

MIXED = text_at(60, 740, "Ada Lovelace", 24) + in_turn(column(60, LEFT), column(330, RIGHT))
ADVICE = "Set the columns apart."
ACROSS = f"{LEFT[0]} {RIGHT[0]}"


def test_columns_read_across_are_shown_and_commented_on(
    asked: Asked, people: Windows, axe: Axe
) -> None:
    asked.ada.goto("/documents/")
    asked.ada.get_by_role("link", name="Ada resume", exact=True).click()
    next_version(asked.ada, asked.ada.url, Upload("cv.pdf", "application/pdf", pdf(MIXED)))
    ben = open_letter(asked, people, viewport={"width": 1280, "height": 900})
    ben.get_by_role("link", name="Software", exact=True).click()
    ready(ben)

    expect(ben.get_by_role("heading", name="Columns read across")).to_be_visible()
    row = ben.locator(".row-read", has_text=LEFT[0])
    assert " ".join(row.locator(".words").all_inner_texts()).split() == ACROSS.split()
    axe(ben)
    words = box(line(ben, RIGHT[0]).locator(".words"))
    level = words["y"] + words["height"] / 2
    ben.mouse.move(words["x"] + 1, level)
    ben.mouse.down()
    ben.mouse.move(words["x"] + words["width"] - 1, level, steps=6)
    ben.mouse.up()
    assert selected(ben) == RIGHT[0]
    ben.get_by_role("button", name="Comment", exact=True).click()
    ben.get_by_label("Your comment").fill(ADVICE)
    save(ben, ADVICE)
    expect(line(ben, RIGHT[0])).to_have_class(re.compile("has-threads"))

    ben.get_by_role("link", name="Pages", exact=True).click()
    ready(ben)

    expect(thread(ben, ADVICE)).to_contain_text(RIGHT[0])
    expect(line(ben, RIGHT[0])).to_have_class(re.compile("has-threads"))
