"""Lists of words and of patterns, as `data/` keeps them: lines under headings that begin with "= "."""

import re
from functools import cache
from pathlib import Path

DATA = Path(__file__).with_name("data")


@cache
def lists(name: str) -> dict[str, list[str]]:
    """All of `data/NAME.txt`: the lines under each heading, without those that are empty or begin with "#"."""
    found: dict[str, list[str]] = {}
    for line in (DATA / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("= "):
            found[line.removeprefix("= ")] = under_it = []
        elif line and not line.startswith("#"):
            under_it.append(line)
    return found


def under(name: str, heading: str) -> list[str]:
    """The lines under one heading; none where there is no such heading."""
    return lists(name).get(heading, [])


def pattern(name: str, *headings: str) -> re.Pattern[str]:
    """What finds any of the patterns under these headings, whatever its case."""
    lines = (line for heading in headings for line in under(name, heading))
    return re.compile("|".join(lines), re.IGNORECASE)
