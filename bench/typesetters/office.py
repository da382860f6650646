"""Word documents, made by python-docx, printed by LibreOffice."""

from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from bench.typesetters.people import Entry, Made, Person, people

WIDTH = Cm(16)


def _add(document: Docx, words: str, person: Person, size: int = 10) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.add_run(words).font.size = Pt(size)
    if person.rtl:
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    return paragraph


def _row(document: Docx, entry: Entry, person: Person) -> list[str]:
    paragraph = _add(document, f"{entry.what}\t{entry.dates}", person, 11)
    paragraph.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    _add(document, entry.where, person)
    for item in entry.items:
        document.add_paragraph(item, style="List Bullet")
    return [entry.what, entry.dates, entry.where, *(f"• {item}" for item in entry.items)]


def tabs(document: Docx, one: Person) -> list[str]:
    """Dates behind tabs, a page header and a footer."""
    section = document.sections[0]
    section.header.paragraphs[0].text = one.contact[0]
    section.footer.paragraphs[0].text = one.footer
    words = [one.contact[0], one.name, one.role, one.heads[0], one.profile, one.heads[1]]
    for text, size in zip(words[1:], (22, 11, 14, 10, 14), strict=True):
        _add(document, text, one, size)
    for entry in (*one.jobs, *one.studies):
        words += _row(document, entry, one)
    return [*words, one.footer]


def table(document: Docx, one: Person) -> list[str]:
    """A table with borders, its cells of several lines."""
    words = [one.name, one.heads[1]]
    _add(document, one.name, one, 22)
    _add(document, one.heads[1], one, 14)
    grid = document.add_table(rows=0, cols=3, style="Table Grid")
    for job in (*one.jobs, *one.studies):
        texts = (job.dates, f"{job.what} {job.where}", " ".join(job.items))
        for cell, text in zip(grid.add_row().cells, texts, strict=True):
            cell.text = text
        words += texts
    _add(document, one.footer, one)
    return [*words, one.footer]


def columns(document: Docx, one: Person) -> list[str]:
    """Two columns of text on the page."""
    cols = OxmlElement("w:cols")
    cols.set(qn("w:num"), "2")
    cols.set(qn("w:space"), "600")
    document.sections[0]._sectPr.append(cols)
    document.sections[0].page_height = Cm(13)
    words = [one.name, one.heads[0], one.profile, one.heads[1]]
    for text, size in zip(words, (20, 14, 10, 14), strict=True):
        _add(document, text, one, size)
    for job in one.jobs:
        parts = (f"{job.what}, {job.where}", *job.items)
        for text in parts:
            _add(document, text, one)
        words += parts
    return words


LAYOUTS: dict[str, tuple[Callable[[Docx, Person], list[str]], tuple[str, ...]]] = {
    "tabs": (tabs, ("en", "de", "uk")),
    "table": (table, ("el", "fr", "pl")),
    "columns": (columns, ("pl", "en")),
}


def exported() -> Iterator[Made]:
    """All of them, as LibreOffice exports them."""
    everybody = people()
    for layout, (lay, languages) in LAYOUTS.items():
        for language in languages:
            document = Document()
            words = lay(document, everybody[language])
            with TemporaryDirectory() as folder:
                document.save(f"{folder}/page.docx")
                profile = f"-env:UserInstallation=file://{folder}/profile"
                printing = ["--convert-to", "pdf", "--outdir", folder, f"{folder}/page.docx"]
                command = ["soffice", "--headless", profile, *printing]
                run(command, check=True, capture_output=True)
                content = (Path(folder) / "page.pdf").read_bytes()
            yield Made(f"office-{layout}-{language}.pdf", content, tuple(words))
