import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from mentorship.documents.formats import sandbox
from mentorship.documents.formats.confine import see_only
from mentorship.documents.formats.manuscript import Limits, Unreadable
from mentorship.documents.formats.sandbox import network_is_closed, prepare_in_child
from mentorship.documents.formats.sight import around, readable
from tests.documents.formats.killing import children_of, is_alive, prepared, zygote_pid
from tests.infrastructure.smtp import wait
from tests.make import samples

ROOT = Path(__file__).resolve().parents[3]
BOMB = samples.pdf_bomb()


def wait_until(holds, seconds: float = 10) -> bool:
    wait(holds, seconds)
    return bool(holds())


@pytest.mark.parametrize(("filename", "raw"), samples.of_each_kind())
def test_a_document_is_prepared_in_a_child(tmp_path, filename, raw):
    manuscript = prepared(tmp_path, raw, filename)

    assert manuscript.text == "Ada Lovelace"
    assert manuscript.pages[0].images[0].path.parent == tmp_path / "images"


def test_a_refusal_comes_back_with_its_facts(tmp_path):
    original = tmp_path / "original"
    original.write_bytes(b"<html>")

    with pytest.raises(Unreadable) as refused:
        prepare_in_child(original, "cv.docx", tmp_path, limits=Limits())

    assert refused.value.args == ("mismatch", {"extension": "docx", "content": "html"})


@pytest.mark.parametrize(
    "limits",
    [
        {"cpu_seconds": 1, "memory_bytes": 1 << 36},
        {"memory_bytes": 400 << 20},
    ],
)
def test_a_child_past_a_limit_dies_and_the_next_document_is_read(tmp_path, limits):
    prepared(tmp_path, samples.pdf(), "cv.pdf")
    before = zygote_pid()

    assert prepared(tmp_path, BOMB, "cv.pdf", **limits) == "too-complex"

    assert prepared(tmp_path, samples.pdf(), "cv.pdf").text == "Ada Lovelace"
    assert zygote_pid() == before
    assert wait_until(lambda: not children_of(before))


def test_writing_more_than_allowed_is_too_complex(tmp_path):
    assert prepared(tmp_path, samples.pdf(), "cv.pdf", written_bytes=100) == "too-complex"


def test_a_converter_past_a_limit_is_too_complex(tmp_path):
    assert prepared(tmp_path, samples.word(), "cv.docx", memory_bytes=160 << 20) == "too-complex"


def test_a_zygote_that_was_killed_is_replaced(tmp_path):
    prepared(tmp_path, samples.pdf(), "cv.pdf")
    before = zygote_pid()
    os.kill(before, signal.SIGKILL)

    assert prepared(tmp_path, samples.pdf(), "cv.pdf").text == "Ada Lovelace"

    assert zygote_pid() != before


def test_the_zygote_holds_no_secrets(tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "very-secret")
    sandbox._keeper.end()

    prepared(tmp_path, samples.pdf(), "cv.pdf")

    environment = Path(f"/proc/{zygote_pid()}/environ").read_bytes()
    names = {pair.partition(b"=")[0] for pair in environment.split(b"\0") if pair}
    assert names == {b"PATH", b"LANG"}


def test_the_zygote_has_one_thread_and_no_framework(tmp_path):
    prepared(tmp_path, samples.pdf(), "cv.pdf")

    status = Path(f"/proc/{zygote_pid()}/status").read_text()
    loaded = Path(f"/proc/{zygote_pid()}/maps").read_text()
    assert "Threads:\t1\n" in status
    assert "psycopg" not in loaded


def test_the_network_of_the_zygote_is_another_where_the_kernel_allows_it(tmp_path):
    prepared(tmp_path, samples.pdf(), "cv.pdf")

    ours, theirs = (Path(f"/proc/{pid}/ns/net").readlink() for pid in ("self", zygote_pid()))
    assert network_is_closed() == (ours != theirs)


