"""What the seeker begins herself: a note that nobody else ever sees, a question to everybody."""

from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from accounts.reader import Reader, as_account
from mentorship.circle.models import Invitation, Round
from mentorship.critique import actions, tasks
from mentorship.critique.access import thread_rights
from mentorship.critique.comments.targets import Target
from mentorship.critique.models import Comment, EarlierWording, Placement, Thread
from mentorship.documents.access import rights
from mentorship.documents.models import Version
from mentorship.notifications.models import Notice
from mentorship.toolbox.refused import Refused
from tests import make
from tests.make import saying
from tests.make.saying import two_at_one_table

pytestmark = pytest.mark.django_db

KEY = UUID(int=1)


def told(kind: str) -> list[str]:
    """Who hears of it by letter."""
    notices = Notice.objects.filter(event__kind=kind, channel=Notice.Channel.LETTER)
    return sorted(notices.values_list("person__email", flat=True))


def test_a_note_is_there_for_nobody_else(version: Version, seeker: Reader) -> None:
    ben, eve = two_at_one_table(version, Round.Openness.TABLE)

    thread = saying.note(version, "Ask @Ben whether this is true.").thread

    assert set(Thread.objects.visible_to(seeker)) == {thread}
    assert thread_rights(seeker, thread).read
    for mentor in (ben, eve):
        assert not thread_rights(mentor, thread).read
        assert not Thread.objects.seen_by(mentor).exists()
        assert not Comment.objects.visible_to(mentor).exists()
    assert (thread.changed_at, thread.round) == (None, None)
    assert Notice.objects.exclude(event__kind__startswith="circle.").count() == 0


def test_a_note_goes_along_to_the_next_version(version: Version, seeker: Reader) -> None:
    thread = saying.note(version).thread

    newer = make.ready(make.version(version.document, text=f"A new line.\n{make.THREE_LINES}"))
    tasks.sweep()

    assert Placement.objects.get(thread=thread, version=newer).line == 3
    thread.refresh_from_db()
    assert thread.changed_at is None


def test_a_note_about_an_older_version_is_carried_on(version: Version, seeker: Reader) -> None:
    newer = make.ready(make.version(version.document, text=f"A new line.\n{make.THREE_LINES}"))
    tasks.sweep()

    thread = saying.note(version).thread
    tasks.sweep()

    assert Placement.objects.get(thread=thread, version=newer).line == 3


def test_the_same_form_makes_one_note_and_other_words_one_more(
    version: Version, seeker: Reader
) -> None:
    for text in ("Once.", "Once.", "Twice."):
        actions.note(version, by=seeker, place=Target(line=1), text=text, key=KEY)

    assert sorted(Comment.objects.values_list("text", flat=True)) == ["Once.", "Twice."]


def test_a_note_is_changed_done_with_taken_up_and_deleted_without_a_trace(
    version: Version, seeker: Reader
) -> None:
    said = saying.note(version)
    thread = said.thread

    actions.edit(said, by=seeker, text="Other words.", revision=1)
    actions.resolve(thread, by=seeker)
    thread.refresh_from_db()
    assert (thread.resolved_by, thread.use, thread.changed_at) == (seeker.person, "", None)
    actions.reopen(thread, by=seeker)
    thread.refresh_from_db()
    assert (thread.resolved_at, thread.changed_at) == (None, None)
    said.refresh_from_db()
    assert (said.text, EarlierWording.objects.count()) == ("Other words.", 0)
    actions.delete(said, by=seeker)

    assert not Thread.objects.exists()


def test_nobody_answers_weighs_or_sends_a_note(version: Version, seeker: Reader) -> None:
    said = saying.note(version)

    held = thread_rights(seeker, said.thread)

    assert (held.reply, held.settle, held.agree) == (False, False, False)
    actions.send_now(said, by=seeker)
    said.refresh_from_db()
    assert said.is_draft


def test_a_question_is_there_for_everybody_asked_who_are_told_once(
    version: Version, seeker: Reader, eve: Reader
) -> None:
    ben, ivy = two_at_one_table(version, Round.Openness.APART)
    asked, place = saying.round_of(ben, version), Target(line=2)
    said, again = (
        actions.ask_all(version, asked, by=seeker, place=place, text="Is it clear?", key=KEY)
        for _each in range(2)
    )

    assert said == again
    assert ben.person
    assert ivy.person
    thread = said.thread
    for mentor in (ben, ivy):
        held = thread_rights(mentor, thread)
        assert (held.read, held.reply, held.agree, held.resolve) == (True, True, False, False)
        assert set(Thread.objects.visible_to(mentor)) == {thread}
        on_it = Thread.objects.seen_on(version.document, mentor, rights(mentor, version.document))
        assert set(on_it) == {thread}
    assert not thread_rights(eve, thread).read  # of another round
    assert told("critique.questions") == sorted([ben.person.email, ivy.person.email])


