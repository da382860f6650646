"""How letters and the bell say what was said: its kind, what it answers, and which text it is about."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle import actions as circle
from mentorship.circle.asking import Ask, Invitee
from mentorship.critique import actions
from mentorship.documents.models import Document, Version
from mentorship.notifications.delivery import gathering
from mentorship.notifications.models import Letter
from tests import make
from tests.browsing.invitations import letters
from tests.browsing.news import lines
from tests.make import saying

pytestmark = pytest.mark.django_db

QUIET = timedelta(minutes=6)


def called(mentor: Reader) -> str:
    """What the seeker calls a mentor."""
    assert mentor.person
    return mentor.person.name


def subjects(person: User, kind: str) -> list[str]:
    """Of the letters of this kind to a person, once all that is due is written."""
    with time_machine.travel(timezone.now() + QUIET, tick=True):
        gathering.gather()
    found = Letter.objects.filter(person=person, kind=kind).order_by("pk")
    return list(found.values_list("subject", flat=True))


def test_a_letter_says_what_each_comment_asks_for(version: Version, ada: User, ben: Reader) -> None:
    saying.draft(version, ben, "Name the firm.", line=1, kind="must_fix")
    saying.draft(version, ben, "This is you.", line=2, kind="praise")
    saying.draft(version, ben, "A plain remark.", line=3)
    saying.finish(version, ben)

    (words,) = letters(ada.email, "critique.finished")

    assert "\nMust fix\nName the firm." in words
    assert "\nKeep this\nThis is you." in words
    assert "\nA plain remark." in words
    html = Letter.objects.get(kind="critique.finished").html
    assert "<strong>Must fix</strong>" in html
    assert "<strong>Keep this</strong>" in html


def test_a_line_that_is_half_of_a_sentence_is_quoted_with_the_other_half(
    version: Version, ada: User, ben: Reader
) -> None:
    page = version.pages.get()
    page.lines[1][6] = True  # the second goes on from the first
    page.save()
    saying.point(version, ben, line=1)

    (words,) = letters(ada.email, "critique.finished")

    assert f"> {' '.join(make.TEXT.split())}\n" in words


def test_a_reply_quotes_what_it_answers(version: Version, seeker: Reader, ben: Reader) -> None:
    assert ben.person
    thread = saying.point(version, ben, "Lead with the result.", kind="must_fix")
    saying.reply(thread, seeker, "Which of them?")

    with time_machine.travel(timezone.now() + QUIET, tick=True):
        (words,) = letters(ben.person.email, "critique.replies")

    assert "You wrote:\n> Lead with the result.\n\nAda writes:\nWhich of them?\n" in words
    assert "Must fix" not in words  # what the thread asks for is no word of the reply's
    assert "Lead with the result." in Letter.objects.get(kind="critique.replies").html


def test_what_stands_in_the_letter_is_not_quoted_again(
    version: Version, ada: User, seeker: Reader, ben: Reader
) -> None:
    assert ben.person
    thread = saying.point(version, ben, "Lead with the result.")
    for text in ("Which of them?", "The first one?"):
        saying.reply(thread, seeker, text)

    with time_machine.travel(timezone.now() + QUIET, tick=True):
        (words,) = letters(ben.person.email, "critique.replies")

    assert words.count("Which of them?") == 1
    assert words.count("Lead with the result.") == 1


def test_a_mentors_reply_quotes_the_seeker_by_name_to_others_and_by_you_to_the_seeker(
    version: Version, ada: User, seeker: Reader, ben: Reader
) -> None:
    thread = saying.point(version, ben, "Lead with the result.")
    saying.reply(thread, seeker, "Which\nof them?")
    saying.reply(thread, ben, "The second.")
    saying.finish(version, ben)

    words = letters(ada.email, "critique.finished")[-1]

    assert "You wrote:\n> Which\n> of them?\n\nThe second.\n" in words


def test_what_somebody_said_who_is_gone_is_still_quoted(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    thread = saying.point(version, ben, "Lead with the result.")
    saying.reply(thread, seeker, "Which of them?")
    saying.reply(thread, ben, "The second.")
    thread.comments.filter(text="Which of them?").update(author=None)
    saying.finish(version, ben)

    assert (
        "Before it stands:\n> Which of them?"
        in letters(version.document.owner.email, "critique")[-1]
    )


def test_the_subject_names_the_kind_of_text_and_the_verdict(
    version: Version, ada: User, ben: Reader
) -> None:
    saying.draft(version, ben)
    saying.finish(version, ben)

    assert subjects(ada, "critique.finished") == [
        f"{called(ben)} has read your résumé: small fixes"
    ]
    assert lines(ada)[0] == f"{called(ben)} has read “{version.document.title}”: small fixes"


def test_without_a_verdict_it_says_that_there_are_comments(
    version: Version, ada: User, ben: Reader
) -> None:
    saying.draft(version, ben)
    actions.finish(saying.round_of(ben, version), by=ben, verdict="", summary="")

    assert subjects(ada, "critique.finished") == [
        f"{called(ben)} has sent you comments on your résumé"
    ]
    assert lines(ada)[0] == f"{called(ben)} has sent you comments on “{version.document.title}”"


@pytest.mark.parametrize(
    ("kind", "yours"),
    [
        ("cover_letter", "your cover letter"),
        ("debrief", "your debrief"),
        ("follow_up", "your follow-up letter"),
        ("thank_you", "your thank-you letter"),
        ("other", "your text"),
    ],
)
def test_each_kind_of_text_has_its_words(
    kind: str, yours: str, version: Version, ada: User, ben: Reader
) -> None:
    Document.objects.update(kind=kind)
    saying.finish(version, ben, verdict="ready")

    (subject,) = subjects(ada, "critique.finished")

    assert subject == f"{called(ben)} has read {yours}: ready for the employer"


def test_several_texts_are_counted(ada: User) -> None:
    texts = [make.ready_version(ada).document for _ in range(2)]
    ben, by = make.invited("Ben"), as_account(ada)
    circle.ask(texts, by=by, people=[Invitee("Ben", ben.email)], ask=Ask(), key=uuid4())

    assert subjects(ben, "circle.invitation") == ["Ada asks for your opinion on 2 texts"]
    title = texts[0].title
    assert lines(ben) == [f"Ada asks for your opinion on “{title}” and “{title}”"]


def test_no_title_of_what_was_taken_back_is_told(version: Version, ben: Reader) -> None:
    assert ben.person
    make.revoked(version.document.grants.get(person=ben.person))

    assert not [line for line in lines(ben.person) if version.document.title in line]


def test_a_text_letter_has_no_gaps(version: Version, ada: User, ben: Reader) -> None:
    saying.draft(version, ben)
    saying.finish(version, ben)

    (words,) = letters(ada.email, "critique.finished")

    assert "\n\n\n" not in words
