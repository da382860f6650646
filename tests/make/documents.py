"""Documents and their versions, uploaded or written, and prepared by the real worker."""

from uuid import uuid4

from django.core.files.base import ContentFile

from accounts.models import User
from accounts.reader import as_account
from mentorship.documents import actions as documents
from mentorship.documents import rendering
from mentorship.documents.models import Document, Version
from tests import clock

TEXT = "Ada Lovelace\n\nWrote the first program, for a machine that was never built.\n"
THREE_LINES = f"{TEXT}Likes 🐎 horses.\n"


def document(owner: User, *, title: str = "Programmer", text: str = TEXT) -> Document:
    """A document of `owner` that was uploaded as a text file and is still to be prepared."""
    file = ContentFile(text.encode(), name="programmer.txt")
    return documents.upload(
        by=as_account(owner), kind="resume", title=title, note="", key=uuid4(), file=file
    )


def draft(owner: User, *, title: str = "Dear reader", text: str = "Dear reader,") -> Document:
    """A text of `owner` that is being written here."""
    by = as_account(owner)
    begun = documents.begin_text(by=by, kind="cover_letter", title=title, note="", key=uuid4())
    return documents.save_draft(begun, by=by, text=text, revision=0)


def version(of: Document, *, text: str = TEXT) -> Version:
    """The next version of the document, still to be prepared."""
    file = ContentFile(text.encode(), name="programmer.txt")
    return documents.add_version(of, by=as_account(of.owner), key=uuid4(), file=file)


def ready(made: Version) -> Version:
    """The same version with its reading copy, made by the real worker."""
    clock.later()  # what comes after it is later than what came before
    rendering.prepare(made.pk)
    clock.later()
    made.refresh_from_db()
    assert made.is_ready, made.refusal
    return made


def ready_version(owner: User, *, title: str = "Programmer", text: str = TEXT) -> Version:
    """The first version of a new document, with its reading copy."""
    return ready(document(owner, title=title, text=text).versions.get())
