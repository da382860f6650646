"""Commenting, answering, editing, deleting, resolving, finishing."""

from uuid import uuid4

import pytest

from accounts.reader import Reader
from mentorship.circle.models import Invitation
from mentorship.critique import actions
from mentorship.critique.comments.targets import Target
from mentorship.critique.models import Comment, Placement, Review, Thread
from mentorship.documents.models import Grant, Version
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.stale import Stale
from mentorship.trail.models import Activity
from tests import make
from tests.make import saying

pytestmark = pytest.mark.django_db


def code_of(refused: pytest.ExceptionInfo[Refused]) -> tuple[str, int]:
    """What was refused, and how."""
    return refused.value.code, refused.value.status


def test_the_first_comment_begins_a_review(version: Version, ben: Reader) -> None:
    said = saying.draft(version, ben, "**Lead** with it.")

    assert said.is_draft
    assert said.html == "<p><strong>Lead</strong> with it.</p>"
    assert said.review == Review.objects.get(mentor=ben.person, finished_at=None)
    assert Invitation.objects.get(person=ben.person).begun_at
    place = Placement.objects.get(thread=said.thread)
    assert version.text[place.start : place.end] == place.quote
    assert place.quote.startswith("Wrote the first program")


def test_one_form_sent_twice_makes_one_comment(version: Version, ben: Reader) -> None:
    form = {"place": Target(line=1), "text": "Yes.", "key": uuid4()}

    first, second = (actions.comment(version, by=ben, **form) for _ in range(2))

    assert first == second
    assert Thread.objects.count() == 1


def test_one_form_in_two_windows_keeps_the_words_of_both(
    version: Version, ben: Reader, seeker: Reader
) -> None:
    form = {"place": Target(line=1), "key": uuid4()}
    answer = {"thread": saying.point(version, ben), "by": seeker, "key": uuid4()}

    for words in ("From the second.", "From the first."):
        actions.comment(version, by=ben, text=words, **form)
        actions.reply(text=words, **answer)

    for hers in (Comment.objects.by(ben).drafts(), answer["thread"].comments.by(seeker)):
        assert [one.text for one in hers.order_by("pk")] == ["From the second.", "From the first."]


def test_the_seeker_answers_and_does_not_begin(version: Version, seeker: Reader) -> None:
    with pytest.raises(Refused) as refused:
        saying.draft(version, seeker)

    assert code_of(refused) == ("own", 409)


def test_whoever_may_only_read_does_not_comment(version: Version) -> None:
    grant = make.grant(version.document, to=make.invited(), may=Grant.May.READ)

    with pytest.raises(Refused) as refused:
        saying.draft(version, make.visitor(grant))

    assert code_of(refused) == ("may-not", 403)


def test_a_question_that_nobody_asked_is_not_answered(version: Version, ben: Reader) -> None:
    with pytest.raises(Refused) as refused:
        actions.comment(version, by=ben, place=Target(question=1), text="Yes.", key=uuid4())

    assert code_of(refused) == ("no-question", 422)


def test_a_pass_that_ended_opens_nothing_and_drafts_stay(version: Version, ben: Reader) -> None:
    said = saying.draft(version, ben)
    make.revoked(Grant.objects.get(person=ben.person))

    with pytest.raises(Refused) as refused:
        actions.edit(said, by=ben, text="Too late.", revision=1)

    assert code_of(refused) == ("not-found", 404)
    assert Comment.objects.get().text == "Lead with it."


def test_finishing_sends_all_drafts_at_once(version: Version, seeker: Reader, ben: Reader) -> None:
    said = [saying.draft(version, ben, line=line) for line in (1, 2)]
    assert not Thread.objects.visible_to(seeker).exists()

    review = saying.finish(version, ben)

    sent = Thread.objects.visible_to(seeker).order_by("pk")
    assert list(sent) == [one.thread for one in said]
    assert (review.verdict, review.due_at) == ("small_fixes", None)
    assert Invitation.objects.get(person=ben.person).answered_at
    assert Activity.objects.filter(kind="commented", thing=f"review:{review.ref}").count() == 1


def test_she_can_add_more_and_finish_again(version: Version, seeker: Reader, ben: Reader) -> None:
    first = saying.finish(version, ben)
    saying.draft(version, ben)

    again = saying.finish(version, ben, verdict="ready")

    assert again.pk == first.pk
    assert (again.verdict, again.generation) == ("ready", first.generation + 1)
    assert Comment.objects.visible_to(seeker).count() == 1


