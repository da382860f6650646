"""PDFs written by hand, each with one thing that files of old programs do."""

from collections.abc import Iterator

from bench.typesetters.people import Made
from tests.make.pdfs import FONT, pdf, stream, text_at

PROSE = (
    "Kept the books of a shop with nine people and closed each month",
    "within four days, after the owner had done so within three weeks.",
    "Wrote to suppliers who were late and found two that were not.",
)


def _lines(lines: tuple[str, ...], x: float, y: float, size: float = 11) -> str:
    return "".join(text_at(x, y - 15 * i, line, size) for i, line in enumerate(lines))


def written() -> Iterator[Made]:
    """All of them."""
    for name, content, words in (
        _footer_within(),
        _name_over_small_line(),
        _kerned(),
        _broken(),
        _mixed(),
        _dates_last(),
        _raised(),
        _turned(),
        _upside_labels(),
    ):
        yield Made(f"hand-{name}.pdf", content, tuple(words))


def _footer_within() -> tuple[str, bytes, list[str]]:
    page = text_at(60, 740, "Bookkeeper", 18) + _lines(PROSE[:1], 60, 700)
    page += text_at(280, 30, "Page 1 of 1", 8) + _lines(PROSE[1:], 60, 685)
    return "footer", pdf(page), ["Bookkeeper", *PROSE, "Page 1 of 1"]


def _name_over_small_line() -> tuple[str, bytes, list[str]]:
    page = text_at(60, 740, "Ivo Lindgren", 24) + text_at(61, 724, "Bookkeeper in Malmo", 9)
    page += _lines(PROSE, 60, 690)
    return "name", pdf(page), ["Ivo Lindgren", "Bookkeeper in Malmo", *PROSE]


def _kerned() -> tuple[str, bytes, list[str]]:
    """Gaps instead of spaces, and a word cut into pieces by its kerning."""
    page = "BT /F 12 Tf 60 700 Td [(W) 60 (e) -260 (ran) -240 (T) 80 (o) 10 (kyo) -300 (branch)] TJ ET\n"
    page += "BT /F 12 Tf 60 680 Td 3 Tw (and two in Osaka) Tj ET\n"
    return "kerned", pdf(page), ["We ran Tokyo branch", "and two in Osaka"]


def _broken() -> tuple[str, bytes, list[str]]:
    lines = ("Moved the shop to e-", "commerce with world-", "class manage-", "ment of stock.")
    words = ["Moved the shop to e-commerce with world-class management of stock."]
    page = _lines(lines, 60, 700) + text_at(60, 560, "Also e-commerce and world-class teams.")
    return "broken", pdf(page), [*words, "Also e-commerce and world-class teams."]


def _mixed() -> tuple[str, bytes, list[str]]:
    """A line of three sizes, each piece at its own place."""
    page = text_at(60, 700, "Grew", 12) + text_at(92, 700, "sales", 18)
    page += text_at(140, 700, "by a third in", 9) + text_at(196, 700, "Japan", 14)
    return "mixed", pdf(page), ["Grew sales by a third in Japan"]


def _dates_last() -> tuple[str, bytes, list[str]]:
    """All dates of the right edge after all roles."""
    roles = [("Clerk", "2009 - 2012"), ("Bookkeeper", "2012 - 2018"), ("Head of office", "2018 -")]
    page, words = "", []
    for i, (role, _) in enumerate(roles):
        page += text_at(60, 700 - 60 * i, role, 13) + _lines(PROSE[i : i + 1], 60, 682 - 60 * i)
    for i, (role, dates) in enumerate(roles):
        page += text_at(480, 700 - 60 * i, dates, 11)
        words += [role, dates, PROSE[i]]
    return "dates", pdf(page), words


def _raised() -> tuple[str, bytes, list[str]]:
    page = text_at(60, 700, "Came 1") + text_at(99.5, 705, "st", 7)
    page += text_at(110, 700, "of 50 in town") + _lines(PROSE, 60, 670)
    return "raised", pdf(page), ["Came 1st of 50 in town", *PROSE]


def _turned() -> tuple[str, bytes, list[str]]:
    side = "BT /F 14 Tf 0 1 -1 0 40 400 Tm (Curriculum vitae) Tj ET\n"
    page = text_at(80, 740, "Ivo Lindgren", 20) + _lines(PROSE, 80, 700) + side
    return "turned", pdf(page), ["Ivo Lindgren", *PROSE, "Curriculum vitae"]


def _upside_labels() -> tuple[str, bytes, list[str]]:
    """Ligatures named in the font, at codes that mean something else elsewhere."""
    names = FONT.replace("/WinAnsiEncoding", "11 0 R")
    differences = (
        b"<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /fi /fl /ff] >>"
    )
    page = text_at(60, 700, r"Of\001ce \002oor and sta\003 of ten")
    content = pdf(page, font=names, objects=(stream(b""), differences))
    return "ligatures", content, ["Office floor and staff of ten"]
