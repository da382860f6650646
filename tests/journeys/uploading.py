"""The next version of the two-column résumé, and how it is uploaded."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.documents.pdfs import typeset
from tests.journeys.steps import TWO_COLUMNS, Upload

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
    expect(ada.get_by_text("Lines changed since version 1 are marked.")).to_be_visible()
    return document
