"""Files as a backup keeps them: which the rows name, and how one goes out of the store and back."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.core.files import File
from django.core.files.storage import default_storage

from mentorship.documents.models import FileStore, Page, Version
from mentorship.documents.store import pairing
from mentorship.toolbox.refs import new_ref


@dataclass(frozen=True, slots=True)
class Copied:
    """A file that lies beside the store now: how many bytes it has, and their SHA-256 in hex."""

    size: int
    sha256: str


def named_files() -> set[str]:
    """The keys that rows name: of originals, and of the images of pages."""
    originals = Version.objects.exclude(original="").values_list("original", flat=True)
    images = Page.objects.values_list("images", flat=True)
    return {*originals, *(image["file"] for some in images.iterator() for image in some)}


def take(name: str, to: Path) -> Copied | None:
    """Copy a file out of the store; None when it is not there. What lies at `to` is written over."""
    digest, size = hashlib.sha256(), 0
    try:
        stored = default_storage.open(name)
    except FileNotFoundError:
        return None
    to.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with stored, to.open("wb") as file:
        to.chmod(0o600)
        for chunk in stored.chunks():
            digest.update(chunk)
            size += len(chunk)
            file.write(chunk)
    return Copied(size, digest.hexdigest())


def put(source: Path, name: str) -> None:
    """Put a file into the store under exactly this key; what was there goes."""
    default_storage.delete(name)
    with source.open("rb") as file:
        default_storage.save(name, File(file))


def part() -> None:
    """Let the store belong to no database: no process starts with it before `pair_anew`."""
    default_storage.delete(pairing.KEY)


def pair_anew() -> None:
    """Let this database and this store belong together, under an id that no other copy has."""
    FileStore.objects.update(ref=new_ref(), confirmed_at=None)
    pairing.adopt()


def names_in_store() -> Iterator[str]:
    """Folders that lie in the store already."""
    yield from sorted(pairing.stored_folders())
