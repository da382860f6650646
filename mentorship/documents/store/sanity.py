"""Whether every row has its bytes, and every file its row: for the operator."""

import hashlib
from collections.abc import Iterator

from django.core.files.storage import default_storage

from mentorship.documents.models import Orphan, Page, Version
from mentorship.documents.store import orphans
from mentorship.documents.store.pairing import Pair, named_folders, pair, stored_folders
from mentorship.documents.store.storage import store_failures


def findings() -> Iterator[str]:
    """One line for each thing that is not as it should be. Reads every file: minutes for thousands."""
    found = pair()
    if found is not Pair.MATCHED:
        yield found.value
    for version in Version.objects.exclude(original="").select_related("document").defer("text"):
        yield from _of_original(version)
    for page in Page.objects.select_related("version__document").defer("lines", "words"):
        for image in page.images:
            if not default_storage.exists(image["file"]):
                yield f"{_name(page.version)}: an image of page {page.number} is missing"
    for folder in sorted(stored_folders() - named_folders() - orphans.given_up()):
        yield f"{folder}: no row names this folder{_since(folder)}"


def delete_orphans() -> int:
    """Delete what no row names, however much it is; how many uploads that were.

    Nothing while database and files do not belong together.
    """
    if pair() is not Pair.MATCHED:
        return 0
    return orphans.delete(sorted(stored_folders() - named_folders()))


def _of_original(version: Version) -> Iterator[str]:
    try:
        with default_storage.open(version.original) as file:
            sha256 = hashlib.sha256()
            for chunk in file.chunks():
                sha256.update(chunk)
    except FileNotFoundError:
        yield f"{_name(version)}: the original is missing ({version.original})"
    except store_failures() as error:
        yield f"{_name(version)}: the original cannot be read ({type(error).__name__})"
    else:
        if sha256.hexdigest() != version.sha256:
            yield f"{_name(version)}: the original is not what was uploaded ({version.original})"


def _name(version: Version) -> str:
    return f"version {version.number} of document {version.document.ref}"


def _since(folder: str) -> str:
    known = Orphan.objects.filter(folder=folder).first()
    return f", known since {known.first_seen_at:%Y-%m-%d}" if known else ""
