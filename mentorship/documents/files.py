"""The files of a version: one folder with the original and the page images made from it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import PurePosixPath

from django.core.files import File
from django.core.files.storage import default_storage
from django.utils import timezone

from mentorship.documents.formats.manuscript import PageImage
from mentorship.documents.models import Version
from mentorship.toolbox.refs import new_ref

ORPHAN_AFTER = timedelta(hours=1)  # an upload's row is written within seconds of its bytes


@dataclass(frozen=True, slots=True)
class Kept:
    """Bytes in the file store: their key, their SHA-256 in hex, how many they are."""

    name: str
    sha256: str
    size: int


def keep_original(file: "File[bytes]") -> Kept:
    """Store the bytes under a random name that says nothing about them."""
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    name = default_storage.save(f"{new_ref()}{new_ref()}/original", file)
    return Kept(name, digest.hexdigest(), int(file.size or 0))


def keep_image(image: PageImage, *, beside: str) -> str:
    """Store a page image in the folder of the original `beside`; its key.

    Preparing twice stores the same image under the same name.
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
        _forget_folder(folder)


def _forget_folder(folder: str) -> None:
    try:
        _, left = default_storage.listdir(folder)
        for name in left:
            default_storage.delete(f"{folder}/{name}")
        default_storage.delete(folder)
    except FileNotFoundError:
        return


def forget_orphans() -> int:
    """Delete the folders no version names, left by a crash between bytes and row; how many."""
    folders, _ = default_storage.listdir("")
    originals = Version.objects.exclude(original="").values_list("original", flat=True)
    named = {str(PurePosixPath(name).parent) for name in originals}
    orphans = [folder for folder in folders if folder not in named and _is_old(folder)]
    for folder in orphans:
        _forget_folder(folder)
    return len(orphans)


def _is_old(folder: str) -> bool:
    try:
        _, names = default_storage.listdir(folder)
        times = [default_storage.get_modified_time(f"{folder}/{name}") for name in names]
    except FileNotFoundError:
        return False
    # An empty folder may be an upload that has just begun.
    return bool(times) and all(time < timezone.now() - ORPHAN_AFTER for time in times)
