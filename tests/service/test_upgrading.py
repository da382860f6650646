"""Upgrading, and going back one release: the code changes, the database and the files stay."""

import fcntl
import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.infrastructure import prepared
from tests.infrastructure.node import CACHE, ROOT
from tests.infrastructure.service import environment, make_database, make_prepared_database
from tests.infrastructure.smtp import Sink

pytestmark = pytest.mark.processes

# The last commit of the release before this one: moved on with each release.
RELEASE_BEFORE = "ea5092a"
# The oldest release whose backups can be put back: tables of those before were made otherwise.
FIRST_WITH_BACKUPS = "55e3e6b"
ALL_WELL = [200, 200, 200, 200]
OWN = "packages"  # a folder in that of a release
PIP = next((ROOT / "tools").glob("pip-*.whl")) / "pip"


@dataclass(frozen=True)
class Release:
    """The code of one release, with the variables of the service it runs."""

    root: Path
    variables: dict[str, str]

    def python(self, *words: str) -> str:
        """What a Python process of this release says; see `own_packages`."""
        done = subprocess.run(
            [sys.executable, "-P", *words],
            cwd=self.root,
            env=environment(**self.variables) | {"PYTHONPATH": f"{self.root}:{self.root / OWN}"},
            check=False,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def start(self) -> None:
        """What `./run` does before the service starts: tables, files and static files."""
        self.python("-m", "mentorship.supervisor.prepare")

    def live(self, *words: str) -> list[int]:
        """A day of the service, see `a_day`; how its pages answered."""
        day = str(ROOT / "tests" / "service" / "a_day.py")
        answers: list[int] = json.loads(self.python(day, *words))
        return answers


@pytest.fixture(params=["sqlite", "postgresql"])
def releases(
    request: pytest.FixtureRequest, tmp_path: Path, postgres_url: str, sink: Sink
) -> tuple[Release, Release]:
    """The release before and this one, of one service."""
    own = {"DATABASE_URL": make_database(postgres_url, "upgrading")}
    variables = {
        "DJANGO_SETTINGS_MODULE": "mentorship.settings",
        "STATE_DIR": str(tmp_path / "state"),
        "EMAIL_HOST": sink.host,
        "EMAIL_PORT": str(sink.port),
        "SOFFICE": "none",
        **(own if request.param == "postgresql" else {}),
    }
    return Release(unpacked(RELEASE_BEFORE), variables), Release(ROOT, variables)


def unpacked(revision: str) -> Path:
    """The folder of that release's code, and of the packages this one has otherwise; kept."""
    ours = hashlib.sha256((ROOT / "requirements.txt").read_bytes()).hexdigest()
    kept = CACHE / "releases" / f"{revision}-{ours[:12]}"
    kept.parent.mkdir(parents=True, exist_ok=True)
    with (CACHE / "releases" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # tests run in several processes
        if not kept.exists():
            for old in (*kept.parent.glob(f"{revision}-*"), *kept.parent.glob("half-*")):
                shutil.rmtree(old)
            half = Path(tempfile.mkdtemp(prefix="half-", dir=kept.parent))
            unpack(revision, half)
            own_packages(half)
            half.rename(kept)
    return kept


def unpack(revision: str, folder: Path) -> None:
    """Write the code of that release into the folder."""
    history = ["git", "archive", revision]
    packed = subprocess.run(history, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        if only_data := getattr(
            tarfile, "data_filter", None
        ):  # from 3.11.4 on, and asked for from 3.12
            archive.extraction_filter = only_data
        archive.extractall(folder)  # noqa: S202 - out of our own history


def own_packages(folder: Path) -> None:
    """Install what that release pins and this one does not; all else both have in common."""
    differ = pinned(folder) - pinned(ROOT)
    if differ:
        lock = folder / "differ.txt"
        lock.write_text("\n".join(sorted(differ)))
        options = ["--quiet", "--no-deps", "--require-hashes", "--target", str(folder / OWN)]
        subprocess.run([sys.executable, PIP, "install", *options, "-r", lock], check=True)


def pinned(root: Path) -> set[str]:
    """The packages of a release's lock, each with its version and hashes."""
    return set(re.split(r"\n(?=\S)", (root / "requirements.txt").read_text().strip()))


def with_its_tables(now: Release, postgres_url: str) -> Release:
    """This release, where it has been started before: see `prepared`."""
    on_sqlite = "DATABASE_URL" not in now.variables
    prepared.fill(Path(now.variables["STATE_DIR"]), environment(), database=on_sqlite)
    if on_sqlite:
        return now
    own = {"DATABASE_URL": make_prepared_database(postgres_url, "tomorrow")}
    return replace(now, variables={**now.variables, **own})


@pytest.mark.long
def test_a_release_runs_with_the_tables_and_rows_of_the_next(
    releases: tuple[Release, Release], sink: Sink
) -> None:
    before, now = releases
    manifest = Path(now.variables["STATE_DIR"]) / "static" / "staticfiles.json"
    assert before.live("start") == ALL_WELL
    read_at_its_start = manifest.read_bytes()

    now.start()

    with_the_upgrade = manifest.read_bytes()
    manifest.write_bytes(read_at_its_start)
    assert before.live() == ALL_WELL  # processes that are not restarted yet
    manifest.write_bytes(with_the_upgrade)
    assert now.live() == ALL_WELL
    assert before.live("start") == ALL_WELL  # going back
    assert len(sink.letters) == 4
    assert now.live("start") == ALL_WELL


def test_rows_of_a_release_to_come_stop_nothing(
    releases: tuple[Release, Release], postgres_url: str, sink: Sink
) -> None:
    now = with_its_tables(releases[1], postgres_url)

    assert now.live("start", "tomorrow") == ALL_WELL

    assert len(sink.letters) == 1


@pytest.mark.long
def test_a_backup_of_an_earlier_release_is_brought_up_to_date(
    releases: tuple[Release, Release], tmp_path: Path, postgres_url: str
) -> None:
    variables = releases[1].variables
    earlier = Release(unpacked(FIRST_WITH_BACKUPS), variables)
    elsewhere = {**variables, "STATE_DIR": str(tmp_path / "elsewhere")}
    if "DATABASE_URL" in variables:
        elsewhere["DATABASE_URL"] = make_database(postgres_url, "restored")
    now = Release(ROOT, elsewhere)
    assert earlier.live("start") == ALL_WELL
    earlier.python("manage.py", "backup", str(tmp_path / "backup"))

    said = now.python("manage.py", "restore", str(tmp_path / "backup"))

    assert "Mail is held" in said
    assert "No planned migration operations" in now.python("manage.py", "migrate", "--plan")
    assert "Every row has its files" in now.python("manage.py", "sanity")
    assert now.live("start") == ALL_WELL
