"""The pairs labelled by hand: the words of each label are where it says, and a wrong label is told.

In a process of its own: importing bench sets up another service than the one under test.
"""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.processes

ROOT = Path(__file__).resolve().parents[2]
COLUMNS = "words in v1\twhich\tlabel\twords in v3\twhich"
OLD = "Skills\nFirst aid\n- Trained new\n  staff. Ran the shop.\n- Ran the shop.\n会使用R语\n言"
NEW = "First aid\n- New staff trained. Ran the shop.\nSkills"

RIGHT = """
Trained new staff.\t\treworded\tNew staff trained.\t
Ran the shop\t2\tsame\tRan the shop\t
First aid\t\tgone\t\t
R语言\t\tgone\t\t"""
WRONG = {
    "01-a-en-resume": ("\nSecond aid\t\tgone\t\t", "“Second aid” is there 0 times"),
    "02-a-en-resume": ("\nRan the shop\t\tgone\t\t", "“Ran the shop” is there 2 times"),
    "03-a-en-resume": ("\nRan the shop\t3\tgone\t\t", "“Ran the shop” is there 2 times"),
    "04-a-en-resume": ("\nFirst aid\t1\tgone\t\t", "“First aid” is there 1 times"),
    "05-a-en-resume": ("\nFirst ai\t\tgone\t\t", "“First ai” is there 0 times"),
    "06-a-en-resume": ("\nFirst aid\t\tlost\t\t", "“First aid” cannot be “lost”"),
    "07-a-en-resume": ("\nFirst aid\t\tsame\t\t", "“First aid” cannot be “same”"),
    "08-a-en-resume": ("\nSkills\t\tgone\tSkills\t", "“Skills” cannot be “gone”"),
    "09-a-en-resume": ("\nSkills\t\treworded\tSkills\t", "“Skills” is not reworded"),
    "10-a-en-resume": ("\nSkills\t\tmoved\tFirst aid\t", "“Skills” is not moved"),
    "11-a-en-resume": ("\nSkills\t\tgone\t\t" * 2, "labelled 2 times"),
    "12-a-en-resume": (
        "\nSkills\t\tsame\tSkills\t\nFirst aid\t\tsame\tFirst aid\t",
        "“Skills” and “First aid” have changed places",
    ),
    "13-a-en-resume": ("\nSkills\tgone", "the columns have to be"),
    "14-a-en-resume": ("\nSkills\tone\tgone\t\t", "“one” is no number"),
    "15-a-en-resumes": (RIGHT, "is not named"),
}


def reading(*folders: Path) -> subprocess.CompletedProcess[str]:
    """What reading these folders of pairs, or all parts of ours, prints."""
    command = [sys.executable, "-m", "bench.versions.rewritten", *map(str, folders)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


def pair(folder: Path, labels: str) -> None:
    """A pair of texts with these labels."""
    folder.mkdir()
    for name, text in (("v1.txt", OLD), ("v3.txt", NEW), ("labels.tsv", COLUMNS + labels)):
        (folder / name).write_text(text, encoding="utf-8")


def cells(line: str) -> list[str]:
    """What is in a line of a table."""
    return [cell.strip() for cell in line.strip("| ").split("|")]


def test_each_part_can_be_read_and_holds_every_language() -> None:
    done = reading()

    assert (done.returncode, done.stderr) == (0, "")
    tables = [cells(line) for line in done.stdout.splitlines() if line.startswith("| ")]
    told = " ".join(row[0] for row in tables if "---" not in row[0])
    assert told.split("language")[1:] == [
        " ar de en es fr zh all ",
        " ar de en es fr it nl pl pt zh all ",
        " de en es fr zh all ",
        " ar de en es fr zh all",
    ]
    everything = [row for row in tables if row[0] == "all"]
    assert [row[1] for row in everything] == ["41", "12", "5", "12"]
    assert [row for row in everything if "0" in row] == []


def test_a_label_is_found_across_the_ends_of_lines_and_among_several(tmp_path: Path) -> None:
    pair(tmp_path / "01-a-en-resume", RIGHT)

    done = reading(tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert cells(done.stdout.splitlines()[-1]) == ["all", "1", "1", "0", "1", "2", "4"]


def test_what_is_wrong_with_a_label_is_told(tmp_path: Path) -> None:
    for name, (labels, _said) in WRONG.items():
        pair(tmp_path / name, labels)

    done = reading(tmp_path)

    assert (done.returncode, done.stderr) == (1, "")
    told = done.stdout.splitlines()[: len(WRONG)]
    assert [
        line
        for line, (name, (_labels, said)) in zip(told, WRONG.items(), strict=True)
        if not line.startswith(name) or said not in line
    ] == []
