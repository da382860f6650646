"""Words of documents held against their truth: files without truth are passed over, and what is short is told.

In a process of its own: importing bench sets up another service than the one under test.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.make.pdfs import pdf, text_at

pytestmark = pytest.mark.processes

ROOT = Path(__file__).resolve().parents[2]


def measure(folder: Path, **truths: str) -> subprocess.CompletedProcess[str]:
    """What measuring prints of one page under several names, each with its truth, and one without."""
    page = pdf(text_at(72, 700, "Ada Lovelace") + text_at(72, 650, "wrote the first program"))
    (folder / "untold.pdf").write_bytes(b"no PDF at all")
    for name, truth in truths.items():
        (folder / f"{name}.pdf").write_bytes(page)
        (folder / f"{name}.pdf.truth").write_text(truth, encoding="utf-8")
    command = [sys.executable, "-m", "bench.words", str(folder)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


def test_a_folder_of_right_words_is_well(tmp_path: Path) -> None:
    done = measure(tmp_path, right="Ada Lovelace\nwrote the first program\n")

    assert (done.returncode, done.stderr) == (0, "")
    assert "right.pdf" in done.stdout
    assert "untold" not in done.stdout


def test_a_file_that_falls_short_is_told(tmp_path: Path) -> None:
    done = measure(
        tmp_path,
        right="Ada Lovelace wrote the first program",
        other="wrote the first program Ada Byron",
    )

    assert (done.returncode, done.stderr) == (1, "")
    short = done.stdout.split("Short of what is wanted")[1]
    assert ("other.pdf, words" in short, "right.pdf" in short) == (True, False)


def test_a_folder_without_truth_shows_nothing(tmp_path: Path) -> None:
    assert measure(tmp_path).returncode == 1
