"""A press on a line of a phone on a poor line: how long until it is answered."""

from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser

from bench.rig.table import show, target
from mentorship.documents.models import Version
from tests import make
from tests.make import saying

PRESS = (Path(__file__).parents[1] / "data" / "press.js").read_text()
POOR_LINE = {
    "offline": False,
    "latency": 400,  # milliseconds
    "downloadThroughput": 400e3 / 8,
    "uploadThroughput": 400e3 / 8,
}
PHONE: dict[str, Any] = {  # Playwright's keywords
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
WANTED = 1500.0  # milliseconds


def compare(
    browser: Browser, base_url: str, cookies: list[Any], version: Version, runs: int
) -> None:
    """Open the page `runs` times on a phone, and print when a press was made and when answered."""
    saying.point(version, make.visitor(make.grant(version.document, to=make.invited("Ben"))))
    seen = [
        _pressed(browser, cookies, base_url + version.get_absolute_url())
        for _turn in range(runs + 1)
    ]
    pressed, answered = (median(times) for times in zip(*seen[1:], strict=True))
    show(
        "A phone at 400 kbit/s, 400 ms for each request: line 2 is pressed when it is seen, medians",
        ["", "pressed", "answered"],
        [["reading page", f"{pressed:.0f} ms", f"{answered:.0f} ms"]],
    )
    show(
        "Targets",
        ["", "measured", "wanted", ""],
        [target("until a press is answered", answered, WANTED, " ms")],
    )


def _pressed(browser: Browser, cookies: list[Any], url: str) -> tuple[float, float]:
    context = browser.new_context(**PHONE)
    context.add_cookies(cookies)
    context.add_init_script(PRESS)
    page = context.new_page()
    page.wait_for_timeout(1000)
    tools = context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", POOR_LINE)
    page.goto(url, wait_until="commit")
    page.wait_for_function("() => pressed.answered")
    seen = page.evaluate("() => pressed")
    context.close()
    return seen["at"], seen["answered"]
