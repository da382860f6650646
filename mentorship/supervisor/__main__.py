"""Valkey, then tables, then web, then workers and beat; and all of it ended together."""

import contextlib
import fcntl
import importlib
import os
import shutil
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

from mentorship.supervisor import leash
from mentorship.supervisor.children import Child, say
from mentorship.supervisor.forks import Begun, become
from mentorship.supervisor.plan import ROOT, Plan, Service, StartError, planned, state_folder


def main() -> int:
    """Run until a signal comes. The exit code is 0 then, and 1 when the service could not start.

    In a process that was forked meanwhile it runs that service.
    """
    try:
        state = state_folder(os.environ)
        with only_one(state) as lock:
            plan = planned(os.environ, state, demo="demo" in sys.argv[1:])
            Supervisor(plan, lock).run()
    except StartError as reason:
        sys.stderr.write(f"{reason}\n")
        return 1
    except Begun as begun:
        service = begun.service
    else:
        return 0
    become(service)
    return 0


@contextlib.contextmanager
def only_one(state: Path) -> Iterator[int]:
    """Hold the state folder: two beats would do everything twice, and two Valkeys lose their file.

    Every process that is started inherits the lock: were this one and the leash killed together,
    nothing starts in the folder while one of the others lives. The file names them.
    """
    with (state / "lock").open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            processes = " ".join(file.read(1000).split())
            raise StartError(
                f"Mentorship already runs, or is just ending, with the folder {state}."
                " Use that one, or choose another folder: STATE_DIR=/a/folder/of/yours ./run"
                + (
                    f" If its ./run was killed, end what it has left: kill {processes}"
                    if processes
                    else ""
                )
            ) from error
        file.truncate(0)
        yield file.fileno()


