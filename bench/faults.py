"""Trials of faults: `./run bench faults [--trials N] [--seed S] [--resume FILE]`.

In each people use the whole service while a process dies or a part of it fails, and afterwards what
they were promised is held against what there is. Eight bugs are planted first, and have to be caught:
else the trials prove nothing. The last line says it all; the exit code is 1 unless nothing was lost.
"""

import argparse
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path

from bench.rig.table import show
from tests.faults.bugs import BUGS
from tests.faults.catalogue import HAPPENINGS
from tests.faults.runs import trials
from tests.faults.trial import Trial

ANEW_AFTER = 200  # trials: what is tried is a service that has run for minutes, not for days


def main(count: int, seed: int, file: Path | None) -> int:
    """Run so many trials, going on where `file` ends; the exit code."""
    caught = sum(_is_caught(bug) for bug in BUGS)
    done = _known(file) if file else []
    for trial in _new(count, seed, after=len(done)):
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
    is_caught = not shown.is_clean
    print(f"planted: {name}: {'caught' if is_caught else 'NOT CAUGHT'} {shown.lost + shown.wrong}")
    return is_caught


def _known(file: Path) -> list[Trial]:
    lines = file.read_text().splitlines() if file.exists() else []
    return [Trial(**json.loads(line)) for line in lines]


def _new(count: int, seed: int, *, after: int) -> Iterator[Trial]:
    """The trials number `after` to `count` of those that this seed gives."""
    chance = random.Random(seed)  # noqa: S311 - the same trials again
    names = list(HAPPENINGS)
    rounds = (chance.sample(names, len(names)) for _ in range(count))
    all_of_them = ((name, chance.randrange(2**31)) for some in rounds for name in some)
    asked = list(islice(all_of_them, after, count))
    for first in range(0, len(asked), ANEW_AFTER):
        with trials() as run:
            for name, own in asked[first : first + ANEW_AFTER]:
                yield run(name, own)


def _report(done: list[Trial]) -> None:
    by_name = defaultdict(list)
    for trial in done:
        by_name[trial.name].append(trial)
    show(
        "Trials",
        ["what went wrong", "trials", "lost", "wrong", "extra copies", "slowest recovery"],
        [
            [
                name,
                len(some),
                sum(len(one.lost) for one in some),
                sum(len(one.wrong) + bool(one.void) for one in some),
                sum(one.extra for one in some),
                f"{max(one.recovery for one in some):.1f} s",
            ]
            for name, some in by_name.items()
        ],
    )


if __name__ == "__main__":
    words = argparse.ArgumentParser(prog="./run bench faults", description=__doc__)
    words.add_argument("--trials", type=int, default=1500)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--resume", type=Path)
    given = words.parse_args()
    sys.exit(main(given.trials, given.seed, given.resume))
