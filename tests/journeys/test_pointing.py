"""Ben points at a page, a part of it, words over pages: by mouse, keys, touch, and by address."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.infrastructure.pages import Axe, Windows
from tests.infrastructure.service import Service
from tests.infrastructure.settled import box
from tests.journeys.steps.asking import Asked, ask, open_letter
from tests.journeys.steps.commenting import finish, save
from tests.journeys.steps.files import Upload
from tests.journeys.steps.keyboard import focus_shows, keys, press, tab_to
from tests.journeys.steps.letters import letter_link
from tests.journeys.steps.people import sign_up_by_forms, unique
from tests.journeys.steps.pointing import (
    above_sheet,
    at,
    drag,
    fits,
    level,
    outline,
    paper,
    stands_at,
)
from tests.journeys.steps.reading import NIGHT, line, read, ready, thread
from tests.journeys.steps.uploading import upload
from tests.make.pdfs import pdf as pages_with
from tests.make.pdfs import picture

pytestmark = pytest.mark.journey

PHONE = {"viewport": {"width": 320, "height": 640}, "is_mobile": True, "has_touch": True}
PART = (0.1, 0.2, 0.5, 0.35)
HEAD = (0.1, 0.02, 0.5, 0.12)

# Of the page's picture, what is seen of it and from where on, as shares.
SHOWN = """async (part) => {
  const look = getComputedStyle(part);
  const picture = new Image();
  picture.src = look.backgroundImage.slice(5, -2);
  await picture.decode();
  const [width, height] = look.backgroundSize.split(" ").map((size) => 100 / parseFloat(size));
  const [left, top] = look.backgroundPosition.split(" ").map((place) => parseFloat(place) / 100);
  return [width, height, left * (1 - width), top * (1 - height)];
}"""


def scan() -> Upload:
    """One page that is a photograph and nothing else."""
    grey = bytes(range(256)) * 64
    content = pages_with("q 612 0 0 792 0 0 cm /X Do Q", objects=(picture(grey, 128),))
    return Upload("scan.pdf", "application/pdf", content)


def assert_shows(part: Locator, corners: tuple[float, float, float, float]) -> None:
    """The picture of the page is there, and as large and so far moved that these corners fit."""
    expect(part).to_be_visible()
    width, height, left, top = part.evaluate(SHOWN)
    assert (width, height) == pytest.approx((corners[2] - corners[0], corners[3] - corners[1]))
    assert (left, top) == pytest.approx(corners[:2], abs=0.001)


def test_a_part_of_a_page_by_mouse(asked: Asked, people: Windows, axe: Axe) -> None:
    ben = open_letter(asked, people)
    ben.get_by_role("button", name="Mark a part of page 1").click()
    axe(ben)
    drag(ben, PART)
    ben.get_by_label("Your comment").fill("Too crowded.")
    save(ben, "Too crowded.")

    stands_at(outline(ben, "Too crowded."), PART, paper(ben))
    level(ben, "Too crowded.", outline(ben, "Too crowded."))
    expect(ben.get_by_role("link", name="Comments: 1")).to_be_visible()
    line(ben, NIGHT).click()  # an outline takes no press from the words below it
    expect(ben.get_by_label("Your comment")).to_be_focused()
    ben.keyboard.press("Escape")
    outline(ben, "Too crowded.").locator(".box-tab").click()
    expect(thread(ben, "Too crowded.")).to_be_focused()
    thread(ben, "Too crowded.").get_by_role("link", name="Part of page 1").click()
    expect(outline(ben, "Too crowded.")).to_be_focused()
    ben.get_by_role("link", name="Comment on page 1").click()
    ben.get_by_label("Your comment").fill("One page is right.")
    save(ben, "One page is right.")
    level(ben, "One page is right.", ben.get_by_role("heading", name="Page 1"))
    axe(ben)
    finish(ben)

    ada = asked.ada
    ada.goto(asked.round)
    ada.goto(ben.url.partition("#")[0])
    ready(ada)
    stands_at(outline(ada, "Too crowded."), PART, paper(ada))
    expect(thread(ada, "Too crowded.").locator(".thread-part")).to_be_hidden()
    ada.get_by_role("link", name="Text", exact=True).click()
    ready(ada)
    expect(outline(ada, "Too crowded.")).to_be_hidden()
    part = read(thread(ada, "Too crowded.")).locator(".thread-part")
    assert_shows(part, PART)
    ada.get_by_role("link", name="2 comments").click()
    expect(thread(ada, "One page is right.")).to_be_focused()


def test_two_taps_mark_a_part_of_a_scan(page: Page, people: Windows, service: Service) -> None:
    sign_up_by_forms(page, service, unique("ada"))
    upload(page, scan())
    expect(page.locator(".page-picture")).to_be_attached()
    page.get_by_role("link", name="Document", exact=True).click()
    ben = unique("ben")
    ask(page, ben)
    window = people.open()
    window.goto(letter_link(service, ben, "asks for your opinion"))
    window.get_by_role("button", name="Continue as Ben Okri").click()
    ready(window)

    window.get_by_role("button", name="Mark a part of page 1").click()
    window.mouse.click(*at(paper(window), HEAD[0], HEAD[1]))
    window.mouse.click(*at(paper(window), HEAD[2], HEAD[3]))
    window.get_by_label("Your comment").fill("Scan it once more.")
    save(window, "Scan it once more.")

    stands_at(outline(window, "Scan it once more."), HEAD, paper(window))
    outline(window, "Scan it once more.").click()  # all of it, for there are no words below
    expect(thread(window, "Scan it once more.")).to_be_focused()

    window.set_viewport_size({"width": 390, "height": 844})  # there is nothing to reflow
    window.reload()
    ready(window)
    expect(window.get_by_alt_text("Page 1, a picture without text")).to_be_visible()
    here = window.get_by_role("link", name="Pages", exact=True)
    expect(here).to_have_attribute("aria-current", "page")


def test_a_part_of_a_page_by_keys_alone(asked: Asked, people: Windows) -> None:
    ben = open_letter(asked, people)
    press(ben, ben.get_by_role("button", name="Mark a part of page 1"))
    frame = ben.get_by_role("application", name="Part of page 1")
    expect(frame).to_be_focused()
    begun = box(frame)
    keys(ben, "ArrowRight", "ArrowDown", "Shift+ArrowLeft", "Shift+ArrowDown")
    moved = box(frame)
    assert moved["x"] > begun["x"]
    assert moved["y"] > begun["y"]
    assert moved["width"] < begun["width"]
    assert moved["height"] > begun["height"]
    told = ben.locator("margin-notes > [role=status]")
    expect(told).to_have_text(re.compile(r"^Lines \d+ to \d+\. 12 percent from the left"))
    keys(ben, "Enter")
    expect(ben.get_by_label("Your comment")).to_be_focused()
    ben.keyboard.type("Say it shorter.")
    ben.keyboard.press("Control+Enter")
    expect(thread(ben, "Say it shorter.").get_by_text("Part of page 1")).to_be_visible()
    focus_shows(ben)

    press(ben, ben.get_by_role("button", name="Mark a part of page 1"), key="Shift+Tab")
    expect(frame).to_be_focused()
    keys(ben, "Escape")
    expect(ben.get_by_role("button", name="Mark a part of page 1")).to_be_focused()
    expect(told).to_have_text("Nothing is marked.")
    press(ben, ben.get_by_role("link", name="Comment on page 1"), key="Shift+Tab")
    ben.keyboard.type("One page is right.")
    ben.keyboard.press("Control+Enter")
    expect(ben.get_by_role("heading", name="Page 1")).to_be_focused()
    press(ben, ben.get_by_role("link", name="Comments: 2"))
    expect(thread(ben, "One page is right.")).to_be_focused()
    tab_to(ben, thread(ben, "Say it shorter.").get_by_role("link", name="Part of page 1"))
    keys(ben, "Enter")
    expect(outline(ben, "Say it shorter.")).to_be_focused()
    keys(ben, "Enter")
    expect(thread(ben, "Say it shorter.")).to_be_focused()


def test_by_touch_at_320_px(asked: Asked, people: Windows) -> None:
    ben = open_letter(asked, people, **PHONE)
    ben.get_by_role("link", name="Comment on page 1").tap()
    expect(ben.get_by_label("Your comment")).to_be_focused()
    above_sheet(ben, ben.get_by_role("heading", name="Page 1"))
    ben.keyboard.type("One page is right.")
    ben.get_by_role("button", name="Save").tap()
    expect(ben.get_by_role("link", name="Comments: 1")).to_be_visible()

    ben.get_by_role("link", name="Pages", exact=True).tap()
    ready(ben)
    fits(ben)
    touch = ben.context.new_cdp_session(ben)

    def finger(kind: str, *where: float) -> None:
        points = [{"x": where[0], "y": where[1]}] if where else []
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    paper(ben).evaluate("(one) => one.scrollIntoView({ block: 'center' })")
    left, top, right, bottom = 0.04, 0.15, 0.5, 0.3
    finger("touchStart", *at(paper(ben), left, top))
    expect(paper(ben).locator(".drawing")).to_be_attached()  # the finger has rested long enough
    finger("touchMove", *at(paper(ben), 0.3, 0.2))
    finger("touchMove", *at(paper(ben), right, bottom))
    corners = (left, top, right, bottom)
    finger("touchEnd")
    expect(ben.get_by_label("Your comment")).to_be_focused()
    above_sheet(ben, ben.locator(".box.is-pointed"))
    ben.keyboard.type("Two names?")
    ben.get_by_role("button", name="Save").tap()
    expect(thread(ben, "Two names?")).to_be_attached()
    stands_at(outline(ben, "Two names?"), corners, paper(ben))

    ben.get_by_role("button", name="Mark a part of page 1").tap()
    fits(ben)
    ben.touchscreen.tap(*at(paper(ben), 0.2, 0.3))
    ben.touchscreen.tap(*at(paper(ben), 0.6, 0.4))
    expect(ben.get_by_label("Your comment")).to_be_focused()
    above_sheet(ben, ben.locator(".box.is-pointed"))


def test_an_address_opens_what_it_names(asked: Asked, people: Windows) -> None:
    ben = open_letter(asked, people)
    ben.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab_to(ben, ben.locator("#line-1"))
    keys(ben, *["ArrowDown"] * 13, "l")
    expect(ben.locator("margin-notes > [role=status]")).to_have_text(
        "The link to line 14 is copied."
    )
    address = ben.evaluate("() => navigator.clipboard.readText()")
    assert address.endswith("/versions/1/#line-14")

    for view in ("", "pages/", "text/"):
        ben.goto("about:blank")
        ben.goto(address.replace("#", f"{view}#"))
        ready(ben)
        expect(ben.locator("#line-14")).to_be_focused()
        expect(ben.locator("#line-14")).to_be_in_viewport()
        assert ben.locator("#line-14").evaluate("(one) => one.matches(':target')")
    ben.evaluate("() => { location.hash = '#page-1'; }")
    expect(ben.get_by_role("heading", name="Page 1")).to_be_focused()
    ben.goto(address.replace("#line-14", "?line=14#comment"))
    ready(ben)
    ben.get_by_label("Your comment").fill("Fourteen.")
    said = save(ben, "Fourteen.")
    comment = said.locator(".comment").first.get_attribute("id")
    ben.evaluate("(id) => { location.hash = id; }", comment)
    expect(said).to_be_focused()
    expect(said).to_have_class(re.compile("is-active"))


def test_at_twice_the_size(asked: Asked, people: Windows) -> None:
    ben = open_letter(asked, people, viewport={"width": 640, "height": 450})
    fits(ben)
    line(ben, NIGHT).click()
    expect(ben.get_by_label("Your comment")).to_be_focused()
    above_sheet(ben, line(ben, NIGHT))
    ben.keyboard.press("Escape")
    ben.get_by_role("link", name="Pages", exact=True).click()
    ready(ben)
    fits(ben)
    ben.get_by_role("button", name="Mark a part of page 1").click()
    fits(ben)
    bar, bottom = box(ben.locator(".drawing-bar")), 450
    assert bar["y"] + bar["height"] <= bottom


def test_what_a_screen_reader_is_told(asked: Asked, people: Windows) -> None:
    ben = open_letter(asked, people, viewport={"width": 390, "height": 800})
    line(ben, NIGHT).click()
    ben.get_by_label("Your comment").fill("Lead with the result.")
    ben.get_by_role("button", name="Save").click()
    expect(line(ben, NIGHT)).to_be_focused()
    number = line(ben, NIGHT).get_attribute("data-number")

    expect(ben.get_by_role("region", name="Page 1")).to_match_aria_snapshot(
        f"""
        - region "Page 1":
          - heading "Page 1" [level=2]
          - link "Comment on page 1"
          - heading "Ada Okafor" [level=3]
          - list:
            - listitem: /^• {NIGHT}.*Comments. 1/
        """
    )
    expect(ben.get_by_role("complementary", name="Comments")).to_match_aria_snapshot(
        f"""
        - complementary "Comments":
          - heading "Comments" [level=2]
          - article "Line {number}":
            - link "Line {number}"
            - blockquote: /{NIGHT}/
        """
    )
