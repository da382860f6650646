"""Tables that can be read in a terminal and pasted into README.md."""

from collections.abc import Sequence

Row = Sequence[object]


def show(title: str, head: Row, rows: Sequence[Row]) -> None:
    """Print a table in Markdown, its columns aligned; figures to the right."""
    cells = [[str(cell) for cell in row] for row in [head, *rows]]
    widths = [max(len(row[place]) for row in cells) for place in range(len(head))]
    rule = ["-" * width for width in widths]
    print(f"\n{title}\n")
    for row in [cells[0], rule, *cells[1:]]:
        print("| " + " | ".join(_aligned(*pair) for pair in zip(row, widths, strict=True)) + " |")


def _aligned(cell: str, width: int) -> str:
    return cell.rjust(width) if cell[:1].isdigit() else cell.ljust(width)


def target(name: str, measured: float, most: float, unit: str = "") -> Row:
    """A row of a table of targets: what was measured, what is allowed, and which it is."""
    verdict = "met" if measured <= most else "not met"
    return (name, f"{measured:.3g}{unit}", f"≤ {most:.3g}{unit}", verdict)


def least(name: str, measured: float, least_: float, unit: str = "") -> Row:
    """As `target`, for what should be large."""
    verdict = "met" if measured >= least_ else "not met"
    return (name, f"{measured:.3g}{unit}", f"≥ {least_:.3g}{unit}", verdict)
