"""`./run` for real: what it starts, how it ends, and what it says when it cannot."""

import contextlib
import os
import resource
import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Collection
from pathlib import Path

import pytest

from mentorship.supervisor import leash
from tests.infrastructure import prepared
from tests.infrastructure.processes import free_port, processes_of
from tests.infrastructure.service import Service, environment, running_service
from tests.infrastructure.smtp import wait

pytestmark = pytest.mark.processes

PATIENCE = 30  # seconds, for what comes soon and was promised for no moment


def pid_of(service: Service, word: str, *, but: Collection[int] = ()) -> int:
    """The oldest of the service's processes with `word` in its name or command, once there is one.

    but  none of these: what a killed parent leaves may live on for a moment
    """
    found: list[int] = []

    def is_there() -> bool:
        there = processes_of(service.state).items()
        found[:] = [pid for pid, line in there if word in line and pid not in but]
        return bool(found)

    wait(is_there, PATIENCE)
    return min(found)


def made_at_start(state: Path) -> dict[str, object]:
    """What takes a start its time: when each migration ran, and each static file was written."""
    with contextlib.closing(sqlite3.connect(state / "db.sqlite3")) as database:
        ran = database.execute("SELECT app, name, applied FROM django_migrations").fetchall()
    static = (path for path in (state / "static").rglob("*") if path.is_file())
    return {"migrations": ran, **{str(path): path.stat().st_mtime_ns for path in static}}


def status_of(service: Service) -> int:
    """What the health page answers with."""
    with urllib.request.urlopen(f"{service.base_url}/health/", timeout=10) as answer:  # noqa: S310 - our own address
        return int(answer.status)


