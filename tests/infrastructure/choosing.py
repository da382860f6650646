"""Who of the units asks PostgreSQL: the quickest that together ask all that `asked` wrote down."""

import heapq
import json
from pathlib import Path

WRITTEN = "QUESTIONS"  # names a folder: what each test asks is written into it
CHOSEN = "ONLY_THESE_ASK"  # names a file: which test asks PostgreSQL and which need not
SHORTEST = 0.01  # seconds: less is not worth a difference


def chosen(folder: Path) -> dict[str, bool]:
    """Of each test in these notes, whether it asks PostgreSQL: together they ask everything.

    Who asks the most that is new for a second of its time comes first.
    """
    notes: dict[str, tuple[list[str], float]] = {}
    for file in sorted(folder.glob("*.json")):
        notes |= json.loads(file.read_text())
    left = {name: (set(asked), max(took, SHORTEST)) for name, (asked, took) in notes.items()}
    choice = dict.fromkeys(notes, False)
    known: set[str] = set()
    queue = [(-len(asked) / took, name) for name, (asked, took) in left.items()]
    heapq.heapify(queue)
    while queue:
        promised, name = heapq.heappop(queue)
        asked, took = left[name]
        asked -= known
        worth = -len(asked) / took
        if worth > promised:  # others have asked some of it meanwhile
            if asked:
                heapq.heappush(queue, (worth, name))
        elif asked:
            choice[name] = True
            known |= asked
    return choice
