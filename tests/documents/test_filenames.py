"""What the name of a file says."""

import json
from pathlib import Path

from mentorship.documents.filenames import kind_of, title_of

NAMES = json.loads((Path(__file__).parents[1] / "files/file_names.json").read_text())


def test_title_and_kind_are_read_off_the_name_as_the_browser_reads_them() -> None:
    read = [[name, title_of(name), kind_of(name)] for name, _, _ in NAMES]

    assert read == NAMES


def test_a_title_is_no_longer_than_a_documents_may_be() -> None:
    assert len(title_of("a" * 300 + ".pdf")) == 120


def test_folders_of_any_system_are_no_part_of_a_title() -> None:
    assert title_of("C:\\Users\\Ada\\cv.pdf") == title_of("/home/ada/cv.pdf") == "CV"
