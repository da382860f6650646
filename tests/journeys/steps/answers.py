"""Answers that take their time."""

from playwright.sync_api import Locator, Page, Route


class Late:
    """What a page asks for at addresses like this from now on waits until it is let go."""

    def __init__(self, page: Page, addresses: str) -> None:
        self._page, self._addresses = page, addresses
        self._held: list[Route] = []
        page.route(addresses, self._hold)

    def _hold(self, one: Route) -> None:
        self._held.append(one)

    def press(self, wanted: Locator) -> None:
        """Press it; it has been asked for, and not answered."""
        with self._page.expect_request(self._addresses):
            wanted.click()

    def let_go(self) -> None:
        """All of it is answered, in the order in which it was asked for."""
        for one in self._held:
            one.continue_()
        self._page.unroute(self._addresses)
