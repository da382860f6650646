"""What keeps the service ready for other languages than English."""

import ast
import re
from collections.abc import Iterator

from tests.architecture.law import OURS, Source, called, law

DATES = "mentorship/toolbox/dates.py"  # the one place where patterns stand
FOR_MACHINES = {"c", "r", "U", "Y-m-d", "%Y-%m-%d"}  # patterns no person reads
WRITES_DATES = {"date_format", "time_format", "strftime", "dateformat"}
DATE_TAG = re.compile(
    r"""\|\s*(?:date|time)\b(?::(?P<quote>["'])(?P<pattern>.*?)(?P=quote))?|\{%\s*now\b"""
)


@law("templates/*", breach=("templates/a/b.html", '{{ when|date:"j F" }}'))
def pages_write_dates_by_name(source: Source) -> Iterator[str]:
    """Not every language says "26 November": the filters of `toolbox.dates` name what is meant."""
    for found in DATE_TAG.finditer(source.text):
        if found["pattern"] not in FOR_MACHINES:
            yield found.group()


@law(
    *OURS,
    but=(DATES, "*/migrations/*"),
    breach=("mentorship/a/views.py", 'date_format(when, "j F")'),
)
def code_writes_dates_by_name(source: Source) -> Iterator[str]:
    """The functions of `toolbox.dates` do: their patterns can be translated."""
    for node in ast.walk(source.tree):
        if called(node) in WRITES_DATES:
            yield ast.unparse(node)
        if isinstance(node, ast.FormattedValue) and isinstance(node.format_spec, ast.JoinedStr):
            for part in node.format_spec.values:
                pattern = str(part.value) if isinstance(part, ast.Constant) else ""
                if re.search("%[a-zA-Z]", pattern) and pattern not in FOR_MACHINES:
                    yield pattern


@law(
    "static/js/*.js",
    but=("static/js/dates.js",),
    breach=("static/js/a.js", "when.toLocaleDateString()"),
)
def scripts_write_dates_in_one_place(source: Source) -> Iterator[str]:
    """`dates.js` knows the language and the zone of the reader."""
    for found in re.finditer(r"\.toLocale(Date|Time)?String\(|DateTimeFormat\([^)]", source.text):
        yield found.group()
