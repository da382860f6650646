"""Ada and Ben over three versions of a résumé: critique, other words, what became of each point."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.infrastructure.pages import Windows
from tests.infrastructure.service import Service
from tests.journeys.steps.asking import INVITED, SEND, Asked, ask, open_letter
from tests.journeys.steps.commenting import comment, finish
from tests.journeys.steps.files import NINE_YEARS, TWO_COLUMNS, docx, pdf_with
from tests.journeys.steps.hands import Hands, Keys, Mouse, Touch
from tests.journeys.steps.letters import letter_link
from tests.journeys.steps.people import sign_up_by_forms, unique
from tests.journeys.steps.reading import NIGHT, line, ready, thread
from tests.journeys.steps.uploading import next_version, upload

pytestmark = pytest.mark.journey

SYSTEM = "Helped with the introduction of a new warehouse system."
TEAM = "Led twelve people answering 900 letters"
BELT = "Swapped shouting across the belt"
LEAD = "Lead 84 people on three shifts"
POINTS = {
    NIGHT: "Say that you lead them.",
    "Helped with the introduction": "What did you do?",
    TEAM: "How many letters is that for each?",
    BELT: "Keep this one.",
}


def jobs() -> tuple[str, str]:
    """Two jobs as they stand in the résumé, one after the other."""
    source = TWO_COLUMNS.with_suffix(".typ").read_text()
    second, third, end = (
        source.index(words)
        for words in ("    #job[Shift manager]", "    #job[Customer", "    #section[Selected")
    )
    return source[second:third], source[third:end]


# As Ada rewrites it: a line is made better, one goes, two jobs change places, the rest stays.
SHIFT, SERVICE = jobs()
SECOND = {
    "Responsible for 84 people on three shifts": LEAD,
    f"    - {SYSTEM}\n": "",
    SHIFT + SERVICE: SERVICE + SHIFT,
}
THIRD = SECOND | {"Looking for a site of my own.": "I would like to lead a site."}


def review(hands: Hands, ben: Page) -> None:
    """Four points, one of them with other words; then the verdict."""
    for words, text in POINTS.items():
        hands.point(ben, words)
        hands.write(ben.get_by_label("Your comment"), text)
        if words == NIGHT:
            hands.press(ben.locator("comment-writing summary", has_text="Suggest other words"))
            hands.write(ben.get_by_label("Instead of these words"), f"{LEAD} and")
        hands.press(ben.locator("comment-writing").get_by_role("button", name="Save"))
        expect(ben.locator(".comment-text", has_text=text)).to_be_attached()
    hands.press(ben.get_by_role("link", name=re.compile("^Finish and send to")))
    hands.choose(ben.get_by_label("Small fixes"))
    hands.press(ben.get_by_role("button", name=SEND))
    hands.press(ben.get_by_role("link", name="Back to the text"))
    ready(ben)


def answer(hands: Hands, ada: Page) -> None:
    """She replies to one point, and takes over the words of another."""
    keep, better = thread(ada, "Keep this one."), thread(ada, "Say that you lead them.")
    hands.press(hands.read(keep).get_by_role("link", name="Reply"))
    hands.write(ada.get_by_label("Your reply"), "It stays.")
    hands.press(ada.locator("comment-writing").get_by_role("button", name="Reply"))
    expect(keep.locator(".comment-text", has_text="It stays.")).to_be_visible()
    hands.leave(ada)
    hands.press(hands.read(better).get_by_role("button", name="Accept"))
    expect(better).to_contain_text("Accepted")


@pytest.mark.parametrize("hands", [Mouse(), Keys(), Touch()], ids=["mouse", "keys", "touch"])
def test_a_critique_goes_on_over_three_versions(
    hands: Hands, asked: Asked, people: Windows
) -> None:
    ben = open_letter(asked, people, **hands.window)
    review(hands, ben)
    first = ben.url.partition("#")[0]
    document, second = first.partition("versions/")[0], first.replace("/1/", "/2/")
    ada = people.open(storage_state=asked.ada.context.storage_state(), **hands.window)

    ada.goto(first)
    ready(ada)
    answer(hands, ada)
    ada.goto(f"{document}wording/")
    hands.press(ada.get_by_role("button", name="Done"))
    expect(ada.get_by_text("Everything is in your file.")).to_be_visible()

    next_version(ada, first, pdf_with(SECOND))
    ada.goto(second)
    ready(ada)
    expect(ada.locator("article.thread")).to_have_count(4)
    expect(thread(ada, "Keep this one.").locator(".relocation")).to_have_count(0)
    expect(thread(ada, "How many letters")).to_contain_text("Moved along with its words")
    changed = thread(ada, "Say that you lead them.")
    expect(changed).to_contain_text("The suggested words are in version 2")
    expect(changed).to_contain_text("Used")

    hands.press(ada.locator("#tray summary"))
    gone = thread(ada, "What did you do?")
    expect(gone).to_contain_text("These words are no longer there")
    hands.press(gone.get_by_role("link", name="Find its place"))
    hands.point(ada, "Brought agency cover down")
    expect(thread(ada, "What did you do?")).to_contain_text("Placed by hand")

    ada.goto(document)
    hands.press(ada.get_by_role("link", name="Compare with version 1"))
    expect(ada.locator("del", has_text="Responsible for").first).to_be_visible()
    expect(ada.locator("ins", has_text="Lead").first).to_be_visible()

    next_version(ada, first, pdf_with(THIRD))
    ben.goto(first.replace("/1/", "/3/"))
    ready(ben)
    expect(ben.locator("article.thread")).to_have_count(4)
    placed = thread(ben, "What did you do?")
    expect(placed.locator(".thread-quote").first).to_contain_text("Brought agency cover down")
    expect(line(ben, "Brought agency cover down")).to_contain_class("has-threads")


def test_a_point_goes_along_through_three_versions_of_a_letter_in_word(
    page: Page, service: Service, people: Windows
) -> None:
    seeker, ben = unique("ada"), unique("ben")
    sign_up_by_forms(page, service, seeker)
    upload(page, docx())
    expect(page.locator("#line-1")).to_be_attached()
    page.get_by_role("link", name="Document", exact=True).click()
    ask(page, ben)
    asked = Asked(page, seeker, ben, letter_link(service, ben, INVITED), page.url)
    mentor = open_letter(asked, people)
    comment(mentor, "nine years", "Say where.")
    finish(mentor)
    first = mentor.url.partition("#")[0]

    for number, paragraphs in (
        (2, ("Your Hull site opens in spring.", NINE_YEARS)),
        (3, ("Your Hull site opens in spring.", NINE_YEARS.replace("quiet", "quiet in Leeds"))),
    ):
        next_version(page, first, docx(*paragraphs))
        page.goto(first.replace("/1/", f"/{number}/"))
        ready(page)
        expect(thread(page, "Say where.")).to_be_visible()
        expect(line(page, "nine years")).to_contain_class("has-threads")

    expect(thread(page, "Say where.")).to_contain_text("These words have changed since")
