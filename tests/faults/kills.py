"""A process dies at a named point of its work: CP1 to CP22, and four of an upload."""

import contextlib
import time
from collections.abc import Callable, Iterator

from tests.faults.happenings import Happening, NotReached
from tests.faults.rig import Rig
from tests.faults.story import Story

REACHED_WITHIN = 12.0  # seconds: a point that no process reaches proves nothing


def dies_at(
    point: str,
    *,
    before: Callable[[Rig, Story], None] | None = None,
    tells: Callable[[Story], None] = Story.tell,
) -> Happening:
    """The first process that reaches the point dies there."""

    @contextlib.contextmanager
    def during(rig: Rig, story: Story) -> Iterator[None]:
        if before:
            before(rig, story)
        rig.arm(point)
        yield
        ends = time.monotonic() + REACHED_WITHIN
        while (rig.points / point).exists() and time.monotonic() < ends:
            time.sleep(0.02)
        if point not in rig.disarm():
            raise NotReached(point)

    return Happening(point, during, tells)


def _later_once(rig: Rig, story: Story) -> None:
    rig.script(story.world.ada.email, "RCPT 451 4.3.0 later")


def and_revoke(story: Story) -> None:
    """All of it, and at the end Ada takes back what she asked of Ben, before he hears her answer."""
    story.tell()
    story.answer()
    story.revoke()


def and_unsubscribe(story: Story) -> None:
    """All of it, and at the end Ben's mail program stops such letters, before he hears her answer."""
    story.tell()
    story.answer()
    story.unsubscribe()


def and_silence(story: Story) -> None:
    """All of it, and at the end Ben wants no more letters of Ada, before he hears her answer."""
    story.tell()
    story.answer()
    story.silence()


def _and_stop(story: Story) -> None:
    """All of it, and at the end Ada wants no more letters about reviews."""
    story.tell()
    story.stop()


# The points of the kill matrix, and what each is called in the code. CP16 is there for letters whose end
# is told in the same transaction, as of those that ask somebody: of others it is one statement.
KILLS = {
    "CP1": dies_at("comment-unwritten"),
    "CP2": dies_at("review-untold"),
    "CP3": dies_at("review-uncommitted"),
    "CP4": dies_at("unrung"),
    "CP5": dies_at("unanswered"),
    "CP6": dies_at("task-begun"),
    "CP7": dies_at("claim-uncommitted"),
    "CP8": dies_at("claimed"),
    "CP9": dies_at("connected"),
    "CP10": dies_at("mail-said"),
    "CP11": dies_at("rcpt-said"),
    "CP12": dies_at("ready"),
    "CP13": dies_at("in-data"),
    "CP14": dies_at("dot-sent"),
    "CP15": dies_at("unended"),
    "CP16": dies_at("end-uncommitted"),
    "CP17": dies_at("task-done"),
    "CP18": dies_at("gathering-begun"),
    "CP19": dies_at("gathering-uncommitted"),
    "CP20": dies_at("put-back", before=_later_once),
    "CP21": dies_at("pace-uncommitted", tells=_and_stop),
    "CP22": dies_at("revoke-uncommitted", tells=and_revoke),
    "U1": dies_at("file-opened"),
    "U2": dies_at("file-written"),
    "U3": dies_at("file-flushed"),
    "U4": dies_at("upload-uncommitted"),
}
