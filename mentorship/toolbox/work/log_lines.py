"""Log lines that hold ids and names of routes: no path, no token, and nothing that anybody typed.

Our own loggers say what they mean. Others put addresses, bodies and errors into their messages, so of
theirs only the message before anything was filled into it is kept, and where it was said. An error is
told by its kind and by the lines it came through: what it says may be a row, a path or a text.
"""

import logging
import re
import traceback
from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import TracebackType

from django.http import HttpRequest

from mentorship.toolbox.refs import ALPHABET, LENGTH

OURS = ("mentorship", "accounts")
REF = re.compile(rf"[{ALPHABET}]{{{LENGTH}}}")
NAMES_OF_REFS = ("ref", "document")
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
BLANK = re.compile(r"%[-#0 +\d.]*[a-zA-Z]")  # where something would be filled in
TASK = ("name", "id")  # what Celery may say of a task; its arguments and errors it may not
Error = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class LogLine(logging.Formatter):
    """`ERROR django.request 500 POST circle:entry k3f9w2m8tq4x`, and an error's kind and places."""

    def format(self, record: logging.LogRecord) -> str:
        """The whole entry."""
        line = f"{record.levelname} {record.name} {_said(record)}"
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line

    def formatException(self, ei: Error) -> str:  # noqa: N802 - the name that logging gave it
        """Kind and places of an error and of those before it, the first first."""
        return "\n".join(_places(ei[1], set())) if ei[1] else ""


def _said(record: logging.LogRecord) -> str:
    request = getattr(record, "request", None)
    if isinstance(request, HttpRequest):
        return _asked(request, getattr(record, "status_code", 500))
    if record.name.partition(".")[0] in OURS:
        return record.getMessage()
    if isinstance(record.args, Mapping):
        return _of_a_task(str(record.msg), record.args)
    if record.args:
        return BLANK.sub("…", str(record.msg))
    return f"at {record.module}:{record.lineno} in {record.funcName}"  # it may be filled in already


def _asked(request: HttpRequest, status: int) -> str:
    """Status, method, the route's name, and the refs in its address."""
    method = request.method if request.method in METHODS else "another method"
    match = request.resolver_match
    if match is None:
        return f"{status} {method} no route"
    refs = [str(match.kwargs.get(name, "")) for name in NAMES_OF_REFS]
    return " ".join(
        [str(status), str(method), match.view_name or "a route without a name", *_real(refs)]
    )


def _real(refs: list[str]) -> list[str]:
    return [ref for ref in refs if REF.fullmatch(ref)]


def _of_a_task(message: str, facts: Mapping[str, object]) -> str:
    known = defaultdict(lambda: "…", {name: str(facts[name]) for name in TASK if name in facts})
    try:
        return message % known
    except (TypeError, ValueError):
        return message


def _places(error: BaseException, told: set[int]) -> Iterator[str]:
    told.add(id(error))
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before and id(before) not in told:
        yield from _places(before, told)
    yield f"  {type(error).__module__}.{type(error).__qualname__} through"
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"    {frame.filename}:{frame.lineno} {frame.name}"
