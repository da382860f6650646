"""Trials, one after another: a line `SEED NAME` to `python -m tests.faults` gives one of JSON.

DATABASE_URL and STATE_DIR say on what; `runs.py` makes both. The service is started once.
"""

import json
import os
import sys
import time
from dataclasses import asdict
from pathlib import Path

import django

django.setup()

from tests.faults.catalogue import HAPPENINGS  # noqa: E402 - after Django is set up
from tests.faults.happenings import NotReached  # noqa: E402 - after Django is set up
from tests.faults.judge import is_settled, judged  # noqa: E402 - the same
from tests.faults.leaks import leaks  # noqa: E402 - the same
from tests.faults.recovery import Sweeps  # noqa: E402 - the same
from tests.faults.rig import Rig, rig  # noqa: E402 - the same
from tests.faults.story import Unanswered, World, new_story, new_world, patiently  # noqa: E402 - the same
from tests.faults.trial import Trial  # noqa: E402 - the same

A_WORLD_LASTS = 8  # trials: nobody may ask twenty people a day
SETTLES_WITHIN = 40.0  # seconds: what takes longer on a busy machine is told, not called lost


def one(running: Rig, world: World, name: str, seed: int) -> Trial:
    """The story while it happens, then rest, then the verdict."""
    began = time.monotonic()
    happening, story = HAPPENINGS[name], patiently(lambda: new_story(world, seed))
    lost, void = [], ""
    try:
        with happening.during(running, story):
            happening.tells(story)
    except NotReached as point:
        void = f"no process came to {point}"
    except Unanswered as unanswered:
        lost.append(f"nobody answered: {unanswered}")
    healed, sweeps = time.monotonic(), patiently(Sweeps)
    while not patiently(lambda: is_settled(story)) and time.monotonic() < healed + SETTLES_WITHIN:
        patiently(lambda: sweeps.look(story))
        time.sleep(0.1)  # to ask costs as much as many a step of the story
    recovery = time.monotonic() - healed
    verdict = patiently(
        lambda: judged(
            story,
            running.taken(),
            refused=happening.refuses(story),
            has_copies=happening.has_copies,
        )
    )
    return Trial(
        name=name,
        seed=seed,
        lost=[*lost, *verdict.lost],
        wrong=[*verdict.wrong, *sweeps.wrong(), *leaks(running, story)],
        extra=verdict.extra,
        recovery=round(recovery, 2),
        sweeps=sweeps.most,
        took=round(time.monotonic() - began, 2),
        void=void,
    )


def main() -> None:
    """Run them, in the order in which they are asked for."""
    folder = Path(os.environ["STATE_DIR"]).parent
    with rig(folder, os.environ["DATABASE_URL"]) as running:
        for number, line in enumerate(sys.stdin):
            seed, name = line.strip().split(" ", 1)
            if number % A_WORLD_LASTS == 0:
                world = patiently(lambda: new_world(running.service.port))
            trial = one(running, world, name, int(seed))
            sys.stdout.write(json.dumps(asdict(trial)) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
