"""docs/letters holds the text of every letter, as it is written now: `./run letters` writes it anew."""

import os

import pytest

from tests.notifications import every_letter, snapshots

pytestmark = pytest.mark.django_db


def test_the_texts_of_letters_in_docs_are_those_that_are_written() -> None:
    letters = snapshots.first_of_each(every_letter.written())
    now = {snapshots.path_of(kind): snapshots.snapshot(one) for kind, one in letters.items()}
    if "WRITE_LETTERS" in os.environ:
        write(now)

    kept = {path: path.read_text() for path in snapshots.FOLDER.rglob("*.txt")}

    assert sorted(set(kept) ^ set(now)) == []
    assert [path.name for path, words in now.items() if kept[path] != words] == []


def write(now: dict[snapshots.Path, str]) -> None:
    """These and no others."""
    for path in snapshots.FOLDER.rglob("*.txt"):
        path.unlink()
    for path, words in now.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words)
