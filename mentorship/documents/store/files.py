"""The files of a version: one folder with the original and the page images made from it."""

import hashlib
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.core.files import File
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentorship.documents.formats.manuscript import PageImage
from mentorship.documents.store.storage import store_failures
from mentorship.toolbox.refs import new_ref
from mentorship.toolbox.refused import Refused

log = logging.getLogger(__name__)
NOT_KEPT = gettext_noop(
    "This one is on us: we cannot keep files at the moment. Your file is fine, and still where you "
    "took it from. Upload it again in a while."
)


@dataclass(frozen=True, slots=True)
class Kept:
    """Bytes in the file store: their key, their SHA-256 in hex, how many they are."""

    name: str
    sha256: str
    size: int


def sha256_of(file: "File[bytes]") -> str:
    """The SHA-256 of its bytes, in hex; the file is at its beginning afterwards."""
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def keep_original(file: "File[bytes]", sha256: str) -> Kept:
    """Store the bytes under a random name that says nothing about them.

    sha256  of these bytes: see `sha256_of`

    Raises Refused (503, field "file") while the store takes none: a full disk, for one.
    """
    try:
        name = default_storage.save(f"{new_ref()}{new_ref()}/original", file)
    except store_failures() as error:
        log.exception("an upload could not be stored")
        raise Refused("no-store", _(NOT_KEPT), field="file", status=503) from error
    return Kept(name, sha256, int(file.size or 0))


def keep_image(image: PageImage, *, beside: str) -> str:
    """Store a page image in the folder of the original `beside`; its key.

    One that a worker left who died before its row was written gives way.
    """
    name = str(PurePosixPath(beside).with_name(image.path.name))
    default_storage.delete(name)
    with image.path.open("rb") as file:
        return default_storage.save(name, File(file))


def forget(names: Iterable[str]) -> None:
    """Delete these keys and the folders they leave empty; what is gone already is no error."""
    folders = set()
    for name in filter(None, names):
        default_storage.delete(name)
        folders.add(str(PurePosixPath(name).parent))
    for folder in folders:
        forget_folder(folder)


def forget_folder(folder: str) -> None:
    """Delete this folder with all that is in it; what is gone already is no error."""
    try:
        _folders, left = default_storage.listdir(folder)
        for name in left:
            default_storage.delete(f"{folder}/{name}")
        default_storage.delete(folder)
    except FileNotFoundError:
        return
