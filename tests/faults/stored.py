"""Every file of every row, and every row of every file: not only those of one story."""

import hashlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from django.core.files.storage import default_storage

from mentorship.documents.models import Page, Version
from mentorship.documents.store import sanity


def gone() -> Iterator[str]:
    """Rows whose bytes are not there, or others than were uploaded."""
    for version in Version.objects.only("original", "sha256", "state"):
        if not version.original:
            if version.state != Version.State.REFUSED:  # whose file is forgotten after some days
                yield f"version {version.pk} names no bytes"
        elif not _path(version.original).exists():
            yield f"the bytes of version {version.pk} are gone"
        elif hashlib.sha256(_path(version.original).read_bytes()).hexdigest() != version.sha256:
            yield f"the bytes of version {version.pk} are others than were uploaded"
    for version_id, images in Page.objects.values_list("version", "images"):
        if not all(_path(image["file"]).exists() for image in images):
            yield f"an image of version {version_id} is gone"


def unlisted() -> Iterator[str]:
    """Folders that no row names and that whoever runs the service is not told of."""
    found = _unnamed()
    if found:
        listed = {line.partition(":")[0] for line in sanity.findings()}
        for _folder in sorted((found & _unnamed()) - listed):  # an upload may just have ended
            yield "files that no row names are listed nowhere"


def _unnamed() -> set[str]:
    there = {one.name for one in _path("").iterdir() if one.is_dir()}
    originals = Version.objects.exclude(original="").values_list("original", flat=True)
    return there - {PurePosixPath(name).parts[0] for name in originals}


def _path(name: str) -> Path:
    return Path(default_storage.path(name))
