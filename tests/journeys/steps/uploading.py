"""How a document and its next version are uploaded."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.steps.files import TWO_COLUMNS, Upload
from tests.journeys.steps.reading import unfold
from tests.make.pdfs import typeset

WRITTEN_ANEW = {
    "Responsible for 84 people on three shifts and about": "Lead 84 people on three shifts, and",
    "    - Helped with the introduction of a new warehouse system.\n": "",
    "Hiring and coaching": "Hiring and coaching \\\n    Two languages on the floor",
}
SAID = "Results first, and nothing I only helped with."


def second(folder: Path) -> Upload:
    """The two-column résumé with some words written anew."""
    markup = TWO_COLUMNS.with_suffix(".typ").read_text()
    for old, new in WRITTEN_ANEW.items():
        assert old in markup
        markup = markup.replace(old, new)
    return Upload("ada-resume-2.pdf", "application/pdf", typeset(markup, folder))


def upload_next(ada: Page, folder: Path) -> str:
    """Upload it with a line about what is new; the address of the document."""
    ada.goto("/documents/")
    ada.get_by_role("link", name="Ada resume", exact=True).click()
    document = ada.url
    ada.get_by_label("File", exact=True).set_input_files([second(folder).payload()])  # type: ignore[list-item]  # its TypedDict
    ada.get_by_label("What is new?").fill(SAID)
    ada.get_by_role("button", name="Upload", exact=True).click()
    expect(unfold(ada).get_by_text("Lines changed since version 1 are marked.")).to_be_visible()
    return document


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


def tell_everybody(ada: Page) -> None:
    """Where the next version is read, the next step: tell those who read the one before."""
    ada.get_by_role("link", name=re.compile("^Tell ")).click()
    ada.get_by_role("button", name=re.compile("^Tell (?!nobody)")).click()
    expect(ada.get_by_role("heading", name="Who was told about version")).to_be_visible()
