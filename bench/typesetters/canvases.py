"""Pages drawn by ReportLab, piece by piece, in orders that are not those of reading."""

from collections.abc import Callable, Iterable, Iterator
from io import BytesIO

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from bench.typesetters.people import FONTS, Made, Person, people

BODY = ParagraphStyle("body", fontName="own", fontSize=10, leading=13)
Drawing = Callable[[Canvas, Person], list[str]]


def _set(canvas: Canvas, words: str, x: float, y: float, width: float) -> float:
    """Words in a paragraph whose top is at `y`; where it ends."""
    paragraph = Paragraph(words.replace("&", "&amp;"), BODY)
    _, height = paragraph.wrap(width, 800)
    paragraph.drawOn(canvas, x, y - height)
    return y - height


def _title(canvas: Canvas, words: str, x: float, y: float, size: float = 14) -> None:
    canvas.setFont("bold", size)
    canvas.drawString(x, y, words)


def labels_first(canvas: Canvas, one: Person) -> list[str]:
    """All labels, then all texts beside them."""
    texts = [one.profile, " ".join(one.jobs[0].items), one.studies[0].what, ", ".join(one.skills)]
    tops = [700, 600, 500, 450]
    for head, top in zip(one.heads, tops, strict=True):
        _title(canvas, head, 50, top, 11)
    for words, top in zip(texts, tops, strict=True):
        _set(canvas, words, 200, top + 11, 330)
    _title(canvas, one.name, 50, 770, 24)
    pairs = zip(one.heads, texts, strict=True)
    return [one.name, *(word for pair in pairs for word in pair)]


def headings_last(canvas: Canvas, one: Person) -> list[str]:
    """Texts first; their headings and the name at the end; the footer before all."""
    canvas.setFont("own", 8)
    canvas.drawString(50, 30, one.footer)
    tops = [700, 560, 480]
    texts = [one.profile, " ".join(one.jobs[1].items), ", ".join(one.skills)]
    for words, top in zip(texts, tops, strict=True):
        _set(canvas, words, 50, top, 460)
    heads = [one.heads[0], one.heads[1], one.heads[3]]
    for head, top in zip(heads, tops, strict=True):
        _title(canvas, head, 50, top + 6)
    _title(canvas, one.name, 50, 770, 24)
    canvas.setFont("own", 10)
    canvas.drawString(50, 752, one.role)
    pairs = zip(heads, texts, strict=True)
    return [one.name, one.role, *(word for pair in pairs for word in pair), one.footer]


def cells(canvas: Canvas, one: Person) -> list[str]:
    """A table with rules, drawn column after column."""
    rows = [(job.dates, job.what, " ".join(job.items)) for job in one.jobs]
    _title(canvas, one.heads[1], 50, 760, 16)
    lefts, widths = (50, 160, 300), (100, 130, 230)
    for column, (left, width) in enumerate(zip(lefts, widths, strict=True)):
        for i, row in enumerate(rows):
            canvas.rect(left - 5, 640 - 90 * i, width + 10, 90)
            _set(canvas, row[column], left, 725 - 90 * i, width)
    return [one.heads[1], *(word for row in rows for word in row)]


def sidebar(canvas: Canvas, one: Person) -> list[str]:
    """A dark column at the right, drawn first, white on blue."""
    canvas.setFillColorRGB(0.1, 0.2, 0.4)
    canvas.rect(400, 0, 195, 842, fill=1, stroke=0)
    canvas.setFillColorRGB(1, 1, 1)
    _title(canvas, one.heads[3], 415, 690)
    canvas.setFont("own", 10)
    for i, words in enumerate((*one.skills, *one.contact)):
        canvas.drawString(415, 670 - 15 * i, words)
    canvas.setFillColorRGB(0, 0, 0)
    _title(canvas, one.name, 50, 770, 22)
    _title(canvas, one.heads[0], 50, 700)
    end = _set(canvas, one.profile, 50, 694, 320)
    _title(canvas, one.heads[1], 50, end - 24)
    words = [one.name, one.heads[0], one.profile, one.heads[1]]
    for job in one.jobs:
        end = _set(canvas, f"{job.what}, {job.where}", 50, end - 34, 320)
        end = _set(canvas, " ".join(job.items), 50, end - 2, 320)
        words += [f"{job.what}, {job.where}", *job.items]
    return [*words, one.heads[3], *one.skills, *one.contact]


def rows(canvas: Canvas, one: Person) -> list[str]:
    """Two columns of prose, drawn line by line across both; a title in spaced letters."""
    halves = [one.profile, " ".join(one.jobs[0].items + one.jobs[1].items)]
    columns = [Paragraph(half.replace("&", "&amp;"), BODY).breakLines(230).lines for half in halves]
    canvas.setFont("bold", 13)
    canvas.drawString(50, 760, one.heads[0].upper(), charSpace=5)
    canvas.setFont("own", 10)
    lines = [[" ".join(line[1]) for line in column] for column in columns]
    for i in range(max(map(len, lines))):
        for column, left in zip(lines, (50, 320), strict=True):
            if i < len(column):
                canvas.drawString(left, 730 - 13 * i, column[i])
    return [one.heads[0].upper(), *halves]


DRAWINGS: dict[str, tuple[Drawing, tuple[str, ...]]] = {
    "labels": (labels_first, ("en", "uk", "pl")),
    "headings": (headings_last, ("el", "en", "vi")),
    "cells": (cells, ("de", "fr", "uk")),
    "sidebar": (sidebar, ("en", "pl", "de")),
    "rows": (rows, ("fr", "en", "el")),
}


def drawn() -> Iterator[Made]:
    """All of them."""
    for name, file in (("own", "NotoSans-Regular.ttf"), ("bold", "NotoSans-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, FONTS / file))
    everybody: dict[str, Person] = people()
    for layout, (drawing, languages) in DRAWINGS.items():
        for language in languages:
            out = BytesIO()
            canvas = Canvas(out, pagesize=(595, 842), invariant=True)
            words: Iterable[str] = drawing(canvas, everybody[language])
            canvas.save()
            yield Made(f"reportlab-{layout}-{language}.pdf", out.getvalue(), tuple(words))
