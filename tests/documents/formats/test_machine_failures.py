"""When the machine fails: nothing is said about the file, and the next one is read."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mentorship.documents.formats import sandbox
from tests.documents.formats.killing import is_alive, meanwhile, prepared, zygote_pid
from tests.make import samples

ROOT = Path(__file__).resolve().parents[3]
AT_WORK = samples.pdf_of_sums()  # it lasts until something ends it


def test_a_zygote_that_is_killed_at_its_work_says_nothing_about_the_file(tmp_path):
    def kill_the_zygote(child: int) -> None:
        os.kill(zygote_pid(), signal.SIGKILL)

    prepared(tmp_path, samples.pdf(), "cv.pdf")

    with meanwhile(kill_the_zygote):
        assert prepared(tmp_path, AT_WORK, "cv.pdf", cpu_seconds=20) == "failed: interrupted"

    assert prepared(tmp_path, samples.pdf(), "cv.pdf").text == "Ada Lovelace"


@pytest.mark.parametrize("number", ["SIGKILL", "SIGTERM", "SIGSEGV", "SIGBUS", "SIGABRT"])
def test_a_child_that_is_killed_says_nothing_about_the_file(tmp_path, number):
    prepared(tmp_path, samples.pdf(), "cv.pdf")

    with meanwhile(lambda child: os.kill(child, getattr(signal, number))):
        assert prepared(tmp_path, AT_WORK, "cv.pdf", cpu_seconds=20) == "failed: interrupted"

    assert prepared(tmp_path, samples.pdf(), "cv.pdf").text == "Ada Lovelace"


def test_a_child_that_stands_still_says_nothing_about_the_file(tmp_path):
    prepared(tmp_path, samples.pdf(), "cv.pdf")

    with meanwhile(lambda child: os.kill(child, signal.SIGSTOP)):
        assert prepared(tmp_path, AT_WORK, "cv.pdf", wall_seconds=1) == "failed: slow"

    assert prepared(tmp_path, samples.pdf(), "cv.pdf").text == "Ada Lovelace"


def test_a_zygote_that_stands_still_is_replaced_and_its_late_answer_heard_by_nobody(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(sandbox, "GRACE_SECONDS", 0)
    prepared(tmp_path, samples.pdf("Mallory"), "cv.pdf")
    before = zygote_pid()
    os.kill(before, signal.SIGSTOP)

    assert prepared(tmp_path, samples.pdf("Ben"), "cv.pdf", wall_seconds=1) == "failed: slow"

    assert prepared(tmp_path, samples.pdf(), "cv.pdf").text == "Ada Lovelace"
    assert not is_alive(before)


def test_on_a_full_disk_no_file_is_refused(tmp_path):
    files = {
        "cv.pdf": samples.pdf(),
        "cv.docx": samples.word(),
        "cv.rtf": samples.rtf(),
        "cv.md": b"Ada *Lovelace*",
        "damaged.pdf": b"%PDF-1.7\n" + bytes(range(256)),
    }
    for name, raw in files.items():
        (tmp_path / name).write_bytes(raw)

    told = on_a_full_disk(tmp_path, PREPARE_ALL, *files)

    assert told == dict.fromkeys(files, "no-room")


PREPARE_ALL = """
import json, pathlib, sys, tempfile
from mentorship.documents.formats.manuscript import Limits
from mentorship.documents.formats.sandbox import NotOpened, prepare_in_child
here, disk = map(pathlib.Path, sys.argv[1:3])
tempfile.tempdir = str(disk)
(disk / "images").mkdir()
(disk / "filling").open("wb", buffering=0).write(bytes(1 << 20))
told = {}
for name in sys.argv[3:]:
    try:
        prepare_in_child(here / name, name, disk / "images", limits=Limits())
    except Exception as error:
        told[name] = getattr(error, "why", repr(error))
print(json.dumps(told))
"""


def on_a_full_disk(folder: Path, script: str, *words: str) -> dict[str, str]:
    """What `script` prints, run where the second of its words is a tiny disk that only it sees."""
    disk = folder / "disk"
    disk.mkdir()
    alone = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"])]
    mounted = f'mount -t tmpfs -o size=64k tmpfs "{disk}" && exec "$@"'
    command = [*alone, "sh", "-c", mounted, "sh", sys.executable, "-c", script]
    ran = subprocess.run(
        [*command, str(folder), str(disk), *words],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        stdout=subprocess.PIPE,
    )
    return json.loads(ran.stdout)
