"""Trials of faults: `./run bench faults [--trials N] [--seed S] [--resume FILE] [--lanes N]`.

In each people use the whole service while a process dies or a part of it fails, and afterwards what
they were promised is held against what there is. Eight bugs are planted first, and have to be caught:
else the trials prove nothing. The last line says it all; the exit code is 1 unless nothing was lost.
"""

import argparse
import contextlib
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from queue import Empty, SimpleQueue

from bench.rig.table import show
from tests.faults.bugs import BUGS
from tests.faults.catalogue import HAPPENINGS
from tests.faults.runs import trials
from tests.faults.trial import Trial

ANEW_AFTER = 100  # trials: what is tried is a service that has run for minutes, not for days


def main(count: int, seed: int, file: Path | None, lanes: int) -> int:
    """Run those of so many trials that `file` does not hold, several at once; the exit code."""
    caught = sum(_is_caught(bug) for bug in BUGS)
    done = _known(file) if file else []
    known = {(trial.name, trial.seed) for trial in done}
    left = [asked for asked in _asked(count, seed) if asked not in known]
    for trial in _in_lanes(left, lanes):
        done.append(trial)
        if file:
            with file.open("a") as kept:
                kept.write(json.dumps(asdict(trial)) + "\n")
        if not trial.is_clean:
            print(f"{trial.name}, seed {trial.seed}: {trial.void} {trial.lost} {trial.wrong}")
    _report(done)
    lost = sum(len(trial.lost) for trial in done)
    print(
        f"\n{len(done)} trials, lost {lost}, extra copies {sum(one.extra for one in done)},"
        f" slowest recovery {max(one.recovery for one in done):.1f} s,"
        f" planted bugs caught {caught} of {len(BUGS)}"
    )
    return 0 if caught == len(BUGS) and all(trial.is_clean for trial in done) else 1


def _is_caught(name: str) -> bool:
    """Whether the trial that has to catch this bug does."""
    bug = BUGS[name]
    with trials(planted=name) as run:
        shown = run(bug.shows_in, 1)
    said = "caught" if shown.shows_a_fault else "NOT CAUGHT"
    print(f"planted: {name}: {said} {shown.void} {shown.lost + shown.wrong}")
    return shown.shows_a_fault


def _known(file: Path) -> list[Trial]:
    lines = file.read_text().splitlines() if file.exists() else []
    return [Trial(**json.loads(line)) for line in lines]


def _asked(count: int, seed: int) -> list[tuple[str, int]]:
    """So many trials, by their names and seeds: each happening as often as the others, or once more."""
    chance = random.Random(seed)  # noqa: S311 - the same trials again
    names = list(HAPPENINGS)
    rounds = (chance.sample(names, len(names)) for _ in range(count))
    all_of_them = ((name, chance.randrange(2**31)) for some in rounds for name in some)
    return list(islice(all_of_them, count))


def _in_lanes(asked: Sequence[tuple[str, int]], lanes: int) -> Iterator[Trial]:
    """These trials, in the order in which they end; each lane has a service of its own."""
    parts = [asked[first : first + ANEW_AFTER] for first in range(0, len(asked), ANEW_AFTER)]
    ended: SimpleQueue[Trial] = SimpleQueue()
    with ThreadPoolExecutor(lanes) as pool:
        under_way = {pool.submit(_run_all, part, ended) for part in parts}
        while under_way or not ended.empty():
            with contextlib.suppress(Empty):
                yield ended.get(timeout=1)
            for part in [part for part in under_way if part.done()]:
                part.result()  # raises what ended it
                under_way.remove(part)


def _run_all(asked: Iterable[tuple[str, int]], ended: "SimpleQueue[Trial]") -> None:
    with trials() as run:
        for name, seed in asked:
            ended.put(run(name, seed))


def _report(done: list[Trial]) -> None:
    by_name = defaultdict(list)
    for trial in done:
        by_name[trial.name].append(trial)
    show(
        "Trials",
        [
            "what went wrong",
            "trials",
            "lost",
            "wrong",
            "extra copies",
            "slowest recovery",
            "sweeps",
        ],
        [
            [
                name,
                len(some),
                sum(len(one.lost) for one in some),
                sum(len(one.wrong) + bool(one.void) for one in some),
                sum(one.extra for one in some),
                f"{max(one.recovery for one in some):.1f} s",
                max(one.sweeps for one in some),
            ]
            for name, some in by_name.items()
        ],
    )


if __name__ == "__main__":
    words = argparse.ArgumentParser(prog="./run bench faults", description=__doc__)
    words.add_argument("--trials", type=int, default=1500)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--resume", type=Path)
    words.add_argument("--lanes", type=int, default=2)
    given = words.parse_args()
    sys.exit(main(given.trials, given.seed, given.resume, given.lanes))
