"""What the judge has to find, each planted once: a verdict that nothing can provoke proves nothing."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from mentorship.circle.kinds import INVITATION
from mentorship.critique.notices.finished import FINISHED
from mentorship.critique.notices.replies import REPLIES
from mentorship.documents.models import Orphan, Page, Version
from mentorship.notifications.models import Letter
from tests.faults import stored
from tests.faults.judge import NOT_TOLD, judged
from tests.faults.sink import Taken
from tests.faults.story import Promise, Story

pytestmark = pytest.mark.django_db

KINDS = {"revoke": REPLIES, "stop": FINISHED, "unsubscribe": REPLIES, "silence": REPLIES}


def wrong_of(story: Story, act: str, *, begun: float) -> list[str]:
    """What is wrong when somebody said no at 1000, and a letter was begun at that second."""
    who = story.world.ada.email if act == "stop" else story.ben.email
    story.promises.append(Promise(act, {"email": who, "kind": KINDS[act]}, at=1000.0))
    letter = Letter.objects.create(kind=KINDS[act], address=who, state=Letter.State.SENT)
    came = Taken(begun, 1001.0, who, letter.ref, "<1@localhost>", "0", 1)
    return judged(story, [came]).wrong


@pytest.mark.parametrize("act", KINDS)
def test_a_letter_to_whoever_wants_none_is_wrong(act: str, story: Story) -> None:
    assert wrong_of(story, act, begun=1000.5) == [f"{KINDS[act]} came after {NOT_TOLD[act]}"]


@pytest.mark.parametrize("act", KINDS)
def test_one_that_was_on_its_way_by_then_is_not(act: str, story: Story) -> None:
    assert wrong_of(story, act, begun=999.5) == []


def test_every_way_to_say_no_is_judged() -> None:
    assert set(KINDS) == set(NOT_TOLD)


def came_back(story: Story, *kinds: str, begun: float = 1000.5) -> list[str]:
    """What is wrong when an address had no mailbox at 1000, and these letters were begun after it."""
    ada, moment = story.world.ada.email, datetime.fromtimestamp(1000, UTC)
    facts: dict[str, Any] = {"address": ada, "written_at": timezone.now()}
    Letter.objects.create(
        kind=FINISHED, state="failed", reason="bounced 550", attempts=1, ended_at=moment, **facts
    )
    taken = []
    for number, kind in enumerate(kinds):
        is_urgent = kind == INVITATION
        letter = Letter.objects.create(kind=kind, state="sent", is_urgent=is_urgent, **facts)
        at = begun + number
        taken.append(Taken(at, at, ada, letter.ref, f"<{number}@localhost>", str(number), 1))
    return judged(story, taken).wrong


def test_a_letter_that_nobody_asked_for_where_no_mailbox_is_is_wrong(story: Story) -> None:
    assert came_back(story, REPLIES) == [f"{REPLIES} came after there was no mailbox"]


def test_one_that_somebody_waits_for_is_not_and_shows_that_there_is_one_again(
    story: Story,
) -> None:
    assert came_back(story, INVITATION, REPLIES) == []


def test_one_that_was_begun_before_the_other_came_back_is_not(story: Story) -> None:
    assert came_back(story, REPLIES, begun=999.5) == []


def test_nothing_is_missing_where_every_row_has_its_file(story: Story) -> None:
    assert original(story).exists()
    assert (list(stored.gone()), list(stored.unlisted())) == ([], [])


def original(story: Story) -> Path:
    return Path(default_storage.path(story.world.version.original))


def test_bytes_that_are_gone_are_lost_whoevers_they_were(story: Story) -> None:
    original(story).unlink()

    assert f"the bytes of version {story.world.version.pk} are gone" in judged(story, []).lost


def test_other_bytes_than_were_uploaded_are_lost(story: Story) -> None:
    original(story).write_bytes(b"not these")

    said = f"the bytes of version {story.world.version.pk} are others than were uploaded"
    assert said in judged(story, []).lost


def test_a_row_that_names_no_bytes_is_lost(story: Story) -> None:
    Version.objects.update(original="")

    assert f"version {story.world.version.pk} names no bytes" in judged(story, []).lost


def test_a_picture_that_is_gone_is_lost(story: Story) -> None:
    Page.objects.update(images=[{"file": "nowhere/1.webp"}])

    assert f"an image of version {story.world.version.pk} is gone" in judged(story, []).lost


def test_files_without_a_row_are_listed_or_wrong(story: Story) -> None:
    default_storage.save("strayed/original", ContentFile(b"?"))
    assert judged(story, []).wrong == []

    # What is given up is no longer listed: it is to be deleted at once.
    Orphan.objects.create(folder="strayed", given_up_at=timezone.now())
    assert judged(story, []).wrong == ["files that no row names are listed nowhere"]