class Supervisor:
    """One loop, no threads: it looks at the children's output, at their ends, and at the clock."""

    def __init__(self, plan: Plan, lock: int) -> None:
        self.plan = plan
        self.children: list[Child] = []
        self.coming: Child | None = None  # the web server, until it has answered once
        self.stopping = False
        self.lock = lock
        # It holds the folder's lock too: nothing starts here before all has ended.
        self.leash = leash.start(lock)

    def run(self) -> None:
        """Start everything, keep it alive, and end it when a signal asks for that."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:  # nohup
                signal.signal(number, self.stop)
        try:
            self.start_all()
            self.turn_until(lambda: False)
        except Begun:
            self.leave()
            raise
        except BaseException:
            self.end()
            raise
        self.end()

    def start_all(self) -> None:
        """Start everything in order, and say where it is."""
        if self.plan.valkey:
            self.start(self.plan.valkey)
        self.load()
        if self.plan.valkey:
            self.turn_until(self.valkey_answers)
        for step in self.plan.steps:
            self.finish(step)
        self.start_web()
        for service in self.plan.services:
            self.start(service)
        if not self.stopping:
            say(f"\nMentorship is ready: {self.plan.address}\n{self.plan.mail}\nCtrl-C ends it.\n")

    def leave(self) -> None:
        """In a process that was forked: let go of what the others are read by, and the leash held by."""
        if self.leash.stdin:
            self.leash.stdin.close()
        for child in self.children:
            if child.is_running:
                child.output.close()

    def load(self) -> None:
        """Import what the services are made of; not before, so that a refusal comes at once."""
        loading = importlib.import_module("mentorship.supervisor.loading")
        loading.load(self.plan.environment)

    def stop(self, number: int, frame: FrameType | None) -> None:
        """A signal came. The loop ends at its next turn."""
        self.stopping = True

    def start(self, service: Service) -> Child | None:
        """Start a service, unless the end has been asked for meanwhile."""
        if self.stopping:
            return None
        child = Child(service, self.plan.environment, self.folder_of(service), self.lock)
        self.children.append(child)
        self.tell_leash()
        return child

    def folder_of(self, service: Service) -> Path:
        """Valkey keeps its files where it starts; everything else starts in the project's root."""
        if service is not self.plan.valkey:
            return ROOT
        folder = self.plan.state / "valkey"
        folder.mkdir(mode=0o700, exist_ok=True)
        return folder

    def finish(self, step: Service) -> None:
        """Run a step to its end. Raises StartError when it fails: its own lines say why."""
        child = self.start(step)
        if child is None:
            return
        self.turn_until(lambda: not child.is_running)
        if self.stopping:
            return
        self.children.remove(child)
        if child.exit_code != 0:
            raise StartError(
                f"Mentorship could not start: the lines of “{step.name}” above say why."
            )

    def start_web(self) -> None:
        """Start what answers browsers. Raises StartError when it ends before it does."""
        web = self.start(self.plan.web)
        if web is None:
            return
        self.coming = web
        self.turn_until(lambda: not web.is_running or self.web_answers())
        self.coming = None
        if not self.stopping and not web.is_running:
            self.children.remove(web)
            raise StartError("Mentorship could not start: the lines of “web” above say why.")

    def turn_until(self, is_so: Callable[[], bool]) -> None:
        """Go on until something is so, or until the end is asked for."""
        while not self.stopping and not is_so():
            self.turn()

    def turn(self) -> None:
        """Print what came, find who ended, and start again whoever is due."""
        time.sleep(0.1)
        if self.leash.poll() is not None:
            self.leash = leash.start(self.lock)
            self.tell_leash()
        for child in self.children:
            child.pump()
            if child.has_ended() and not self.is_step(child):
                wait = child.plan_restart()
                say(f"{child.name:<8}| ended ({child.exit_code}); again in {wait:.0f} s")
            elif (
                not child.is_running and child.due_at < time.monotonic() and not self.is_step(child)
            ):
                child.start()
                self.tell_leash()

    def is_step(self, child: Child) -> bool:
        """Steps end; services are brought back, the web server once it has answered."""
        return child is self.coming or child.name in {step.name for step in self.plan.steps}

    def valkey_answers(self) -> bool:
        """Whether Valkey takes commands on its socket."""
        return answers(str(self.plan.socket), b"PING\r\n", b"+PONG")

    def web_answers(self) -> bool:
        """Whether a page comes, whichever it is."""
        host = self.plan.address.split("/")[2]
        request = f"GET / HTTP/1.0\r\nHost: {host}\r\n\r\n".encode()
        return answers((self.plan.host, self.plan.port), request, b"HTTP/1.")

    def tell_leash(self) -> None:
        """Name the processes that must end when this one does."""
        leaders = [child.leader for child in self.children if child.is_running]
        leash.name(self.leash, leaders)
        os.truncate(self.lock, 0)
        os.pwrite(self.lock, " ".join(map(str, leaders)).encode(), 0)

    def end(self) -> None:
        """Ask all to end, and insist after some seconds; the first, Valkey, goes last."""
        self.stopping = True
        first, rest = self.children[:1], self.children[:0:-1]
        self.end_these(rest, leash.GRACE)
        self.end_these(first, leash.LAST_GRACE)
        leash.name(self.leash, [])
        self.leash.communicate()
        if self.plan.socket and self.plan.socket.parent != self.plan.state:
            shutil.rmtree(self.plan.socket.parent, ignore_errors=True)

    def end_these(self, children: list[Child], grace: float) -> None:
        """Ask, wait up to `grace` seconds, kill."""
        for child in children:
            child.ask_to_end()
        deadline = time.monotonic() + grace
        while time.monotonic() < deadline and any(child.is_running for child in children):
            time.sleep(0.05)
            for child in children:
                child.pump()
                child.has_ended()
        for child in children:
            child.kill()


def answers(address: str | tuple[str, int], request: bytes, beginning: bytes) -> bool:
    """Whether whoever listens at `address` answers `request` within half a second."""
    family = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
    if not isinstance(address, str) and ":" in address[0]:
        family = socket.AF_INET6
    with socket.socket(family, socket.SOCK_STREAM) as connection:
        connection.settimeout(0.5)
        try:
            connection.connect(address)
            connection.sendall(request)
            return connection.recv(64).startswith(beginning)
        except OSError:
            return False


if __name__ == "__main__":
    sys.exit(main())
