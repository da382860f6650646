"""Pages in a real browser, and the rules of accessibility they are held to."""

import contextlib
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Error, Page, expect

from tests.infrastructure import node

PATIENCE = 30_000  # milliseconds: two cores run server, worker and browser, and perhaps much else
expect.set_options(timeout=PATIENCE)
# Every page is looked at twice: what is wrong with a width is wrong in both schemes, and the other
# way round. It is loaded once: a window changes its width, and a machine its scheme at night.
LOOKS = ((320, "light"), (1280, "dark"))


class Windows:
    """Browser windows of one test; each is a person of its own, with her own cookies."""

    def __init__(self, browser: Browser, base_url: str) -> None:
        self._browser = browser
        self._base_url = base_url
        self.complaints: list[str] = []

    def open(self, **options: Any) -> Page:  # Playwright's options of new_context, any of them
        """A new window: `viewport`, `color_scheme`, `is_mobile`, `timezone_id`, … as Playwright's."""
        context = self._browser.new_context(base_url=self._base_url, **options)
        context.set_default_timeout(PATIENCE)
        context.on("console", self._hear)
        context.on("weberror", lambda found: self.complaints.append(str(found.error)))
        return context.new_page()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{message.text} ({message.location.get('url')})")

    def close(self) -> None:
        """Close them all."""
        for context in self._browser.contexts:
            with contextlib.suppress(Error):
                context.close()


@contextlib.contextmanager
def windows(browser: Browser, base_url: str) -> Iterator[Windows]:
    """Windows for one test. Raises AssertionError when a page complained in its console."""
    opened = Windows(browser, base_url)
    try:
        yield opened
    finally:
        opened.close()
    assert opened.complaints == []


# What is in order need not be described.
AXE = """async (context) => {
  const { violations } = await axe.run(context ?? document, { resultTypes: ["violations"] });
  return violations;
}"""


@cache
def axe_source() -> str:
    """The script of axe-core."""
    return (node.packages() / "axe-core" / "axe.min.js").read_text()


def assert_accessible(page: Page, *, within: str | None = None) -> None:
    """Raises AssertionError naming what axe finds wrong on the page, or in `within` of it.

    Movement is waited for first: a colour half way through a transition has no contrast of its own.
    """
    page.evaluate(
        "Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {})))"
    )
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(axe_source())  # by the browser itself, so the page's CSP stays as it is
    found = page.evaluate(AXE, within)
    assert describe(found) == []


def describe(violations: list[dict[str, Any]]) -> list[str]:
    """One line per element that breaks a rule."""
    return [
        f"{rule['id']}: {' '.join(element['target'])}: {element.get('failureSummary', '')}"
        for rule in violations
        for element in rule["nodes"]
    ]


Axe = Callable[..., None]
