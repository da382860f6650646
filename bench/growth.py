"""What a thousand times as much that is settled adds to pages and sweeps: `./run bench growth [ROUNDS]`.

Two databases of one PostgreSQL, one with 1,000 comments on 300 documents, one with 1,000,000 on
100,000, asked in turns. Whoever opens a page has as much there in one as in the other.
"""

import json
import os
import subprocess
import sys
import time
from itertools import cycle
from statistics import median, quantiles
from typing import IO, cast

from django.conf import settings
from django.db import connection
from django.db.backends.utils import CursorWrapper

from bench import FOLDER
from bench.rig.table import Row, show, target
from mentorship.supervisor import prepare
from tests.grown import acts
from tests.grown.acts import Act
from tests.grown.village import Size, Village, settle
from tests.infrastructure.node import ROOT
from tests.infrastructure.postgres import postgres
from tests.infrastructure.service import make_database

SIZES = {
    "1,000 comments": Size(ordinary=80, revised=19, discussed=1, hoarders=1),
    "1,000,000 comments": Size(ordinary=69_000, revised=19_542, discussed=1_458, hoarders=50),
}
EACH = 20  # of everything in a round, in turns
SOME = 40  # people who come in turns
MOST = 1.3  # times the p95


def main(rounds: int) -> int:
    """Fill both, ask them in turns, print what it comes to; the exit code tells whether it is even."""
    with postgres() as server:
        sides = [_Side(name, make_database(server, "bench")) for name in SIZES]
        for side in sides:
            print(f"{side.name}: filled in {side.hear()}", flush=True)
        names = [json.loads(side.hear()) for side in sides].pop()
        taken: list[dict[str, list[float]]] = [{name: [] for name in names} for _ in sides]
        for turn in range(rounds + 1):
            for name in names:
                for _ in range(EACH):
                    for side, seen in zip(sides, taken, strict=True):
                        seconds = float(side.ask(name))
                        if turn:  # the first warms both up
                            seen[name].append(seconds)
        for side in sides:
            side.end()
    return _report(*taken)


class _Side:
    """A process with one of the databases, which asks it when it is told to."""

    def __init__(self, name: str, url: str) -> None:
        self.name = name
        folder = FOLDER / str(len(name))
        folder.mkdir()
        place = {"BENCH_FOLDER": str(folder), "STATE_DIR": str(folder / "state")}
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "bench.growth", "side", name],
            cwd=ROOT,
            env={**os.environ, **place, "DATABASE_URL": url},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, word: str) -> str:
        """A line for it, and its answer."""
        into = cast(IO[str], self.process.stdin)
        into.write(f"{word}\n")
        into.flush()
        return self.hear()

    def hear(self) -> str:
        """The next line from it."""
        line = cast(IO[str], self.process.stdout).readline()
        if not line:
            raise RuntimeError(f"{self.name}: ended")
        return line.strip()

    def end(self) -> None:
        """Nothing more is asked."""
        self.process.communicate()


def side(name: str) -> None:
    """Fill the database, then do and time what each line that comes names."""
    began = time.monotonic()
    prepare.main()
    with connection.cursor() as cursor:
        indexes = _without_indexes(cursor)
        village = settle(SIZES[name])
        for index in indexes:
            cursor.execute(index)
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("SELECT pg_database_size(current_database())")
        size = cursor.fetchone()[0]
    print(f"{time.monotonic() - began:.0f} s, {size / 1e9:.2f} GB", flush=True)
    every = _acts(village)
    print(json.dumps(list(every)), flush=True)
    for line in sys.stdin:
        print(_timed(next(every[line.strip()])), flush=True)


def _without_indexes(cursor: CursorWrapper) -> list[str]:
    """Drop those that keep no rule; what makes them again. Millions of rows come sooner without."""
    cursor.execute(
        "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index"
        " JOIN pg_class ON pg_class.oid = indrelid"
        " WHERE NOT indisunique AND relnamespace = 'public'::regnamespace"
    )
    found = cursor.fetchall()
    for name, _made_by in found:
        cursor.execute(f"DROP INDEX {name}")
    return [made_by for _name, made_by in found]


def _timed(act: Act) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _acts(village: Village) -> dict[str, "cycle[Act]"]:
    """What is timed, by its name: each the same thing by some people in turn."""
    settings.ALLOWED_HOSTS = ["testserver"]
    every = acts.pages(village, SOME) | acts.sweeps()
    return {name: cycle(some) for name, some in every.items()}


def _report(few: dict[str, list[float]], many: dict[str, list[float]]) -> int:
    show(
        f"PostgreSQL, {os.cpu_count()} cores; {', then '.join(SIZES)}",
        ["", "p50", "p95", "p50", "p95", "p50, times", "p95, times"],
        [_row(name, few[name], many[name]) for name in few],
    )
    ratios = {name: _p95(many[name]) / _p95(few[name]) for name in few}
    show(
        "Targets",
        ["", "measured", "wanted", ""],
        [target(f"p95, {name}", ratio, MOST, "x") for name, ratio in ratios.items()],
    )
    return 0 if max(ratios.values()) <= MOST else 1


def _row(name: str, few: list[float], many: list[float]) -> Row:
    times = (median(many) / median(few), _p95(many) / _p95(few))
    return [
        name,
        *(f"{of(side) * 1000:.1f} ms" for side in (few, many) for of in (median, _p95)),
        *(f"{ratio:.2f}" for ratio in times),
    ]


def _p95(seconds: list[float]) -> float:
    return quantiles(seconds, n=20)[-1]


if __name__ == "__main__":
    if sys.argv[1:2] == ["side"]:
        side(sys.argv[2])
    else:
        sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10))
