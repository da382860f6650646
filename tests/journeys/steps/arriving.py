"""What a page asks for arrives late."""

from collections.abc import Callable
from re import Pattern

from playwright.sync_api import Page, Route

# `document.fonts.check` is true of fonts, too, of which no style has told yet.
LETTERED = """() => [...document.fonts]
  .some(({ family, status }) => family.includes("Source Sans 3") && status === "loaded")"""


def held(page: Page, what: str | Pattern[str]) -> Callable[[], None]:
    """Holds back what is asked for at these addresses; the answer lets it go on."""
    waiting: list[Route] = []
    is_free = False

    def hold(route: Route) -> None:
        if is_free:
            route.continue_()
        else:
            waiting.append(route)

    def release() -> None:
        nonlocal is_free
        is_free = True
        for route in waiting:
            route.continue_()

    page.route(what, hold)
    return release