def test_a_confined_process_sees_only_what_it_was_given(tmp_path):
    for name in ("given", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text("text")

    child = os.fork()
    if not child:
        confined = see_only(readable=[tmp_path / "given"], writable=[])
        os._exit(confined + 2 * can_read(tmp_path / "given") + 4 * can_read(tmp_path / "other"))
    seen = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    assert seen in {1 + 2, 2 + 4}  # without Landlock in the kernel nothing changes


def can_read(folder: Path) -> bool:
    try:
        return (folder / "file").read_text() == "text"
    except PermissionError:
        return False


@pytest.mark.parametrize("place", ["/opt", "/usr", "/usr/local", "/home", "/etc", "/", "/srv"])
def test_no_place_where_a_service_is_put_is_open_to_the_child(place):
    shown = readable("/usr/lib/libreoffice/program/soffice", [str(sandbox.ROOT)])

    assert Path(place) not in shown


def test_the_project_and_its_state_are_never_in_sight_wherever_they_are(tmp_path):
    for name in ("other/program", "here/clone/state", "here/library"):
        (tmp_path / name).mkdir(parents=True)

    shown = around(tmp_path, [tmp_path / "here/clone"])

    assert shown == [tmp_path / "here/library", tmp_path / "other"]
    assert around(tmp_path / "here/clone", [tmp_path / "here/clone"]) == []
    assert around(tmp_path / "other", [tmp_path / "here/clone"]) == [tmp_path / "other"]


def test_the_project_s_own_files_are_out_of_the_child_s_sight():
    shown = readable(None, [str(sandbox.ROOT)])

    assert not any((sandbox.ROOT / "manage.py").is_relative_to(place) for place in shown)
    assert not any((sandbox.ROOT / "var/secret_key").is_relative_to(place) for place in shown)


def test_a_forked_copy_of_the_worker_has_a_zygote_of_its_own(tmp_path):
    prepared(tmp_path, samples.pdf(), "cv.pdf")
    ours = zygote_pid()
    reading, writing = os.pipe()

    child = os.fork()
    if not child:
        prepared(tmp_path, samples.pdf(), "cv.pdf")
        os.write(writing, str(zygote_pid()).encode())
        sandbox._keeper.end()
        os._exit(0)
    os.waitpid(child, 0)
    theirs = int(os.read(reading, 100))
    os.close(reading)
    os.close(writing)

    assert theirs != ours
    assert wait_until(lambda: not is_alive(theirs))
    assert prepared(tmp_path, samples.pdf(), "cv.pdf").text == "Ada Lovelace"
    assert zygote_pid() == ours


def test_a_killed_worker_leaves_no_process_and_no_words(tmp_path):
    (tmp_path / "original").write_bytes(BOMB)
    script = (
        "import sys; from pathlib import Path\n"
        "from mentorship.documents.formats import sandbox\n"
        "from mentorship.documents.formats.manuscript import Limits\n"
        "sandbox._keeper.zygote = sandbox.Zygote()\n"
        "print(sandbox._keeper.zygote.process.pid, flush=True)\n"
        "limits = Limits(memory_bytes=1 << 36)\n"
        "sandbox.prepare_in_child(Path('original'), 'a.pdf', Path(), limits=limits)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)},
        stdout=subprocess.PIPE,
        text=True,
    ) as worker:
        assert worker.stdout
        zygote = int(worker.stdout.readline())
        assert wait_until(lambda: children_of(zygote))
        [child] = children_of(zygote)
        [room] = tmp_path.glob("document-*")

        worker.kill()

    assert wait_until(lambda: not is_alive(child) and not is_alive(zygote))
    assert not room.exists()


def test_threads_take_turns(tmp_path):
    texts: list[str] = []

    def work(number: int) -> None:
        folder = tmp_path / str(number)
        folder.mkdir()
        texts.append(prepared(folder, samples.pdf(f"Ada {number}"), "cv.pdf").text)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(texts) == [f"Ada {number}" for number in range(4)]
