"""Who of the units asks PostgreSQL: the shortest that together ask all that `asked` wrote down."""

import heapq
import json
from pathlib import Path

WRITTEN = "QUESTIONS"  # names a folder: what each test asks is written into it
CHOSEN = "ONLY_THESE_ASK"  # names a file: which test asks PostgreSQL and which need not
SHORTEST = 10  # statements: fewer are not worth a difference


def chosen(folder: Path) -> dict[str, bool]:
    """Of each test in these notes, whether it asks PostgreSQL: together they ask everything.

    Who asks the most that is new with the fewest statements comes first: times are others in each run.
    """
    notes: dict[str, tuple[list[str], int]] = {}
    for file in sorted(folder.glob("*.json")):
        notes |= json.loads(file.read_text())
    left = {
        name: (set(asked), max(statements, SHORTEST)) for name, (asked, statements) in notes.items()
    }
    choice = dict.fromkeys(notes, False)
    known: set[str] = set()
    queue = [(-len(asked) / statements, name) for name, (asked, statements) in left.items()]
    heapq.heapify(queue)
    while queue:
        promised, name = heapq.heappop(queue)
        asked, statements = left[name]
        asked -= known
        worth = -len(asked) / statements
        if worth > promised:  # others have asked some of it meanwhile
            if asked:
                heapq.heappush(queue, (worth, name))
        elif asked:
            choice[name] = True
            known |= asked
    return choice
