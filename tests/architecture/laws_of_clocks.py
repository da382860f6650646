"""What falls due, and what a worker decides by, is of the clock that all processes share."""

import ast
from collections.abc import Iterator

from tests.architecture.law import Source, law

MACHINES = {
    *("timezone.now", "timezone.localdate", "timezone.localtime"),
    *("datetime.now", "datetime.utcnow", "date.today", "time.time"),
}
# Modules that may ask the machine's clock, and why.
MAY_ASK = {
    "mentorship/notifications/ceilings.py": (
        "It counts by days and ten minutes: a clock that is wrong counts into the ones beside them,"
        " and the shared one would cost a question each time."
    ),
}


@law(
    "mentorship/notifications/*.py",
    "*/workers/*.py",
    "*/tasks.py",
    "mentorship/documents/rendering.py",
    "mentorship/documents/opening/*.py",
    but=("*/migrations/*", *MAY_ASK),
    breach=("mentorship/notifications/delivery/a.py", "due_at = Field(default=timezone.now)"),
)
def what_falls_due_is_by_the_shared_clock(source: Source) -> Iterator[str]:
    """Machines' clocks differ by minutes: ask `toolbox.clock.moments`, or say here why not."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute) and ast.unparse(node) in MACHINES:
            yield f"line {node.lineno}: {ast.unparse(node)}"
