"""A log line holds no path, no token, nothing typed; whoever's logger it comes from."""

import logging
import sys

import pytest
from django.test import RequestFactory
from django.urls import resolve

from mentorship.toolbox.work.log_lines import LogLine

TYPED = "the-words-of-a-person"
REF = "k3f9w2m8tq4x"


def line(name: str, message: str, *args: object, **facts: object) -> str:
    """What is printed of one entry; an error that is being handled goes with it."""
    info = sys.exc_info()
    error = info if info[0] else None
    record = logging.LogRecord(name, logging.ERROR, __file__, 7, message, args, error, "asked")
    vars(record).update(facts)
    return LogLine().format(record)


def test_a_request_is_told_by_status_route_and_refs() -> None:
    request = RequestFactory().post(f"/i/{REF}/{TYPED}/")
    request.resolver_match = resolve(request.path)

    words = line("django.security.csrf", "Forbidden: %s", TYPED, request=request, status_code=403)

    assert words == f"ERROR django.security.csrf 403 POST circle:entry {REF}"


@pytest.mark.parametrize("path", [f"/i/{TYPED}/{TYPED}/", f"/{TYPED}/"])
def test_what_is_no_ref_is_not_told(path: str) -> None:
    request = RequestFactory().generic(TYPED, path)
    request.resolver_match = resolve(path) if path.count("/") > 2 else None

    assert TYPED not in line("django.request", "%s", TYPED, request=request)


def fall(first: str) -> None:
    """Fail as code of ours may: with what somebody typed in both errors."""
    try:
        int(first)
    except ValueError as error:
        raise LookupError(first) from error


def test_an_error_is_told_by_kind_and_place() -> None:
    try:
        fall(TYPED)
    except LookupError:
        words = line("django.request", f"Internal Server Error: /{TYPED}")

    assert TYPED not in words
    assert "builtins.ValueError through\n" in words
    assert "builtins.LookupError through\n" in words
    assert "test_log_lines.py" in words


def test_a_task_is_told_by_name_and_id() -> None:
    facts = {"name": "documents.sweep", "id": "4711", "exc": TYPED, "args": (TYPED,)}

    words = line("celery.app.trace", "Task %(name)s[%(id)s] raised: %(exc)s", facts)

    assert words == "ERROR celery.app.trace Task documents.sweep[4711] raised: …"


def test_others_messages_stay_empty_and_ours_are_whole() -> None:
    assert line("gunicorn.error", f"GET /{TYPED}").endswith(" at test_log_lines:7 in asked")
    assert line("celery.worker", "lost: %s", TYPED) == "ERROR celery.worker lost: …"
    assert line("mentorship.x", "letter %s", REF) == f"ERROR mentorship.x letter {REF}"
