"""Pages of HTML, printed by Chromium."""

from collections.abc import Callable, Iterable, Sequence
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from bench.typesetters.people import FONT_OF, FONTS, Entry, Made, Person, people
from tests.infrastructure.chromium import find_chromium

Page = tuple[str, list[str]]
MARGIN = dict.fromkeys(("top", "right", "bottom", "left"), "12mm")
STYLE = """
@font-face { font-family: own; src: url('file://%(font)s') }
@font-face { font-family: latin; src: url('file://%(latin)s') }
body { font: 11px/1.5 own, latin; margin: 0 } h1 { font-size: 24px; margin: 0 }
h2 { font-size: 14px; margin: 12px 0 4px } p, ul { margin: 2px 0 } table { border-collapse: collapse }
td { border: 1px solid #999; padding: 4px; vertical-align: top }
.row { display: flex; justify-content: space-between } .side { background: #e8eef4; padding: 10px }
.box { border: 1px solid #456; padding: 8px } footer { position: fixed; bottom: 0; font-size: 9px }
"""


def _tag(name: str, words: str, **attributes: str) -> str:
    told = "".join(f' {key.rstrip("_")}="{value}"' for key, value in attributes.items())
    return f"<{name}{told}>{escape(words)}</{name}>"


def _listed(items: Iterable[str]) -> str:
    return f"<ul>{''.join(_tag('li', item) for item in items)}</ul>"


def _entry(one: Entry) -> str:
    head = f'<div class="row">{_tag("b", one.what)}{_tag("span", one.dates)}</div>'
    return head + _tag("p", one.where) + _listed(one.items)


def _told(entries: Iterable[Entry]) -> list[str]:
    return [words for one in entries for words in one.words]  # its bullets are drawn, not written


def _section(head: str, entries: Sequence[Entry]) -> Page:
    return _tag("h2", head) + "".join(map(_entry, entries)), [head, *_told(entries)]


def _joined(*parts: Page) -> Page:
    return "".join(html for html, _ in parts), [word for _, words in parts for word in words]


def _wrapped(before: str, page: Page, after: str) -> Page:
    return before + page[0] + after, page[1]


def _top(one: Person) -> Page:
    contact = " · ".join(one.contact)
    html = _tag("h1", one.name) + _tag("p", one.role) + _tag("p", contact)
    return html, [one.name, one.role, contact]


def _said(head: str, words: str) -> Page:
    return _tag("h2", head) + _tag("p", words), [head, words]


def _skills(one: Person) -> Page:
    return (
        _tag("h2", one.heads[3]) + "".join(_tag("p", skill) for skill in one.skills),
        [one.heads[3], *one.skills],
    )


def plain(one: Person) -> Page:
    """One column, dates at the far end of their row, a footer."""
    return _joined(
        _top(one),
        _said(one.heads[0], one.profile),
        _section(one.heads[1], one.jobs),
        _section(one.heads[2], one.studies),
        _said(one.heads[3], ", ".join(one.skills)),
        (_tag("footer", one.footer), [one.footer]),
    )


def sidebar(one: Person) -> Page:
    """Name across the page, a shaded column of skills and contact, and the rest beside it."""
    side = _joined(
        _skills(one),
        ("".join(_tag("p", word) for word in one.contact), list(one.contact)),
    )
    main = _joined(
        _said(one.heads[0], one.profile),
        _section(one.heads[1], one.jobs),
        _section(one.heads[2], one.studies),
    )
    return _joined(
        (_tag("h1", one.name) + _tag("p", one.role), [one.name, one.role]),
        _wrapped(
            '<div style="display:grid;grid-template-columns:170px 1fr;gap:24px"><div class="side">',
            side,
            "</div><div>",
        ),
        _wrapped("", main, "</div></div>"),
    )