def supervisor(**own: str) -> subprocess.CompletedProcess[str]:
    """Start the supervisor, which is expected to give up at once."""
    return subprocess.run(
        [sys.executable, "-P", "-m", "mentorship.supervisor"],
        env=environment(**own),
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_it_starts_in_a_deep_folder_with_spaces_and_says_where_things_are(tmp_path: Path):
    deep = tmp_path / ("a folder with spaces " * 6)
    deep.mkdir()

    with running_service(deep, anew=True) as service:
        assert status_of(service) == 200
        assert f"Mentorship is ready: {service.base_url}/\n" in service.lines()
        assert f"Read them at {service.base_url}/mailbox/\n" in service.lines()


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The state folder of a service that has been started once, and made everything itself."""
    with running_service(tmp_path_factory.mktemp("begun"), anew=True) as service:
        return service.state


def test_a_second_start_makes_nothing_anew(begun: Path):
    first = made_at_start(begun)
    assert len(first) > 100

    with running_service(begun.parent):
        pass

    assert made_at_start(begun) == first


def tables_and_files(state: Path) -> tuple[object, ...]:
    """The tables that are there, by which migrations; the static files, whose names tell the content."""
    with contextlib.closing(sqlite3.connect(state / "db.sqlite3")) as database:
        tables = database.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
        ran = database.execute("SELECT app, name FROM django_migrations ORDER BY 1, 2").fetchall()
    static = state / "static"
    return tables, ran, sorted(str(one.relative_to(static)) for one in static.rglob("*"))


def test_what_other_tests_begin_with_is_what_a_first_start_makes(begun: Path, tmp_path: Path):
    prepared.fill(tmp_path, environment(), database=True)

    assert tables_and_files(tmp_path) == tables_and_files(begun)


def test_with_a_mail_setting_it_names_the_mail_server(service: Service):
    assert service.sink
    assert f"Letters leave through 127.0.0.1:{service.sink.port}." in service.lines()


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("web", "mentorship:web"),
        ("beat", "mentorship:beat"),
        ("worker", "mentorship:work"),
        ("convert", "mentorship:conv"),
        ("valkey", "valkey-server"),
    ],
)
def test_a_killed_child_comes_back(embedded_service: Service, name: str, word: str):
    before = processes_of(embedded_service.state)
    os.kill(pid_of(embedded_service, word), signal.SIGKILL)
    wait(lambda: f"{name:<8}| ended (-9)" in embedded_service.lines(), PATIENCE)

    assert pid_of(embedded_service, word, but=before)
    wait(lambda: answers(embedded_service), PATIENCE)
    assert answers(embedded_service)


def test_what_cannot_be_started_again_at_once_is_once_it_can(embedded_service: Service):
    supervisor = embedded_service.process.pid
    usual = resource.prlimit(supervisor, resource.RLIMIT_NOFILE)
    killed = pid_of(embedded_service, "mentorship:beat")
    try:
        resource.prlimit(supervisor, resource.RLIMIT_NOFILE, (1, usual[1]))
        os.kill(killed, signal.SIGKILL)
        wait(lambda: "beat    | could not be started: " in embedded_service.lines(), PATIENCE)
    finally:
        resource.prlimit(supervisor, resource.RLIMIT_NOFILE, usual)

    assert pid_of(embedded_service, "mentorship:beat", but=[killed])
    assert answers(embedded_service)


def test_a_killed_leash_comes_back(embedded_service: Service):
    killed = pid_of(embedded_service, "leash.py")
    os.kill(killed, signal.SIGKILL)

    assert pid_of(embedded_service, "leash.py", but=[killed])
    assert answers(embedded_service)


def answers(service: Service) -> bool:
    """Whether the web server is there."""
    try:
        return status_of(service) == 200
    except OSError:
        return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_everything_even_a_child_that_hangs(tmp_path: Path, number: signal.Signals):
    with running_service(tmp_path) as service:
        os.kill(pid_of(service, "mentorship:work"), signal.SIGSTOP)
        service.process.send_signal(number)

        assert service.process.wait(10) == 0
        assert processes_of(service.state) == {}


def test_killing_the_supervisor_ends_everything_even_a_child_that_hangs(tmp_path: Path):
    with running_service(tmp_path) as service:
        os.kill(pid_of(service, "mentorship:work"), signal.SIGSTOP)
        service.process.kill()

        wait(lambda: not processes_of(service.state), 10)
        assert processes_of(service.state) == {}


def test_what_a_killed_supervisor_and_its_leash_leave_keeps_the_folder(tmp_path: Path):
    with running_service(tmp_path) as service:
        left = processes_of(service.state)
        for word in ("leash.py", "mentorship.supervisor"):
            os.kill(pid_of(service, word), signal.SIGKILL)
        service.process.wait(10)
        try:
            done = supervisor(STATE_DIR=str(service.state), PORT=str(free_port()))
            named = [int(word) for word in done.stderr.rpartition("kill ")[2].split()]
        finally:
            for pid in left:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)

        assert done.returncode == 1
        assert "If its ./run was killed, end what it has left: kill " in done.stderr
        assert len(named) == 5
        assert set(named) < set(left)


def test_the_leash_insists_when_asking_does_not_help():
    deaf = [
        sys.executable,
        "-c",
        "import signal, time; signal.signal(15, signal.SIG_IGN); print(flush=True); time.sleep(60)",
    ]
    with subprocess.Popen(deaf, start_new_session=True, stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()  # now it does not listen
        leash.end([process.pid], grace=0.2)

        assert process.wait(5) == -signal.SIGKILL


def test_a_port_in_use_is_said_in_a_sentence(tmp_path: Path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = supervisor(STATE_DIR=str(tmp_path), PORT=str(port))

    assert done.returncode == 1
    assert done.stderr == (
        f"Port {port} on 127.0.0.1 cannot be used (Address already in use)."
        f" Choose another: PORT={port + 1} ./run\n"
    )


def test_a_port_that_is_none_is_said_in_a_sentence(tmp_path: Path):
    done = supervisor(STATE_DIR=str(tmp_path), PORT="https")

    assert done.stderr == "PORT is “https”. Give a number from 1 to 65535.\n"


def test_a_state_folder_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path):
    (tmp_path / "file").touch()
    done = supervisor(STATE_DIR=str(tmp_path / "file" / "state"))

    assert done.returncode == 1
    assert done.stderr == (
        f"The folder {tmp_path}/file/state cannot be written to (Not a directory)."
        " Choose another: STATE_DIR=/a/folder/of/yours ./run\n"
    )


def test_a_second_one_in_the_same_folder_is_refused(embedded_service: Service):
    done = supervisor(STATE_DIR=str(embedded_service.state))

    assert done.returncode == 1
    assert done.stderr.startswith("Mentorship already runs, or is just ending, with the folder ")


def test_a_site_without_a_mail_server_does_not_start(tmp_path: Path):
    own = {"SITE_URL": "https://mentorship.example", "SECRET_KEY": "0123456789abcdef" * 4}
    done = supervisor(STATE_DIR=str(tmp_path / "state"), PORT="0" + str(4711), **own)

    assert done.returncode == 1
    assert "Mentorship could not start. Set EMAIL_HOST to your mail server" in done.stderr
    assert processes_of(tmp_path / "state") == {}


def test_the_supervisor_alone_holds_the_leash(embedded_service: Service):
    """Else its end would not be the end of the leash's input, and nobody would be ended with it."""
    leashed = pid_of(embedded_service, "leash.py")
    pipe = Path(f"/proc/{leashed}/fd/0").readlink()

    holding = {
        pid
        for pid in processes_of(embedded_service.state)
        if pipe in {one.readlink() for one in Path(f"/proc/{pid}/fd").iterdir()}
    }

    assert holding == {embedded_service.process.pid, leashed}
