"""What five hundred threads beside ten pages cost a browser, beside what one does."""

from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from playwright.sync_api import Browser, CDPSession

from accounts.models import User
from bench.rig.discussed import PAGES, discussed
from bench.rig.table import Row, show, target

FRAMES = (Path(__file__).parents[1] / "data" / "frames.js").read_text()
MANY = 500
TWICE = 2.0
SOONER, STEADY = 1.3, 1.5  # times what one thread takes: until it answers; the worst frame
HALF_A_FRAME = 8.0  # milliseconds: of the sixteen there are, for a page's own work
QUIET = 500  # milliseconds without a long task, after which the page counts as quiet
SLOWER = 4
NOT_LAID_OUT = ".is-crowded > .thread:not(.is-laid-out)"  # far from the window, in idle moments


class Opening(NamedTuple):
    """One opening of the page: bytes as sent, milliseconds since the click, and then scrolling.

    work, frame_work  processor time of the page's main thread, which others on the machine do not change
    """

    html: float
    sent: float
    ready: float
    quiet: float
    work: float
    frame: float
    worst: float
    frame_work: float
    layouts: float
    level: float


def compare(browser: Browser, base_url: str, cookies: list[Any], seeker: User, runs: int) -> None:
    """Open both pages in turn, fast and with a slow processor, and print what it comes to."""
    addresses = {count: discussed(seeker, count).get_absolute_url() for count in (1, MANY)}
    queries = {count: _queries(seeker, path) for count, path in addresses.items()}
    for rate in (1, SLOWER):
        taken: dict[int, list[Opening]] = {count: [] for count in addresses}
        for _turn in range(runs + 1):
            for count, path in addresses.items():
                taken[count].append(_open(browser, cookies, base_url + path, rate))
        few, many = (
            Opening(*(median(values) for values in zip(*openings[1:], strict=True)))
            for openings in taken.values()
        )
        _report(few, many, queries, rate)


def _queries(seeker: User, path: str) -> int:
    client = Client(SERVER_NAME="localhost")
    client.force_login(seeker)
    client.get(path)
    with CaptureQueriesContext(connection) as seen:
        client.get(path)
    return len(seen)


def _open(browser: Browser, cookies: list[Any], url: str, rate: int) -> Opening:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, device_scale_factor=1)
    context.add_cookies(cookies)
    context.add_init_script(FRAMES)
    page = context.new_page()
    page.wait_for_timeout(1000)
    tools = context.new_cdp_session(page)
    tools.send("Performance.enable", {"timeDomain": "threadTicks"})
    tools.send("Emulation.setCPUThrottlingRate", {"rate": rate})
    page.goto(url, wait_until="load")
    page.wait_for_function(
        f"() => seen.ready && performance.now() - Math.max(seen.ready, seen.busy) > {QUIET}"
    )
    page.wait_for_function(f"() => !document.querySelector('{NOT_LAID_OUT}')")
    page.wait_for_load_state("networkidle")
    seen = page.evaluate("() => seen")
    html, sent = page.evaluate(
        "() => [performance.getEntriesByType('navigation')[0].transferSize,"
        " [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
        ".reduce((sum, one) => sum + one.transferSize, 0)]"
    )
    laid, worked = _done(tools)
    frames = page.evaluate("() => scrolled()")
    laid_then, worked_then = _done(tools)
    level = median(page.evaluate("() => [1, 2, 3, 4, 5].map(() => levelled())"))
    context.close()
    ready = seen["ready"]
    quiet = max(ready, seen["busy"])
    return Opening(
        html,
        sent,
        ready,
        quiet,
        work=worked,
        frame=median(frames),
        worst=max(frames),
        frame_work=(worked_then - worked) / len(frames),
        layouts=(laid_then - laid) / len(frames),
        level=level,
    )


def _done(tools: CDPSession) -> tuple[float, float]:
    """Layouts so far, and milliseconds the main thread has worked."""
    figures = tools.send("Performance.getMetrics")["metrics"]
    found = {one["name"]: float(one["value"]) for one in figures}
    return found["LayoutCount"], 1000 * found["TaskDuration"]


def _report(few: Opening, many: Opening, queries: dict[int, int], rate: int) -> None:
    slow = "" if rate == 1 else f", processor {rate}x slower"
    show(
        f"{PAGES} pages with 1 thread and with {MANY}{slow}, medians",
        [
            *("", "queries", "page", "all sent", "answers", "quiet", "work"),
            *("frame", "worst frame", "work a frame", "layouts a frame", "levelling"),
        ],
        [_row(f"{count} threads", queries[count], one) for count, one in ((1, few), (MANY, many))],
    )
    show(
        "Targets",
        ["", "measured", "wanted", ""],
        [
            target("queries, more than with 1", queries[MANY] - queries[1], 0),
            target("bytes sent, of those with 1", many.sent / few.sent, TWICE),
            target("time until it answers, of that with 1", many.ready / few.ready, SOONER),
            target("worst frame while scrolling, of that with 1", many.worst / few.worst, STEADY),
            target("work to a frame while scrolling", many.frame_work, HALF_A_FRAME * rate, " ms"),
        ],
    )


def _row(name: str, queries: int, one: Opening) -> Row:
    return [
        name,
        queries,
        f"{one.html / 1000:.1f} kB",
        f"{one.sent / 1000:.1f} kB",
        f"{one.ready:.0f} ms",
        f"{one.quiet:.0f} ms",
        f"{one.work:.0f} ms",
        f"{one.frame:.1f} ms",
        f"{one.worst:.1f} ms",
        f"{one.frame_work:.1f} ms",
        f"{one.layouts:.2f}",
        f"{one.level:.1f} ms",
    ]