def test_finishing_twice_with_nothing_new_is_finishing_once(version: Version, ben: Reader) -> None:
    saying.draft(version, ben)

    first, second = (saying.finish(version, ben) for _ in range(2))

    assert first.finished_at == second.finished_at


def test_a_mentors_answer_waits_and_the_seekers_does_not(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    thread = saying.point(version, ben)

    done, thanks = saying.reply(thread, seeker, "Done."), saying.reply(thread, ben, "Thanks.")

    assert not done.is_draft
    assert thanks.is_draft
    assert thanks not in Comment.objects.visible_to(seeker)
    saying.finish(version, ben)
    assert thanks in Comment.objects.visible_to(seeker)


def test_an_edit_of_what_was_changed_since_shows_both(version: Version, ben: Reader) -> None:
    said = saying.draft(version, ben)
    actions.edit(said, by=ben, text="From one window.", revision=1)

    with pytest.raises(Stale) as stale:
        actions.edit(said, by=ben, text="From the other.", revision=1)

    assert (stale.value.kept.text, stale.value.seen) == ("From one window.", 2)
    actions.edit(said, by=ben, text="From the other.", revision=2)
    assert Comment.objects.get().html == "<p>From the other.</p>"


def test_only_its_author_edits_and_deletes(version: Version, seeker: Reader, ben: Reader) -> None:
    said = saying.point(version, ben).comments.get()

    for act in (actions.delete, lambda one, by: actions.edit(one, by=by, text="x", revision=1)):
        with pytest.raises(Refused) as refused:
            act(said, by=seeker)
        assert code_of(refused) == ("may-not", 403)


def test_a_deleted_draft_is_gone_with_its_thread(version: Version, ben: Reader) -> None:
    actions.delete(saying.draft(version, ben), by=ben)

    assert not Thread.objects.exists()


def test_of_what_was_answered_a_trace_stays(version: Version, seeker: Reader, ben: Reader) -> None:
    thread = saying.point(version, ben)
    saying.reply(thread, seeker)

    actions.delete(thread.comments.get(author=ben.person), by=ben)

    assert [one.text for one in thread.comments.order_by("pk")] == ["", "Done."]
    assert thread in Thread.objects.visible_to(seeker)


def test_with_its_last_comment_a_thread_is_gone(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    thread = saying.point(version, ben)

    actions.delete(thread.comments.get(), by=ben)

    assert thread not in Thread.objects.visible_to(seeker)
    assert thread in Thread.objects.seen_by(seeker).changed_after(thread.changed_at)


def test_the_seeker_and_the_author_resolve(version: Version, seeker: Reader, ben: Reader) -> None:
    thread = saying.point(version, ben)

    actions.resolve(thread, by=seeker)
    assert Thread.objects.get().resolved_by == seeker.person
    actions.reopen(thread, by=ben)

    assert Thread.objects.get().resolved_at is None


def test_each_change_is_later_than_the_one_before(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    thread = saying.point(version, ben)
    moments = [thread.changed_at]
    for act in (actions.resolve, actions.reopen, actions.resolve):
        act(thread, by=seeker)
        moments.append(Thread.objects.get().changed_at)

    assert moments == sorted(set(moments))


def test_resolving_and_reopening_twice_is_doing_it_once(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    thread = saying.point(version, ben)
    moments = []
    for act in (actions.resolve, actions.resolve, actions.reopen, actions.reopen):
        act(thread, by=seeker)
        moments.append(Thread.objects.get().changed_at)

    assert moments[0] == moments[1] < moments[2] == moments[3]


def test_a_draft_in_an_answered_thread_goes_alone(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    thread = saying.point(version, ben)
    saying.reply(thread, seeker)

    actions.delete(saying.reply(thread, ben, "Never mind."), by=ben)

    assert thread.comments.count() == 2
    assert Thread.objects.get().deleted_at is None


def test_an_edited_draft_is_no_news(version: Version, ben: Reader) -> None:
    said = saying.draft(version, ben)

    edited = actions.edit(said, by=ben, text="Lead with that.", revision=1)

    assert (edited.edited_at, edited.is_draft) == (None, True)
    assert Thread.objects.get().changed_at is None


def test_an_answer_to_the_seeker_is_sent_once(version: Version, seeker: Reader, ben: Reader):
    thread = saying.point(version, ben)
    form = {"text": "Done.", "key": uuid4()}

    first, second = (actions.reply(thread, by=seeker, **form) for _ in range(2))

    assert first == second
