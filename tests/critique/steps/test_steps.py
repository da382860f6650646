"""What a seeker works through, on her desk: sentences with their next steps."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from accounts.models import User
from accounts.reader import NOBODY, Reader, as_account
from mentorship.circle import actions as circle
from mentorship.circle.asking import Ask, Invitee
from mentorship.circle.models import Invitation
from mentorship.circle.people import name_in
from mentorship.circle.visitors.passes import as_visitor
from mentorship.critique import actions
from mentorship.critique.models import Suggestion, Thread
from mentorship.critique.steps.asking import on_her_desk
from mentorship.critique.worklist.page import Chosen, work_list
from mentorship.documents.models import Version
from mentorship.toolbox.clock.dates import full_day
from mentorship.toolbox.questions.in_step import ask_all
from mentorship.toolbox.refused import Refused
from tests import clock, make
from tests.make import saying

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> User:
    return make.person("Ada")


@pytest.fixture
def version(ada: User) -> Version:
    return make.ready_version(ada, title="Operations lead")


@pytest.fixture
def ben(version: Version) -> Reader:
    return mentor(version, "Ben Okri")


def mentor(version: Version, name: str) -> Reader:
    """Somebody who is asked by that name, and signed in."""
    person = make.person(name.split(maxsplit=1)[0])
    make.invitation(version.document, person, name=name)
    return as_account(person)


def steps(person: User) -> list[tuple[str, str, str]]:
    return [
        (line.sentence, line.step, line.url) for line in ask_all(on_her_desk(as_account(person)))
    ]


def work(person: User) -> list[tuple[str, str, str]]:
    """What comes after the letter."""
    return [one for one in steps(person) if one[1] != "Read it as one letter"]


def sentences(person: User) -> list[str]:
    return [sentence for sentence, _step, _url in steps(person)]


def mark(thread: Thread, person: User, use: str = "used") -> None:
    actions.mark(thread, by=as_account(person), use=use, reason="", seen="")


def test_nothing_said_is_nothing_to_do(version: Version, ada: User) -> None:
    assert steps(ada) == []
    assert ask_all(on_her_desk(NOBODY)) == []


def test_when_all_have_answered_their_letter_comes_first(
    version: Version, ada: User, ben: Reader
) -> None:
    saying.point(version, ben)
    asked = saying.round_of(ben, version)
    sentence = "Ben Okri has answered you about “Operations lead”."
    before = steps(ada)
    actions.note_letter_read(asked, by=as_account(ada), at=timezone.now())

    assert before[0] == (sentence, "Read it as one letter", f"/rounds/{asked.ref}/letter/")
    assert before[1:] == steps(ada)


def test_a_letter_waits_until_nobody_is_awaited(version: Version, ada: User) -> None:
    people = [Invitee(name, make.invited(name).email) for name in ("Ben", "Eve", "Mia")]
    by = as_account(ada)
    asked = circle.ask([version.document], by=by, people=people, ask=Ask(), key=uuid4())
    ben, eve, mia = asked.invitations.order_by("pk")
    waits = []
    for change in (
        lambda: saying.finish(version, as_visitor(ben)),
        lambda: circle.revoke(eve, by=by),
        lambda: circle.decline(mia, by=as_visitor(mia)),
        lambda: actions.note_letter_read(asked, by=by, at=timezone.now()),
        lambda: circle.ask_again(Invitation.objects.get(pk=ben.pk), by=by),
        lambda: saying.finish(version, as_visitor(ben)),
    ):
        clock.later()
        change()
        waits.append("Read it as one letter" in [step for _told, step, _url in steps(ada)])

    assert waits == [False, False, True, False, False, True]


def test_a_letter_about_two_texts_is_one_step(version: Version, ada: User) -> None:
    other, by = make.ready_version(ada, title="Letter"), as_account(ada)
    people = [Invitee("Ben", make.invited("Ben").email)]
    both = [version.document, other.document]
    asked = circle.ask(both, by=by, people=people, ask=Ask(), key=uuid4())
    saying.finish(version, as_visitor(asked.invitations.get()))

    assert sentences(ada) == ["Ben has answered you about “Letter”."]


def test_what_is_said_later_than_it_was_read_is_read_again(
    version: Version, ada: User, ben: Reader
) -> None:
    saying.finish(version, ben)
    asked, by = saying.round_of(ben, version), as_account(ada)
    now = timezone.now()

    actions.note_letter_read(asked, by=by, at=now)
    actions.note_letter_read(asked, by=by, at=now - timedelta(days=1))

    asked.refresh_from_db()
    assert asked.letter_read_at == now
    with pytest.raises(Refused):
        actions.note_letter_read(asked, by=ben, at=now)


def test_when_the_day_has_passed_she_reminds_or_closes(version: Version, ada: User) -> None:
    by, today = as_account(ada), timezone.localdate()
    invitee = Invitee("Ben Okri", make.invited("Ben").email)
    wanted = Ask(wanted_by=today)
    asked = circle.ask([version.document], by=by, people=[invitee], ask=wanted, key=uuid4())
    on_the_day = steps(ada)
    clock.later(24 * 3600)
    passed = steps(ada)
    Invitation.objects.update(put_off_until=timezone.localdate() + timedelta(days=1))
    put_off = steps(ada)
    Invitation.objects.update(put_off_until=None)
    circle.close(asked, by=by)

    day = full_day(today)
    sentence = f"Ben Okri has not answered about “Operations lead”. You wanted to hear by {day}."
    assert passed == [(sentence, "Remind or close", asked.get_absolute_url())]
    assert [on_the_day, put_off, steps(ada)] == [[], [], []]


def test_of_another_look_its_own_day_counts(version: Version, ada: User, ben: Reader) -> None:
    saying.finish(version, ben)
    asked, by = saying.round_of(ben, version), as_account(ada)
    today = timezone.localdate()
    circle.ask_again(Invitation.objects.get(), by=by, wanted_by=today)
    clock.later(24 * 3600)

    assert [(step, url) for _sentence, step, url in steps(ada)] == [
        ("Remind or close", asked.get_absolute_url())
    ]


def test_open_points_lead_to_the_list(version: Version, ada: User, ben: Reader) -> None:
    for mentor_ in (ben, ben, mentor(version, "Eve Roth")):
        saying.point(version, mentor_)

    sentence = "3 points from Ben Okri and Eve Roth wait in “Operations lead”."
    url = f"/documents/{version.document.ref}/points/?left=1"
    assert work(ada) == [(sentence, "Work through them", url)]


def test_where_people_pull_apart_she_decides_once(version: Version, ada: User, ben: Reader) -> None:
    keep = saying.point(version, ben, kind="praise")
    fix = saying.point(version, mentor(version, "Eve Roth"), kind="must_fix")
    apart = ("At one place in “Operations lead” people disagree.", "Decide")
    before = [(sentence, step) for sentence, step, _url in work(ada)]
    given = {"text": "I keep it.", "why": "", "is_told": False}
    actions.decide(version.document, [keep, fix], by=as_account(ada), **given)

    assert apart in before
    assert apart not in [(sentence, step) for sentence, step, _url in work(ada)]


def test_other_words_pull_apart_too(version: Version, ada: User, ben: Reader) -> None:
    for mentor_, words in ((ben, "Led 84"), (mentor(version, "Eve Roth"), "Ran three shifts")):
        comment = saying.point(version, mentor_).comments.get()
        Suggestion.objects.create(comment=comment, old="Wrote", new=words)

    assert "At one place in “Operations lead” people disagree." in [
        sentence for sentence, _step, _url in work(ada)
    ]


def test_points_without_words_pull_nowhere(version: Version, ada: User, ben: Reader) -> None:
    saying.point(version, ben, line=None, kind="praise")
    saying.point(version, mentor(version, "Eve Roth"), line=None, kind="must_fix")

    assert len(work(ada)) == 1


def test_accepted_wording_is_dealt_with_and_asks_for_nothing_more(
    version: Version, ada: User, ben: Reader
) -> None:
    thread = saying.point(version, ben)
    suggestion = Suggestion.objects.create(comment=thread.comments.get(), old="a", new="b")

    actions.accept(suggestion, by=as_account(ada))

    done = "Everything that was said about “Operations lead” is dealt with."
    assert sentences(ada) == [done]


def test_when_all_is_dealt_with_the_next_version_comes(
    version: Version, ada: User, ben: Reader
) -> None:
    mark(saying.point(version, ben), ada)
    url = f"/documents/{version.document.ref}/#next-title"
    done = "Everything that was said about “Operations lead” is dealt with."
    before = work(ada)
    make.ready(make.version(version.document))

    assert before == [(done, "Upload the next version", url)]
    assert work(ada) == []


def test_what_was_not_used_asks_for_no_version(version: Version, ada: User, ben: Reader) -> None:
    mark(saying.point(version, ben), ada, "not_used")

    assert work(ada) == []


def test_others_documents_are_no_work_of_hers(version: Version, ada: User, ben: Reader) -> None:
    assert ben.person
    saying.point(version, ben)

    assert steps(ben.person) == []


def test_the_desk_and_the_list_count_the_same_places(
    version: Version, ada: User, ben: Reader
) -> None:
    """What was dealt with alone still speaks against what is open about the same words."""
    keep = saying.point(version, ben, kind="praise")
    saying.point(version, mentor(version, "Eve Roth"), kind="must_fix")
    mark(keep, ada)

    listed = work_list(version.document, Chosen(), reader=as_account(ada))

    assert len(listed.undecided) == 1
    assert [
        line.sentence for line in ask_all(on_her_desk(as_account(ada))) if line.step == "Decide"
    ] == ["At one place in “Operations lead” people disagree."]


def test_whoever_is_asked_again_by_another_name_has_that_name_everywhere(
    version: Version, ada: User, ben: Reader
) -> None:
    thread = saying.point(version, ben)

    assert ben.person
    make.invitation(version.document, ben.person, name="Dr. Okri")

    ((sentence, _step, _url),) = work(ada)
    assert sentence == "1 point from Dr. Okri waits in “Operations lead”."
    assert name_in(thread.round_id, ben.person) == "Dr. Okri"
