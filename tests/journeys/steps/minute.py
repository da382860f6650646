"""What the main job asks of people: presses, words before the text, controls; counted on the running service."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.infrastructure.pages import Windows
from tests.infrastructure.service import Service
from tests.journeys.steps.asking import INVITED, Asked
from tests.journeys.steps.commenting import finish
from tests.journeys.steps.letters import LINK, letter
from tests.journeys.steps.reading import PROFILE, line, ready, thread

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
WIDE = {"viewport": {"width": 1280, "height": 800}}
COUNT_PRESSES = """addEventListener("click", (event) => {
  if (event.isTrusted) globalThis.pressed();
}, true);"""
# What can be read on the page before this, which is of it; nothing of what is folded or hidden.
WORDS_BEFORE = """(end) => {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  let words = 0;
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (end.contains(text) || end.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) break;
    if (text.parentElement.closest(".visually-hidden")) continue;
    if (text.parentElement.checkVisibility({ visibilityProperty: true })) {
      words += text.data.split(/\\s+/).filter(Boolean).length;
    }
  }
  return words;
}"""
CONTROLS = "main :is(input:not([type=hidden]), select, textarea, button, summary)"


@dataclass(frozen=True)
class Minute:
    """What was counted."""

    presses_to_a_comment: int
    words_in_the_letter: int
    words_on_the_cover: int
    words_before_the_text: int
    top_on_a_phone: float
    top_when_wide: float
    presses_to_the_letter_of_the_round: int
    controls_of_an_ask: int

    @property
    def words(self) -> int:
        """All that a mentor reads before the text's first word."""
        return self.words_in_the_letter + self.words_on_the_cover + self.words_before_the_text


def minute(asked: Asked, people: Windows, service: Service) -> Minute:
    """Ben comes by his letter, comments and sends; Ada, back on her desk, opens what he said."""
    controls = _controls_of_an_ask(asked.ada)
    ben = people.open(**PHONE)
    pressed = counted(ben)
    invited = letter(service, asked.ben, INVITED)
    in_letter = len(LINK.split(invited)[0].split())
    ben.goto(asked.link)  # the first press: the letter's link
    enter = ben.get_by_role("button", name="Continue as Ben Okri")
    on_cover = enter.evaluate(WORDS_BEFORE)
    enter.click()
    ready(ben)
    first = ben.locator(".line").first
    before, on_phone = first.evaluate(WORDS_BEFORE), _top(ben)
    line(ben, PROFILE).click()
    ben.get_by_label("Your comment").fill("Say what you lead.")
    ben.get_by_role("button", name="Save").click()
    expect(thread(ben, "Say what you lead.")).to_be_attached()
    presses = pressed() + 1
    wide = people.open(**WIDE)
    wide.context.add_cookies(ben.context.cookies())  # type: ignore[arg-type]  # as they came
    wide.goto(ben.url)
    ready(wide)
    top_when_wide = _top(wide)
    finish(wide)
    return Minute(
        presses_to_a_comment=presses,
        words_in_the_letter=in_letter,
        words_on_the_cover=on_cover,
        words_before_the_text=before,
        top_on_a_phone=on_phone,
        top_when_wide=top_when_wide,
        presses_to_the_letter_of_the_round=_presses_to_the_letter(asked.ada),
        controls_of_an_ask=controls,
    )


def counted(page: Page) -> Callable[[], int]:
    """How many presses this window has seen since, over all its pages."""
    seen: list[None] = []
    page.context.expose_binding("pressed", lambda _source: seen.append(None))
    page.context.add_init_script(COUNT_PRESSES)
    return lambda: len(seen)


def _controls_of_an_ask(ada: Page) -> int:
    ada.goto("/documents/")
    ada.get_by_role("link", name="Ada resume", exact=True).click()
    ada.get_by_role("link", name=re.compile("^Ask ")).first.click()
    expect(ada.get_by_label("Name").first).to_be_visible()
    return ada.locator(CONTROLS).filter(visible=True).count()


def _presses_to_the_letter(ada: Page) -> int:
    """From the desk, once all who were asked have answered, to everything they said on one page."""
    pressed = counted(ada)
    ada.goto("/desk/")
    ada.get_by_role("main").get_by_role("link", name=re.compile("one letter")).first.click()
    expect(ada.get_by_text("Say what you lead.").first).to_be_visible()
    assert "/letter/" in ada.url
    return pressed()


def _top(page: Page) -> float:
    """How far below the page's upper edge the first line of the text begins, in CSS pixels."""
    first = page.locator(".line").first
    return float(first.evaluate("(line) => line.getBoundingClientRect().top + scrollY"))
