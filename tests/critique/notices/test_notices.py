"""What people hear of a critique: letters when it is time, lines in the page at once."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle import actions as circle
from mentorship.critique import actions, tasks
from mentorship.critique.actions import Words
from mentorship.critique.models import Comment, Review, draft_links
from mentorship.critique.workers import reminders
from mentorship.documents.models import Version
from tests import make
from tests.browsing.invitations import letters
from tests.browsing.news import came_in, lines
from tests.make import checklists, saying

pytestmark = pytest.mark.django_db

QUIET = timedelta(minutes=6)


def later(by: timedelta) -> time_machine.travel:
    """So much later."""
    return time_machine.travel(timezone.now() + by, tick=True)


def test_a_finished_review_is_told_with_its_words(version: Version, ada: User, ben: Reader) -> None:
    saying.draft(version, ben, "Lead with the result.")
    actions.finish(saying.round_of(ben, version), by=ben, verdict="ready", summary="Go ahead.")

    (words,) = letters(ada.email, "critique.finished")

    assert f"has read “{version.document.title}”: ready for the employer." in words
    assert "Go ahead." in words
    assert "Wrote the first program" in words
    assert "Lead with the result." in words
    assert version.get_absolute_url() in words
    assert lines(ada)[0].endswith(f"has read “{version.document.title}”: ready for the employer")


def test_a_review_without_any_comment_is_told_too(version: Version, ada: User, ben: Reader) -> None:
    saying.finish(version, ben)

    (words,) = letters(ada.email, "critique.finished")

    assert "small fixes" in words
    assert version.get_absolute_url() in words


def test_what_was_answered_with_a_checklist_stands_in_the_letter(
    version: Version, ada: User
) -> None:
    mentor = make.person("Eve")
    given = make.grant(version.document, mentor)
    asked = given.document.rounds.get(invitations__person=mentor)
    checklists.answered(asked, mentor)
    actions.finish(asked, by=as_account(mentor), verdict="", summary="")

    (words,) = letters(ada.email, "critique.finished")

    assert "Basics: 1 yes and 1 no\n- Is it one page? Yes\n" in words
    assert "- Does each job begin with a result? No\n" in words


def test_who_finishes_twice_is_told_of_once_with_what_was_said_last(
    version: Version, ada: User, ben: Reader
) -> None:
    asked = saying.round_of(ben, version)
    saying.draft(version, ben, "Lead with the result.", line=1)
    actions.finish(asked, by=ben, verdict="small_fixes", summary="Nearly there.")
    saying.draft(version, ben, "Name the firm.", line=2)
    actions.finish(asked, by=ben, verdict="ready", summary="Go ahead.")

    (words,) = letters(ada.email, "critique.finished")

    assert "Go ahead." in words
    assert "Nearly there." not in words
    assert words.index("Lead with the result.") < words.index("Name the firm.")


def test_comments_that_were_all_taken_back_are_not_told(
    version: Version, ada: User, ben: Reader
) -> None:
    said = saying.draft(version, ben, "Lead with the result.")
    actions.finish(saying.round_of(ben, version), by=ben, verdict="", summary="")
    actions.delete(Comment.objects.get(pk=said.pk), by=ben)

    assert letters(ada.email, "critique.finished") == []


def test_answers_are_gathered_until_it_is_quiet(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    assert ben.person
    thread = saying.point(version, ben)
    for text in ("Done.", "Better now?"):
        saying.reply(thread, seeker, text)

    assert letters(ben.person.email, "critique.replies") == []
    with later(QUIET):
        (words,) = letters(ben.person.email, "critique.replies")

    assert "Done." in words
    assert "Better now?" in words
    assert (
        lines(ben.person)[:2] == [f"Ada replied to your comment on “{version.document.title}”"] * 2
    )


def test_nobody_hears_of_her_own_answer(version: Version, ada: User, seeker: Reader, ben: Reader):
    saying.reply(saying.point(version, ben), seeker)

    with later(QUIET):
        assert letters(ada.email, "critique.replies") == []


def test_a_deleted_answer_is_told_to_nobody(version: Version, seeker: Reader, ben: Reader) -> None:
    assert ben.person
    said = saying.reply(saying.point(version, ben), seeker)
    actions.delete(said, by=seeker)

    with later(QUIET):
        assert letters(ben.person.email, "critique.replies") == []
    assert not lines(ben.person)[0].startswith("Ada replied")


def test_drafts_are_reminded_of_once_and_in_full(version: Version, ben: Reader) -> None:
    assert ben.person
    saying.draft(version, ben, "Lead with the result.")
    tasks.sweep()
    assert letters(ben.person.email, "critique.drafts") == []

    with later(timedelta(hours=25)):
        tasks.sweep()
        tasks.sweep()
        (words,) = letters(ben.person.email, "critique.drafts")

    assert "Lead with the result." in words
    assert "/sending/" in words


def test_one_button_sends_them_as_they_are(version: Version, seeker: Reader, ben: Reader) -> None:
    assert ben.person
    saying.draft(version, ben, "Lead with the result.")
    with later(timedelta(hours=25)):
        reminders.remind()
        (words,) = letters(ben.person.email, "critique.drafts")
        link = next(word for word in words.split() if "/sending/" in word)
        path = link.removeprefix("http://localhost:8000")
        browser = Client()
        for _scan in range(20):
            assert "Lead with the result." in browser.get(path).content.decode()
        assert not Comment.objects.visible_to(seeker).exists()

        sent = [browser.post(path, follow=True).content.decode() for _press in range(2)]

    assert "Lead with the result." not in sent[0]
    assert Comment.objects.visible_to(seeker).get().text == "Lead with the result."
    assert Review.objects.get().finished_at


def test_of_a_closed_round_no_draft_can_be_sent_and_its_page_says_why(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    saying.draft(version, ben)
    review = Review.objects.get()
    path = draft_links.to_send(review.ref, 1).removeprefix("http://localhost:8000")
    circle.close(review.round, by=seeker)

    page = Client().post(path, follow=True).content.decode()

    assert "nothing can be sent now" in page
    assert "Send them as they are" not in page
    assert not Comment.objects.visible_to(seeker).exists()


def test_where_all_drafts_were_deleted_nothing_is_said_to_be_sent(
    version: Version, ben: Reader
) -> None:
    said = saying.draft(version, ben)
    path = draft_links.to_send(Review.objects.get().ref, 1).removeprefix("http://localhost:8000")
    actions.delete(said, by=ben)

    page = Client().get(path).content.decode()

    assert "Everything has been sent." in page
    assert "Send them as they are" not in page


def test_what_was_sent_meanwhile_is_not_reminded_of(version: Version, ben: Reader) -> None:
    assert ben.person
    saying.draft(version, ben)
    with later(timedelta(hours=25)):
        reminders.remind()
        saying.finish(version, ben)

        assert letters(ben.person.email, "critique.drafts") == []


def test_what_was_taken_back_is_told_no_more(version: Version, seeker: Reader, ben: Reader) -> None:
    assert ben.person
    came_in(ben)
    saying.reply(saying.point(version, ben), seeker)
    newer = make.ready(make.version(version.document))
    actions.tell(newer, [Words(ben.person.pk, "All of it is new.")], by=seeker)
    make.revoked(version.document.grants.get(person=ben.person))

    with later(QUIET):
        assert letters(ben.person.email, "critique.") == []
    assert lines(ben.person) == ["Ada no longer needs your opinion"]
