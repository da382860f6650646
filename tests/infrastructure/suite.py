"""What `./run test` does: every stage, then one line that says how all of it went.

./run test                    units on SQLite and on PostgreSQL, journeys, scripts, coverage
./run test PATH … [OPTION …]  only these, with pytest's options
./run test --fast PATH …      only these units, on SQLite, in one process
./run test office             what needs LibreOffice
./run test proxies            what needs nginx and Caddy
./run test pictures           screenshots of every page, into .cache/pictures
HOUR=3 ./run test …           any of these, at three in the morning

Units run on SQLite, and on PostgreSQL those that ask a database what no other has asked it; walks
through all addresses on PostgreSQL alone. Tests run two at a time, those that wait for processes,
letters and pages three: each at one of as many processes with a database, and for journeys a
service, of its own. Where all run, units do behind those that wait: see `lanes`.
"""

import json
import os
import re
import shutil
import sys
import threading
import time
from collections import Counter
from pathlib import Path

from tests.infrastructure.choosing import CHOSEN, WRITTEN, chosen
from tests.infrastructure.copies import COPIES
from tests.infrastructure.hours import live_at_the_hour
from tests.infrastructure.lanes import IN_FRONT, Lane, behind
from tests.infrastructure.memory import temporary_folder
from tests.infrastructure.named import TRIALS, from_here, holding, may_hold
from tests.infrastructure.node import NODE, ROOT
from tests.infrastructure.postgres import ONE_FOR_ALL, postgres
from tests.infrastructure.proxies import PATH, PROXIES
from tests.infrastructure.service import environment
from tests.infrastructure.took import in_minutes, stage, worked
from tests.probes import MARKED, data_of

UNITS = "not (journey or processes or office or proxies)"
NO_WALKS = "not (journey or processes or office or proxies or walk)"
AT_ONCE = 2  # tests, one for each core of a small machine
WAITING_AT_ONCE = 3  # while one waits for a process, a letter or a sweep, another works
SLOW_TO_BEGIN = ("randomly", "xdist", "cov", "hypothesispytest")  # plugins
SLOWEST = 10

AT_LEAST = 95  # per cent of all lines and branches
# Of these every branch: what people may do, who may see it, and what is pure.
FULLY_COVERED = (
    "*/actions.py",
    "*/actions/*.py",
    "*/access.py",
    "mentorship/documents/anchors/*.py",
    "mentorship/documents/text/*.py",
    "mentorship/jobsearch/coverage/*.py",
)
NOTHING_COLLECTED = 5  # pytest's exit code
PYTEST = [sys.executable, "-m", "pytest", "-q"]


