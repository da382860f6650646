"""Three ways to use the same pages: by mouse, by keyboard alone, by touch on a small screen."""

from abc import ABC, abstractmethod
from typing import Any

from playwright.sync_api import Locator, Page

from tests.infrastructure.settled import settled
from tests.journeys.steps.keyboard import focus_shows, tab_to
from tests.journeys.steps.reading import line, read


class Hands(ABC):
    """How a person presses, points and types."""

    window: dict[str, Any] = {}

    @abstractmethod
    def press(self, wanted: Locator) -> None:
        """A link, a button, a summary."""

    @abstractmethod
    def point(self, page: Page, words: str) -> None:
        """At the line with these words."""

    def read(self, found: Locator) -> Locator:
        """A thread of which only the beginning may be shown; the thread."""
        return found

    def choose(self, wanted: Locator) -> None:
        """One of several, by its label."""
        self.press(wanted.locator("xpath=.."))

    def leave(self, page: Page) -> None:
        """The sheet with what is said about one line, where there is one."""
        close = settled(page).locator(".sheet-close")
        if close.is_visible():
            self.press(close)

    def write(self, wanted: Locator, text: str) -> None:
        """Put this text into a field, over what stands in it."""
        wanted.fill(text)


class Mouse(Hands):
    """At a desk."""

    def press(self, wanted: Locator) -> None:
        """A click."""
        wanted.click()

    def point(self, page: Page, words: str) -> None:
        """A click."""
        line(page, words).click()

    def read(self, found: Locator) -> Locator:
        """A click on it."""
        return read(found)


class Touch(Hands):
    """On a phone 320 pixels wide."""

    window = {"viewport": {"width": 320, "height": 640}, "is_mobile": True, "has_touch": True}

    def press(self, wanted: Locator) -> None:
        """A tap."""
        wanted.tap()

    def point(self, page: Page, words: str) -> None:
        """A tap on the words."""
        line(page, words).locator(".words").tap()


class Keys(Hands):
    """Without any pointer; wherever the focus goes it shows."""

    def press(self, wanted: Locator) -> None:
        """Tab until it is there, or back, then Enter."""
        self._go(wanted)
        wanted.page.keyboard.press("Enter")

    def choose(self, wanted: Locator) -> None:
        """Tab to the group, then to and fro by arrow keys until it is there, and Space."""
        group = wanted.page.locator(f'[name="{wanted.get_attribute("name")}"]')
        self._go(group.first)
        for _step in range(group.count()):
            if wanted.evaluate("(one) => one === document.activeElement"):
                break
            wanted.page.keyboard.press("ArrowDown")
        focus_shows(wanted.page)
        wanted.page.keyboard.press("Space")

    def point(self, page: Page, words: str) -> None:
        """From the line that Tab comes to, by arrow keys."""
        self._go(page.locator('.line[tabindex="0"]'))
        page.keyboard.press("Home")
        wanted = line(page, words)
        for _step in range(page.locator(".line").count()):
            if wanted.evaluate("(one) => one === document.activeElement"):
                break
            page.keyboard.press("ArrowDown")
        focus_shows(page)
        page.keyboard.press("Enter")

    def write(self, wanted: Locator, text: str) -> None:
        """Go there, and type over what is in it."""
        self._go(wanted)
        wanted.page.keyboard.press("ControlOrMeta+a")
        wanted.page.keyboard.type(text)

    def _go(self, wanted: Locator) -> None:
        wanted.wait_for()
        if wanted.evaluate("(one) => one === document.activeElement"):
            return
        after = (
            "(one) => one.compareDocumentPosition(document.activeElement) & 4 ? 'Shift+Tab' : 'Tab'"
        )
        tab_to(wanted.page, wanted, key=wanted.evaluate(after), within=200)
