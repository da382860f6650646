"""A two-page résumé in a browser that has seen nothing yet: `./run bench reading [RUNS]`.

The reading page beside PDF.js with the same file, in turn: what is transferred until page one is
painted and its text can be selected, and when that is. Then once more on a slow line and processor.
Then ten pages with 500 threads beside the same with one: bytes, time until it answers, scrolling.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from django.urls import reverse
from playwright.sync_api import Browser, sync_playwright

from bench.pdfjs import site
from bench.rig import crowd, phone
from bench.rig.service import RESUME, Person, upload, version_at, wait_for, whole_service
from bench.rig.table import Row, show, target
from tests.infrastructure.chromium import find_chromium
from tests.infrastructure.node import NODE

WATCH = (Path(__file__).parent / "data" / "watch.js").read_text()
# Lighthouse's slow 4G: what its simulation assumes, set here in the browser for each request.
SLOW_LINE = {
    "offline": False,
    "latency": 150,  # milliseconds
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 750e3 / 8,
}
SLOW_PROCESSOR = {"rate": 4}
SETTLES = (
    1000  # milliseconds: a new window of Chromium first loads the parts of its own address bar
)
SERVICE, STOCK, SMALLEST = "reading page", "PDF.js viewer", "PDF.js, smallest"
MOZILLA = "PDF.js, Mozilla's own"


@dataclass(frozen=True)
class Subject:
    """A page to open, and how to see in it that page one is drawn and its text laid over it."""

    name: str
    url: str
    picture: str
    words: str


class Run(NamedTuple):
    """One opening: milliseconds since the click, then answers and bytes that were there by then."""

    painted: float
    selectable: float
    requests: float
    bytes: float
    body: float


def main(runs: int) -> None:
    """Open each page `runs` times in turn, fast and slow, and print the medians."""
    with ExitStack() as stack:
        service = stack.enter_context(whole_service())
        person = Person(service)
        version = version_at(upload(person, RESUME, person.token(reverse("documents:upload"))))
        wait_for(version, within=60)
        pdfjs = stack.enter_context(site(RESUME))
        subjects = [
            Subject(
                SERVICE,
                service.base_url + version.get_absolute_url(),
                "img.page-picture",
                ".words[data-fit]",
            ),
            Subject(
                STOCK,
                f"{pdfjs}/stock.html",
                "canvas[data-drawn]",
                "[data-laid] span[role=presentation]",
            ),
            Subject(
                MOZILLA,
                f"{pdfjs}/application/web/viewer.html?file=/resume.pdf",
                ".page[data-loaded] canvas:not([hidden])",
                ".page[data-loaded] .textLayer:not([hidden]) span[role=presentation]",
            ),
            Subject(
                SMALLEST,
                f"{pdfjs}/smallest.html",
                "canvas[data-drawn]",
                "[data-laid] span[role=presentation]",
            ),
        ]
        cookies = [
            {"name": name, "value": kept.value, "url": service.base_url}
            for name, kept in person.cookies.items()
        ]
        browser = stack.enter_context(chromium())
        fast = compare(browser, cookies, subjects, runs, slow=False)
        report("Unthrottled", fast, painted=0.4, selectable=0.3)
        slow = compare(browser, cookies, subjects, runs, slow=True)
        title = "At 1.6 Mbit/s, 150 ms for each request, processor 4x slower"
        report(title, slow, painted=0.16, selectable=0.09)
        phone.compare(browser, service.base_url, cookies, version, runs)
        crowd.compare(browser, service.base_url, cookies, person.user, runs)
    print(NOTES)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A real Chromium without a window."""
    os.environ["PLAYWRIGHT_NODEJS_PATH"] = str(NODE)
    with sync_playwright() as playwright:
        options: Any = find_chromium(playwright).launch_options()  # a dict of launch's keywords
        browser = playwright.chromium.launch(**options)
        yield browser
        browser.close()