class Suite:
    """The stages run so far, and the numbers of them all."""

    def __init__(self, words: list[str], folder: Path) -> None:
        self.words = words
        self.counts: Counter[str] = Counter()
        self.slowest: list[tuple[float, str]] = []
        self.troubles: list[str] = []
        self.began = time.monotonic()
        self.folder = folder
        self.adding_up = threading.Lock()
        self.marked = folder / "marked"  # what units cover, see tests/probes.py

    def all(self) -> None:
        """Every stage, one after another, whatever the earlier ones gave."""
        python = [word for word in self.words if not word.endswith(".js")]
        scripts = [word for word in self.words if word.endswith(".js")]
        if python or not self.words:
            with postgres() as url:
                self.tests(python, url)
        if scripts or not self.words:
            self.scripts(scripts or sorted(map(str, (ROOT / "tests" / "js").glob("**/*.test.js"))))
        if not self.words:
            self.coverage()

    def tests(self, words: list[str], url: str) -> None:
        """Units, and what starts processes; of a few that were named one after another."""
        if words:
            self.units(words, url, IN_FRONT)
            self.services(words, url)
        else:
            with behind(lambda lane: self.units([], url, lane), self.folder):
                self.services([], url)

    def units(self, words: list[str], url: str, lane: Lane) -> None:
        """What needs no processes, on SQLite; then on the PostgreSQL at `url` what may differ there.

        Of all of them this is who asks it something new, see `asked`; of those that were named, all.
        """
        notes, choice = self.folder / "asked", self.folder / "asked.json"
        notes.mkdir()
        self.marked.mkdir()
        marked = {} if self.words else {MARKED: str(self.marked), "PYTEST_PLUGINS": "tests.probes"}
        first = {WRITTEN: str(notes), **marked}
        self.pytest("units on SQLite", NO_WALKS, words, lane=lane, **first)
        choice.write_text(json.dumps({} if self.words else chosen(notes)))
        own = {"DATABASE_URL": url, CHOSEN: str(choice)}
        self.pytest("units on PostgreSQL", UNITS, words, lane=lane, **own)

    def services(self, words: list[str], url: str) -> None:
        """What starts processes, with databases at `url`; what goes through them in a browser.

        Trials go through what other tests have covered: to measure them, too, costs minutes.
        """
        started, own = words or holding("processes"), {ONE_FOR_ALL: url}
        if not words:
            tried = [file for file in started if file.startswith(TRIALS)]
            # One after another, the longest first: `worksteal` gives each a row of its own.
            turns = ["--dist", "load", "--maxschedchunk", "1"]
            self.pytest("trials", "processes", [*tried, *turns], WAITING_AT_ONCE, **own)
            started = [file for file in started if file not in tried]
        self.pytest("processes", "processes", started, WAITING_AT_ONCE, measured=True, **own)
        self.pytest("journeys", "journey", words or holding("journey"), WAITING_AT_ONCE, **own)

    def fast(self) -> None:
        """These units on SQLite, as soon as can be."""
        without = [word for plugin in SLOW_TO_BEGIN for word in ("-p", f"no:{plugin}")]
        if not any(Path(word.split("::")[0]).exists() for word in self.words):
            without += ["--ignore", str(ROOT / "tests" / "grown")]  # what needs PostgreSQL
        self.pytest("units on SQLite", UNITS, [*without, *self.words], at_once=1)

    def office(self) -> None:
        """What needs LibreOffice."""
        if not shutil.which("soffice"):
            self.troubles.append(
                "LibreOffice (soffice) is not on the PATH."
                " Install it (Debian, Ubuntu: apt install libreoffice-writer-nogui)."
            )
            return
        self.pytest("office", "office", [])

    def proxies(self) -> None:
        """What needs nginx and Caddy."""
        missing = [kind for kind in PROXIES if not shutil.which(kind, path=PATH)]
        if missing:
            names = " ".join(missing)
            self.troubles.append(f"Not found: {names}. Debian, Ubuntu: apt install {names}.")
            return
        self.pytest("proxies", "proxies", holding("proxies"))

    def pictures(self) -> None:
        """Screenshots of every page."""
        self.pytest("pictures", "journey", ["tests/journeys/pictures.py"])

    def pytest(
        self,
        name: str,
        marked: str,
        words: list[str],
        at_once: int = AT_ONCE,
        *,
        measured: bool = False,
        lane: Lane = IN_FRONT,
        **own: str,
    ) -> None:
        """Run the tests with these marks; `own` are environment variables of this stage.

        at_once   so many tests at a time, if they are of more than one file
        measured  coverage.py counts what they cover, which takes half as long again
        """
        if lane.closed.is_set() or (self.words and not may_hold(words, marked)):
            return
        tally = self.folder / f"{name}.json"
        # Each stage begins its folder anew.
        temporary = f"--basetemp={self.folder / lane.temporary}"
        command = [*lane.before, *PYTEST, temporary, "-m", marked]
        if at_once > 1 and sum(".py" in word for word in words) != 1:
            # worksteal: one may be given far more than it has time for
            command += ["-n", str(at_once), "--dist", "worksteal"]
        if measured and not self.words:
            command += ["--cov", "--cov-report="]
        command += words
        own |= {"TALLY": str(tally), "COVERAGE_FILE": str(self.folder / f".coverage.{name}")}
        with stage(name, lane) as run:
            code = run(command, environment(**own))
        with self.adding_up:
            self.add_up(name, tally, code)

    def add_up(self, name: str, tally: Path, code: int) -> None:
        """Add the numbers that a stage left to those of all, or say that it could leave none."""
        if tally.exists():
            told = json.loads(tally.read_text())
            self.counts.update(told["counts"])
            self.slowest += [(took, f"{test} ({name})") for test, took in told["slowest"]]
        # One that was ended for standing still leaves no numbers, and the exit code of a failed test.
        if not tally.exists() or code not in {0, 1, NOTHING_COLLECTED}:
            self.counts["failed"] += 1
            self.troubles.append(f"{name}: pytest could not do its part (exit {code}).")

    def scripts(self, files: list[str]) -> None:
        """Run the JavaScript tests."""
        report = self.folder / "scripts.tap"
        reporters = ["spec", "--test-reporter-destination=stdout", "--test-reporter=tap"]
        command = [
            *(str(NODE), "--test", *(f"--test-reporter={word}" for word in reporters[:1])),
            *(*reporters[1:], f"--test-reporter-destination={report}", *files),
        ]
        with stage("scripts") as run:
            code = run(command, os.environ)
        found = dict(re.findall(r"^# (\w+) (\d+)$", report.read_text(), re.MULTILINE))
        self.counts["passed"] += int(found["pass"])
        self.counts["failed"] += int(found["fail"]) + int(found["cancelled"])
        self.counts["skipped"] += int(found["skipped"]) + int(found["todo"])
        if code and not found["fail"]:
            self.troubles.append(f"scripts: node ended with {code}.")

    def coverage(self) -> None:
        """Add up what the stages covered, and hold it to what was promised."""
        file = {"COVERAGE_FILE": str(self.folder / ".coverage")}
        coverage = [sys.executable, "-m", "coverage"]
        everything = ["report", "--skip-covered", "--show-missing", f"--fail-under={AT_LEAST}"]
        fully = ["report", f"--include={','.join(FULLY_COVERED)}", "--fail-under=100"]
        steps = (
            (["combine", "--quiet", str(self.folder)], "The coverage data cannot be read."),
            (everything, f"Less than {AT_LEAST} % of the code is covered."),
            (fully, "Actions, access and pure modules are not covered in every branch."),
        )
        own = os.environ | file
        with stage("coverage") as run:
            data_of(self.marked, self.folder / ".coverage.units")
            for words, trouble in steps:
                if run([*coverage, *words], own):
                    self.troubles.append(trouble)

    def close(self) -> int:
        """Say how all of it went; the exit code."""
        failed = self.counts["failed"] + self.counts["error"]
        unrun = sum(self.counts[name] for name in ("skipped", "xfailed", "xpassed"))
        passed = self.counts["passed"]
        if unrun:
            self.troubles.append("A test was skipped or expected to fail. Tests run, or they go.")
        if not passed and not failed:
            self.troubles.append("No test was found.")
        slowest = sorted(self.slowest, reverse=True)[:SLOWEST]
        lines = [f"{took:7.1f} s  {test}" for took, test in slowest]
        took, work = in_minutes(time.monotonic() - self.began), in_minutes(worked())
        lines += ["", f"All of it took {took}, and {work} of processor time.", *self.troubles]
        sys.stdout.write("".join(f"\n{line}" for line in ["", *lines]))
        sys.stdout.write(f"\n{passed} passed, {failed} failed, {unrun} skipped\n")
        return 1 if failed or self.troubles else 0


def main() -> int:
    """Run what the words on the command line ask for, at the hour that is asked for."""
    # Tests start Python hundreds of times: what is compiled is kept, whoever else wants it not.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    live_at_the_hour(sys.argv[1:])
    with temporary_folder() as folder:
        return run(sys.argv[1:], folder)


def run(words: list[str], folder: Path) -> int:
    """Run what these words ask for, keeping things in this folder meanwhile; the exit code."""
    copies = folder / "copies"
    copies.mkdir()
    os.environ[COPIES] = str(copies)
    suite = Suite(list(from_here([word for word in words if word != "--fast"], Path.cwd())), folder)
    if words == ["office"]:
        suite.office()
    elif words == ["proxies"]:
        suite.proxies()
    elif words == ["pictures"]:
        suite.pictures()
    elif "--fast" in words:
        suite.fast()
    else:
        suite.all()
    return suite.close()


if __name__ == "__main__":
    sys.exit(main())