def table(one: Person) -> Page:
    """What was done where in a table with borders, read cell by cell."""
    rows = "".join(
        f"<tr>{_tag('td', job.dates)}{_tag('td', job.what + ' ' + job.where)}"
        f"{_tag('td', ' '.join(job.items))}</tr>"
        for job in one.jobs
    )
    words = [
        word for job in one.jobs for word in (job.dates, job.what, job.where, " ".join(job.items))
    ]
    table = f"<table><col width=20%><col width=30%>{rows}</table>"
    return _joined(
        _top(one),
        _said(one.heads[0], one.profile),
        (_tag("h2", one.heads[1]) + table, [one.heads[1], *words]),
        _section(one.heads[2], one.studies),
    )


def labels(one: Person) -> Page:
    """Each heading at the side of what stands under it."""

    def row(label: str, page: Page) -> Page:
        before = f'<div style="display:flex;gap:20px"><div style="width:130px">{_tag("b", label)}</div><div style="flex:1">'
        return _joined((before, [label]), _wrapped("", page, "</div></div><hr>"))

    return _joined(
        _top(one),
        row(one.heads[0], (_tag("p", one.profile), [one.profile])),
        row(one.heads[1], _joined(*_entries(one.jobs))),
        row(one.heads[2], _joined(*_entries(one.studies))),
    )


def _entries(entries: Sequence[Entry]) -> list[Page]:
    return [(_entry(one), _told([one])) for one in entries]


def boxes(one: Person) -> Page:
    """Four boxes, two and two, under the name."""
    parts = [
        _said(one.heads[0], one.profile),
        _skills(one),
        _section(one.heads[1], one.jobs[:1]),
        _section(one.heads[2], one.studies),
    ]
    inner = _joined(*(_wrapped('<div class="box">', part, "</div>") for part in parts))
    grid = '<div style="display:grid;grid-template-columns:1fr 1fr;gap:16px">'
    return _joined(_top(one), _wrapped(grid, inner, "</div>"))


def scattered(one: Person) -> Page:
    """Placed by coordinates, and drawn from the last to the first."""
    words = [one.name, one.role, one.heads[0], one.profile, one.heads[3], ", ".join(one.skills)]
    tops, sizes = (0, 40, 90, 120, 240, 270), (26, 13, 16, 11, 16, 11)
    pieces = [
        _tag("div", word, style=f"position:absolute;top:{top}px;font-size:{size}px;width:560px")
        for word, top, size in zip(words, tops, sizes, strict=True)
    ]
    return "".join(reversed(pieces)), words


LAYOUTS: dict[str, tuple[Callable[[Person], Page], tuple[str, ...]]] = {
    "plain": (plain, ("ar", "hi", "ko", "vi", "pl", "th")),
    "sidebar": (sidebar, ("he", "en", "zh", "ka", "ar")),
    "table": (table, ("de", "th", "he", "hy", "hi")),
    "labels": (labels, ("ja", "fr", "el", "ar")),
    "boxes": (boxes, ("uk", "th", "hi", "he")),
    "scattered": (scattered, ("fr", "ko", "he")),
}


def printed() -> Iterable[Made]:
    """All of them, as Chromium prints them."""
    everybody = people()
    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(**find_chromium(playwright).launch_options())  # type: ignore[arg-type]  # a dict of its keywords
        page = browser.new_page()
        source = Path(folder) / "page.html"
        for layout, (lay, languages) in LAYOUTS.items():
            for language in languages:
                one = everybody[language]
                html, words = lay(one)
                fonts = {
                    "font": FONTS / FONT_OF.get(language, "NotoSans-Regular.ttf"),
                    "latin": FONTS / "NotoSans-Regular.ttf",
                }
                direction = "rtl" if one.rtl else "ltr"
                source.write_text(
                    f'<!doctype html><html lang="{language}" dir="{direction}"><meta charset="utf-8">'
                    f"<style>{STYLE % fonts}</style><body>{html}</body></html>",
                    encoding="utf-8",
                )
                page.goto(source.as_uri())
                content = page.pdf(format="A4", print_background=True, margin=MARGIN)
                yield Made(f"chromium-{layout}-{language}.pdf", content, tuple(words))
        browser.close()
