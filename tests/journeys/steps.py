"""What people do in journeys, by the words they see."""

import re
import time
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import typst
from docx import Document as WordDocument
from playwright.sync_api import Page, expect

from tests.infrastructure.service import Service

CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")
SAMPLES = Path(__file__).resolve().parents[2] / "mentorship" / "home" / "samples"
TWO_COLUMNS = SAMPLES / "ada-resume.pdf"
EMAIL = re.compile("^e-?mail", re.IGNORECASE)
PASSWORD = "grow-quiet-lantern-7"


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


def code_for(service: Service, address: str, *, count: int = 1) -> str:
    """The code in the newest letter to `address`, once `count` letters have come."""
    assert service.sink
    letter = service.sink.wait_for(address, count=count).message
    body = letter.get_body(("plain",))
    assert body
    found = CODE.search(body.get_content())
    assert found, "there is no code in the letter"
    return found[0]


def sign_up(page: Page, service: Service, address: str, *, name: str = "Ada Okafor") -> None:
    """From the landing page to the desk, with nothing but what pages and letters say."""
    page.goto("/")
    page.get_by_role("main").get_by_role("link", name="Sign up").first.click()
    page.get_by_label(EMAIL).fill(address)
    page.get_by_label("What should people call you?").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign up").click()
    page.get_by_label("Code").fill(code_for(service, address))
    page.get_by_role("button", name="Confirm the address").click()
    expect(page.get_by_role("heading", name="Desk")).to_be_visible()


def upload(page: Page, *files: Upload) -> None:
    """Choose these files on the upload page and press Upload."""
    page.goto("/documents/new/")
    page.get_by_label("Files", exact=True).set_input_files([file.payload() for file in files])  # type: ignore[arg-type]  # its TypedDict
    page.get_by_role("button", name="Upload", exact=True).click()


def next_version(page: Page, address: str, file: Upload) -> None:
    """On the document's page, which is known by any address below it: upload this, until it is ready."""
    page.goto("/".join(address.split("/")[:5]) + "/")
    page.get_by_label("File", exact=True).set_input_files(file.payload())  # type: ignore[arg-type]  # its TypedDict
    page.get_by_role("button", name="Upload", exact=True).click()
    page.wait_for_url(re.compile(r"/versions/\d+/$"))
    expect(page.locator("#line-1")).to_be_attached()


def selected(page: Page) -> str:
    """The words that are selected, on one line."""
    return " ".join(page.evaluate("() => getSelection().toString()").split())


def unique(name: str) -> str:
    """An address of this test alone."""
    return f"{name}-{time.time_ns()}@seekers.example"
