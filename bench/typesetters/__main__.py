"""Write `bench/data/words` anew: of each way to make documents every third is set aside."""

import shutil
from itertools import chain

from bench.typesetters.by_hand import written
from bench.typesetters.canvases import drawn
from bench.typesetters.markup import through_pandoc, typeset
from bench.typesetters.office import exported
from bench.typesetters.pages import printed
from bench.typesetters.people import DATA

PARTS = ("known", "aside", "known")


def main() -> None:
    """All documents with their words."""
    for part in set(PARTS):
        shutil.rmtree(DATA / part, ignore_errors=True)
        (DATA / part).mkdir(parents=True)
    makers = (printed, typeset, through_pandoc, exported, drawn, written)
    for number, made in enumerate(chain.from_iterable(maker() for maker in makers)):
        path = DATA / PARTS[number % len(PARTS)] / made.name
        path.write_bytes(made.content)
        path.with_name(f"{made.name}.truth").write_text("\n".join(made.truth) + "\n", "utf-8")
        print(path.relative_to(DATA), len(made.content))


main()
