"""Naming people in a comment: whom one may, who is told, and what nobody learns by it."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle import actions as circle
from mentorship.circle.asking import Ask, Invitee
from mentorship.circle.models import Invitation, Round
from mentorship.circle.visitors.passes import as_visitor
from mentorship.critique import actions
from mentorship.critique.comments.mentions import marked, named
from mentorship.critique.models import Comment, Mention, Thread
from mentorship.documents.models import Grant, Version
from mentorship.notifications import bell
from mentorship.notifications.delivery import gathering
from mentorship.notifications.models import Letter, Notice
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.browsing.invitations import letters
from tests.browsing.reading import address
from tests.make import saying

QUIET = timedelta(minutes=6)
NAMES = ("Ines Roth", "Tom Adeyemi", "Uma Nair")
Table = dict[str, Reader]


@pytest.fixture
def table(version: Version, ada: User) -> Table:
    """Three mentors in one round, by their first names."""
    people = [Invitee(name, make.invited(name.split()[0]).email) for name in NAMES]
    asked = circle.ask(
        [version.document], by=as_account(ada), people=people, ask=Ask(), key=uuid4()
    )
    return {one.name.split()[0]: as_visitor(one) for one in asked.invitations.order_by("pk")}


def browser(reader: Reader) -> Client:
    """A visitor's."""
    return visit(make.visitor_pass(Grant.objects.get(person=reader.person)))


def names(answer: str) -> list[str]:
    """Who is offered."""
    return [part.partition("</li>")[0] for part in answer.split("<li>")[1:]]


def offered(who: Client, version: Version, thread: Thread | None = None) -> list[str]:
    """Whom she may name in a thread, or in a new one."""
    place = thread.get_absolute_url() if thread else address(version, "threads")
    return names(who.get(f"{place}people/").content.decode())


def told(reader: Reader) -> list[str]:
    """What letters and the page tell her of being named."""
    assert reader.person
    page = Notice.objects.filter(person=reader.person, channel=Notice.Channel.PAGE)
    lines = [line.told.sentence for line in bell.shown_notices(page.select_related("event__actor"))]
    with time_machine.travel(timezone.now() + QUIET, tick=True):
        mailed = letters(reader.person.email, "critique.mentioned")
    return [*(line for line in lines if "mentions you" in line), *mailed]


def test_names_are_found_whole_or_by_what_only_one_is_called() -> None:
    people = {1: "Ben Okri", 2: "Ben Ali", 3: "Zoë"}

    assert named("@Ben Okri and @zoë, not ben@zoe.example or @Ben", people) == [1, 3]
    assert named("@Zoës @Zoë", people) == [3]
    assert named("@Ben Okri, @Zoë.", {}) == []
    assert marked("Ask @Zoë.", people) == "Ask **@Zoë**."
    assert marked("`@Zoë` is code", people) == "`@Zoë` is code"


@given(st.text(), st.dictionaries(st.integers(1, 5), st.text(max_size=20), max_size=4))
def test_marking_names_changes_no_word(text: str, people: dict[int, str]) -> None:
    assert marked(text, people).replace("**", "") == text.replace("**", "") or "*" in text
    assert set(named(text, people)) <= set(people)


@pytest.mark.django_db
def test_the_seeker_names_a_mentor_who_reads_it(
    version: Version, seeker: Reader, table: Table
) -> None:
    thread = saying.point(version, table["Ines"])

    said = saying.reply(thread, seeker, "What do you say, @Tom Adeyemi?")

    assert said.html == "<p>What do you say, <strong>@Tom Adeyemi</strong>?</p>"
    (line, letter) = told(table["Tom"])
    assert line == f"Ada mentions you in a comment on “{version.document.title}”"
    assert "What do you say, @Tom Adeyemi?" in letter
    assert told(table["Uma"]) == []


@pytest.mark.django_db
def test_who_spoke_and_is_named_is_told_once(
    version: Version, seeker: Reader, table: Table
) -> None:
    thread = saying.point(version, table["Ines"])

    saying.reply(thread, seeker, "@Ines, like this?")

    assert len(told(table["Ines"])) == 2
    assert table["Ines"].person
    with time_machine.travel(timezone.now() + QUIET, tick=True):
        assert letters(table["Ines"].person.email, "critique.replies") == []


@pytest.mark.django_db
def test_a_draft_tells_nobody_until_it_is_sent(version: Version, table: Table) -> None:
    saying.point(version, table["Tom"], "Shorter.")
    saying.draft(version, table["Ines"], "As @Tom says.")
    assert told(table["Tom"]) == []

    saying.finish(version, table["Ines"])
    saying.finish(version, table["Ines"])

    assert (
        told(table["Tom"])[0]
        == f"Ines Roth mentions you in a comment on “{version.document.title}”"
    )
    assert len(told(table["Tom"])) == 2


