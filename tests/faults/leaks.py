"""What may stand in no log, not in Redis, and in no command line: what people write, who they are, their keys."""

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tests.faults.rig import Rig
from tests.faults.story import TOKEN, Story

WRITTEN = ("text", "summary", "title", "email")  # of what was promised


def leaks(running: Rig, story: Story) -> list[str]:
    """What of this story stands where it may not."""
    return list(found(secrets_of(story), places_of(running)))


def found(secrets: Mapping[str, str], places: Mapping[str, bytes]) -> Iterator[str]:
    """A sentence for each secret, by its name, that is in one of the places."""
    for where, words in places.items():
        for what, secret in secrets.items():
            if secret.encode() in words:
                yield f"{what} stands in {where}"


def secrets_of(story: Story) -> dict[str, str]:
    """All that only its people may know, by what it is."""
    people = {"Ben's address": story.ben.email, "Ada's address": story.world.ada.email}
    written = {
        f"the {name} of {promise.act}": promise.facts[name]
        for promise in story.promises
        for name in WRITTEN
        if name in promise.facts
    }
    cookies = {
        f"the cookie {name}": kept.value
        for browser in (story.mentor, story.seeker)
        for name, kept in browser.cookies.items()
        if kept.value and kept.value != TOKEN
    }
    return people | written | cookies


def places_of(running: Rig) -> dict[str, bytes]:
    """What the service has said, what Redis was ever told, and how processes were called."""
    folder = running.folder
    commands = (Path("/proc", str(one), "cmdline") for one in running.processes())
    return {
        "a log": _all_of([folder / "service.log", folder / "valkey.log"]),
        "Redis": _all_of((folder / "appendonlydir").glob("*.aof")),
        "a command line": _all_of(commands),
    }


def _all_of(paths: Iterable[Path]) -> bytes:
    """What stands in them, as far as they are there: a process may have ended meanwhile."""
    read = b""
    for path in paths:
        with contextlib.suppress(OSError):
            read += path.read_bytes()
    return read
