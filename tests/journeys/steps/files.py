"""The files people have: a résumé, the next version of it, a letter, a damaged one."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import typst
from docx import Document as WordDocument

SAMPLES = Path(__file__).resolve().parents[3] / "mentorship" / "home" / "samples"
TWO_COLUMNS = SAMPLES / "ada-resume.pdf"


@dataclass(frozen=True)
class Upload:
    """A file as Playwright hands it to a page."""

    name: str
    mime: str
    content: bytes

    def payload(self) -> dict[str, str | bytes]:
        """The form `set_input_files` takes."""
        return {"name": self.name, "mimeType": self.mime, "buffer": self.content}


def pdf() -> Upload:
    """A two-column résumé."""
    return Upload("ada-resume.pdf", "application/pdf", TWO_COLUMNS.read_bytes())


def pdf_with(words: dict[str, str]) -> Upload:
    """The same résumé after its author changed these words; a name must stand in it."""
    source = TWO_COLUMNS.with_suffix(".typ").read_text()
    for old, new in words.items():
        assert old in source, old
        source = source.replace(old, new)
    return Upload("ada-resume.pdf", "application/pdf", typst.compile(source.encode()))


NINE_YEARS = "I have spent nine years making sorting halls quiet."


def docx(*paragraphs: str) -> Upload:
    """A cover letter as Word writes it."""
    letter = WordDocument()
    letter.add_heading("Dear Ms Lindqvist", level=1)
    for paragraph in paragraphs or (NINE_YEARS,):
        letter.add_paragraph(paragraph)
    file = BytesIO()
    letter.save(file)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return Upload("letter-harbour.docx", kind, file.getvalue())


def damaged() -> Upload:
    """A PDF whose second half was lost on the way."""
    return Upload("cut-off.pdf", "application/pdf", b"%PDF-1.7\n" + bytes(range(256)) * 8)