@pytest.mark.django_db
def test_the_seeker_is_told_in_the_page_and_by_the_review(
    version: Version, seeker: Reader, table: Table
) -> None:
    saying.point(version, table["Ines"], "@Ada, who did it?")

    assert told(seeker) == [f"Ines Roth mentions you in a comment on “{version.document.title}”"]


@pytest.mark.django_db
def test_mentors_are_offered_whom_they_read(version: Version, ada: User, table: Table) -> None:
    thread = saying.point(version, table["Ines"])

    assert offered(browser(table["Tom"]), version) == ["Ada", "Ines Roth"]
    assert offered(browser(table["Tom"]), version, thread) == ["Ada", "Ines Roth"]
    assert offered(browser(table["Ines"]), version, thread) == ["Ada"]
    assert offered(sign_in(ada), version, thread) == list(NAMES)
    assert offered(sign_in(ada), version) == []


@pytest.mark.django_db
@pytest.mark.parametrize("openness", [Round.Openness.APART, Round.Openness.BLIND_FIRST])
def test_whom_a_round_hides_cannot_be_named(
    version: Version, ada: User, seeker: Reader, table: Table, openness: str
) -> None:
    Round.objects.update(openness=openness)
    thread = saying.point(version, table["Ines"])
    saying.reply(saying.point(version, table["Tom"], "Shorter."), table["Tom"], "@Ada")
    if openness == Round.Openness.BLIND_FIRST:
        thread.round.reviews.update(finished_at=None)

    saying.draft(version, table["Ines"], "As @Tom Adeyemi says.")
    saying.reply(thread, seeker, "Ask @Tom Adeyemi.")

    assert offered(browser(table["Ines"]), version, thread) == ["Ada"]
    assert offered(browser(table["Ines"]), version) == ["Ada"]
    assert offered(sign_in(ada), version, thread) == ["Ines Roth"]
    assert not Mention.objects.filter(person=table["Tom"].person).exists()
    assert told(table["Tom"]) == []


@pytest.mark.django_db
def test_who_may_no_longer_read_it_is_not_told(
    version: Version, seeker: Reader, table: Table
) -> None:
    thread = saying.point(version, table["Ines"])
    saying.reply(thread, seeker, "@Tom?")
    circle.revoke(Invitation.objects.get(person=table["Tom"].person), by=seeker)

    assert told(table["Tom"]) == []


@pytest.mark.django_db
def test_an_edit_names_somebody_more(version: Version, seeker: Reader, table: Table) -> None:
    said = saying.reply(saying.point(version, table["Ines"]), seeker, "@Tom?")

    actions.edit(said, by=seeker, text="@Tom? And @Uma?", revision=1)
    actions.edit(said, by=seeker, text="And @Uma?", revision=2)

    assert len(told(table["Tom"])) == len(told(table["Uma"])) == 2
    assert said.mentions.count() == 2


@pytest.mark.django_db
def test_a_draft_forgets_whom_it_names_no_more(version: Version, table: Table) -> None:
    saying.point(version, table["Tom"], "Shorter.")
    said = saying.draft(version, table["Ines"], "As @Tom says.")

    actions.edit(said, by=table["Ines"], text="As said.", revision=1)

    assert not Mention.objects.exists()


@pytest.mark.django_db
def test_what_is_deleted_names_nobody(version: Version, seeker: Reader, table: Table) -> None:
    thread = saying.point(version, table["Ines"])
    said = saying.reply(thread, seeker, "@Tom?")

    actions.delete(said, by=seeker)

    assert not Mention.objects.exists()
    assert told(table["Tom"]) == []


@pytest.mark.django_db
def test_a_comment_that_is_changed_offers_the_same(
    version: Version, ada: User, seeker: Reader, table: Table
) -> None:
    said = saying.reply(saying.point(version, table["Ines"]), seeker)

    answer = sign_in(ada).get(f"/comments/{said.ref}/people/").content.decode()

    assert names(answer) == list(NAMES)


@pytest.mark.django_db
def test_a_thread_without_a_round_names_nobody(version: Version, seeker: Reader, ben: Reader):
    thread = saying.point(version, ben)
    Thread.objects.update(round=None)
    thread.refresh_from_db()

    saying.reply(thread, seeker, "@Ben?")

    assert Comment.objects.latest("pk").html == "<p>@Ben?</p>"


@pytest.mark.django_db
def test_one_letter_names_all_who_mention_her(version: Version, table: Table) -> None:
    for line, who in enumerate(("Uma", "Ines", "Tom"), 1):
        saying.point(version, table[who], "What do you say, @Uma Nair?", line)

    with time_machine.travel(timezone.now() + QUIET, tick=True):
        gathering.gather()

    (letter,) = Letter.objects.filter(kind="critique.mentioned")
    assert letter.subject == "Ines Roth and Tom Adeyemi mention you in comments on the résumé"
