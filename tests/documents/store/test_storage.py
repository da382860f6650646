"""The private folder: whole files under names nobody can take, and no address."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from mentorship.documents.store.storage import PrivateFolder


@pytest.fixture
def folder(tmp_path: Path) -> PrivateFolder:
    """An empty store."""
    return PrivateFolder(tmp_path / "store")


def test_what_is_stored_is_read_back(folder: PrivateFolder):
    name = folder.save("k3f9/original", ContentFile(b"a resume"))

    with folder.open(name) as file:
        assert file.read() == b"a resume"


def test_a_name_that_is_taken_is_not_written_over(folder: PrivateFolder):
    first = folder.save("k3f9/original", ContentFile(b"first"))

    second = folder.save("k3f9/original", ContentFile(b"second"))

    assert first != second
    with folder.open(first) as file:
        assert file.read() == b"first"


def test_only_the_service_may_open_files_and_folders(folder: PrivateFolder):
    path = Path(folder.path(folder.save("k3f9/original", ContentFile(b"a resume"))))

    assert oct(path.stat().st_mode & 0o777) == "0o600"
    assert oct(path.parent.stat().st_mode & 0o777) == "0o700"


def test_neither_a_half_written_file_nor_its_empty_folder_is_left(folder: PrivateFolder):
    class Broken(ContentFile):  # type: ignore[type-arg]  # bytes
        def chunks(self, chunk_size=None):  # type: ignore[no-untyped-def]  # as Django's
            yield b"half"
            raise OSError("the connection was lost")

    with pytest.raises(OSError, match="lost"):
        folder.save("k3f9/original", Broken(b""))

    assert list(Path(folder.location).iterdir()) == []


def test_nothing_in_it_has_an_address(folder: PrivateFolder):
    with pytest.raises(ValueError, match="served by views"):
        folder.url("k3f9/original")
