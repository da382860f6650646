"""A person without a mouse: keys alone, and the focus in sight wherever it goes."""

from typing import Any

from playwright.sync_api import Locator, Page, TimeoutError

from tests.infrastructure.settled import settled

# What is wrong with where the focus is, or "": an element hidden behind its label shows it there.
FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return "the focus is lost";
  const shown = [one, one.closest("label")].find((box) => box && getComputedStyle(box).outlineStyle !== "none");
  if (!shown && one.type === "date") return ""; // the browser marks a date's calendar itself
  if (!shown) return `no outline around ${one.outerHTML.slice(0, 200)}`;
  const { top, bottom, left, right } = shown.getBoundingClientRect();
  const isInSight = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  return isInSight ? "" : `out of sight: ${one.outerHTML.slice(0, 200)}`;
}"""
IS_FOCUSED = "(one) => one === document.activeElement"
IS_NOWHERE = "() => document.activeElement === document.body"  # before the first and after the last


def focus_shows(page: Page) -> None:
    """The focus is somewhere, with an outline, in sight: at once, or when a form has come there."""
    try:
        page.wait_for_function(f"() => ({FOCUS})() === ''")
    except TimeoutError as error:
        raise AssertionError(page.evaluate(FOCUS)) from error


def tab_to(page: Page, wanted: Locator, *, within: int = 60, key: str = "Tab") -> None:
    """Press Tab until the focus is there; it shows at every stop."""
    wanted.wait_for()
    settled(page)
    for _press in range(within):
        if not page.evaluate(IS_NOWHERE):
            focus_shows(page)
        if wanted.evaluate(IS_FOCUSED):
            return
        page.keyboard.press(key)
    raise AssertionError(f"the focus never came to {wanted}")


def press(page: Page, wanted: Locator, **how: Any) -> None:  # as `tab_to`
    """Go there and press Enter."""
    tab_to(page, wanted, **how)
    page.keyboard.press("Enter")


def write(page: Page, label: str, words: str) -> None:
    """Go to the first field of this name and type."""
    tab_to(page, page.get_by_label(label).first)
    page.keyboard.type(words)


def keys(page: Page, *presses: str) -> None:
    """Press these one after the other; the focus shows after each."""
    for one in presses:
        page.keyboard.press(one)
        focus_shows(page)