def compare(
    browser: Browser, cookies: list[Any], subjects: list[Subject], runs: int, *, slow: bool
) -> dict[str, Run]:
    """The medians of `runs` openings of each, the first of each not counted; who begins changes."""
    seen: dict[str, list[Run]] = {subject.name: [] for subject in subjects}
    for turn in range(runs + 1):
        first = turn % len(subjects)
        for subject in [*subjects[first:], *subjects[:first]]:
            seen[subject.name].append(open_once(browser, cookies, subject, slow=slow))
    return {
        name: Run(*(median(values) for values in zip(*taken[1:], strict=True)))
        for name, taken in seen.items()
    }


def open_once(browser: Browser, cookies: list[Any], subject: Subject, *, slow: bool) -> Run:
    """Open the page in a window that knows nothing but its cookies."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, device_scale_factor=1)
    context.add_cookies(cookies)
    watched = {"picture": subject.picture, "words": subject.words}
    context.add_init_script(f"const watched = {watched};\n{WATCH}")
    page = context.new_page()
    page.wait_for_timeout(SETTLES)
    tools = context.new_cdp_session(page)
    if slow:
        tools.send("Network.enable")
        tools.send("Network.emulateNetworkConditions", SLOW_LINE)
        tools.send("Emulation.setCPUThrottlingRate", SLOW_PROCESSOR)
    page.goto(subject.url, wait_until="networkidle")
    page.evaluate("() => watching")
    seen = page.evaluate("() => seen")
    answers = page.evaluate(
        "(by) => [...performance.getEntriesByType('navigation'),"
        " ...performance.getEntriesByType('resource')]"
        ".filter((one) => one.responseEnd && one.responseEnd <= by)"
        ".map((one) => [one.name, one.transferSize, one.encodedBodySize, one.responseEnd])",
        max(seen["painted"], seen["selectable"]),
    )
    page.mouse.dblclick(seen["word"]["x"], seen["word"]["y"])
    assert page.evaluate("() => getSelection().toString().trim()"), f"{subject.name}: no selection"
    context.close()
    if os.environ.get("VERBOSE"):
        print(subject.name, seen, *answers, sep="\n  ")
    return Run(
        seen["painted"],
        seen["selectable"],
        len(answers),
        sum(answer[1] for answer in answers),
        sum(answer[2] for answer in answers),
    )


def report(title: str, taken: dict[str, Run], *, painted: float, selectable: float) -> None:
    """The medians, each beside the reading page's, and what was wanted."""
    own = taken[SERVICE]
    show(
        f"{title}, medians",
        ["", "painted", "selectable", "requests", "transferred", "encoded", "time", "bytes"],
        [row(name, run, own) for name, run in taken.items()],
    )
    stock, smallest = taken[STOCK], taken[SMALLEST]
    show(
        "Targets",
        ["", "measured", "wanted", ""],
        [
            target("painted, of the viewer's", own.painted / stock.painted, painted),
            target("selectable, of the viewer's", own.selectable / stock.selectable, selectable),
            target("bytes, of the viewer's", own.bytes / stock.bytes, 0.15),
            target("requests", own.requests, 4),
            target("time, of the smallest page's", both(own) / both(smallest), 1.0),
        ],
    )


def row(name: str, run: Run, own: Run) -> Row:
    """One page's figures; the last two are how many times the reading page's they are."""
    return [
        name,
        f"{run.painted:.0f} ms",
        f"{run.selectable:.0f} ms",
        f"{run.requests:.0f}",
        f"{run.bytes / 1000:.1f} kB",
        f"{run.body / 1000:.1f} kB",
        f"{both(run) / both(own):.2f}",
        f"{run.bytes / own.bytes:.2f}",
    ]


def both(run: Run) -> float:
    """When page one is painted and its text can be selected."""
    return max(run.painted, run.selectable)


NOTES = """
Counted are answers that were complete when page one was painted and its text could be selected.
“PDF.js viewer” is a page with all components that Mozilla's application is built on (PDFViewer with
text and annotation layers, link service, find controller, worker), not minified, as Mozilla releases
them; it lacks the application's bars, icons and words, which npm's pdfjs-dist leaves out. “Mozilla's
own” is the application itself, of an earlier release and minified (npm's pdfjs-dist-viewer-min, 3.11).
“Smallest” is one canvas and one text layer, minified. All are served by the service's web server,
compressed as its own static files are. “time” and “bytes” are multiples of the reading page's."""


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