def test_who_has_declined_or_left_is_not_asked(version: Version, seeker: Reader) -> None:
    ben, eve = two_at_one_table(version, Round.Openness.TABLE)
    Invitation.objects.filter(person=eve.person).update(declined_at=timezone.now())

    saying.ask_all(version, ben)

    assert ben.person
    assert told("critique.questions") == [ben.person.email]


def test_whom_a_question_names_hears_of_it_as_that(version: Version, seeker: Reader) -> None:
    ben, eve = two_at_one_table(version, Round.Openness.TABLE)

    saying.ask_all(version, ben, "What do you say, @Ben?")

    assert ben.person
    assert eve.person
    assert told("critique.mentioned") == [ben.person.email]
    assert told("critique.questions") == [eve.person.email]


def test_with_nobody_left_nobody_is_told(version: Version, seeker: Reader, ben: Reader) -> None:
    asked = saying.round_of(ben, version)
    Invitation.objects.update(left_at=timezone.now())

    saying.ask_all(version, asked)

    assert told("critique.questions") == []


@pytest.mark.parametrize("openness", Round.Openness.values)
def test_an_answer_is_seen_by_others_as_the_round_promises(
    version: Version, seeker: Reader, openness: str
) -> None:
    ben, eve = two_at_one_table(version, openness)
    thread = saying.ask_all(version, ben).thread
    answer = saying.reply(thread, ben, "Yes.")
    actions.send_now(answer, by=ben)

    def seen(reader: Reader) -> bool:
        return Comment.objects.visible_to(reader).filter(pk=answer.pk).exists()

    assert seen(ben)
    assert seen(seeker)
    assert seen(eve) == (openness == "table")
    for mentor in (ben, eve):
        saying.finish(version, mentor)
    assert seen(eve) == (openness != "apart")


def test_who_answered_does_not_hear_of_answers_she_does_not_see(version: Version) -> None:
    ben, eve = two_at_one_table(version, Round.Openness.APART)
    thread = saying.ask_all(version, ben).thread
    for mentor in (ben, eve):
        actions.send_now(saying.reply(thread, mentor), by=mentor)

    assert told("critique.replies") == []
    Round.objects.update(openness=Round.Openness.TABLE)
    actions.send_now(saying.reply(thread, eve, "And more."), by=eve)
    assert ben.person
    assert told("critique.replies") == [ben.person.email]


def test_a_question_is_done_with_and_taken_up_and_nothing_becomes_of_it(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    thread = saying.ask_all(version, ben).thread
    before = thread.changed_at

    actions.resolve(thread, by=seeker)
    thread.refresh_from_db()
    assert (thread.use, thread.resolved_by) == ("", seeker.person)
    assert before
    assert thread.changed_at
    assert thread.changed_at > before
    actions.reopen(thread, by=seeker)
    thread.refresh_from_db()

    assert thread.resolved_at is None
    assert told("critique.used") == []
    with pytest.raises(Refused):
        actions.mark(thread, by=seeker, use="used", reason="", seen="")


def test_a_question_in_other_words_is_changed_for_everybody(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    said = saying.ask_all(version, ben)

    actions.edit(said, by=seeker, text="Is it clear now?", revision=1)

    said.refresh_from_db()
    assert (said.text, EarlierWording.objects.count()) == ("Is it clear now?", 1)


def test_only_the_seeker_begins_and_asks_only_in_a_round_that_is_open(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    asked = saying.round_of(ben, version)
    place = Target(line=1)
    for begin in (
        lambda by: actions.note(version, by=by, place=place, text="Mine.", key=uuid4()),
        lambda by: actions.ask_all(version, asked, by=by, place=place, text="Why?", key=uuid4()),
    ):
        with pytest.raises(Refused) as refused:
            begin(ben)
        assert refused.value.status == 403

    Round.objects.update(closed_at=timezone.now())
    with pytest.raises(Refused) as refused:
        saying.ask_all(version, asked)
    assert refused.value.code == "closed"


def test_no_decision_is_made_about_what_she_began(version: Version, seeker: Reader) -> None:
    ben, _eve = two_at_one_table(version, Round.Openness.TABLE)
    threads = [saying.ask_all(version, ben).thread, saying.point(version, ben)]

    with pytest.raises(Refused) as refused:
        actions.decide(
            version.document, threads, by=as_account(version.document.owner), text="So.", why=""
        )

    assert refused.value.code == "no-points"
