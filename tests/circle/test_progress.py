"""What the seeker sees of each person, takes back, and sends again; what waits for a mentor."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils.translation import gettext

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle import actions
from mentorship.circle.models import Invitation, Pass, Round
from mentorship.circle.status import status_of
from mentorship.circle.visitors.passes import as_visitor
from mentorship.documents import actions as documents
from mentorship.documents.models import Document
from mentorship.notifications.models import Letter
from mentorship.toolbox.refused import Refused
from tests import make
from tests.browsing.browsers import sign_in
from tests.browsing.invitations import at, follow, letters, links, press, reads
from tests.clock import TUESDAY

pytestmark = pytest.mark.django_db

State = Letter.State
TOMORROW = TUESDAY.date() + timedelta(days=1)


def word(invitation: Invitation) -> str:
    """How it stands, as the seeker reads it."""
    return gettext(str(status_of(Invitation.objects.with_letters().get(pk=invitation.pk)).word))


def test_a_letter_waits_before_it_is_written(invitation: Invitation) -> None:
    assert word(invitation) == "Email waiting to be sent"


@pytest.mark.parametrize(
    ("state", "reason", "said"),
    [
        (State.WAITING, "", "Email waiting to be sent"),
        (State.IN_DATA, "", "Email being sent"),
        (State.SENT, "", "Email sent"),
        (State.KEPT, "", "Email kept here"),
        (State.UNCONFIRMED, "", "Email may have been sent"),
        (State.SUPPRESSED, "", "Email not sent"),
        (State.FAILED, "bounced 550 5.1.1", "Email came back"),
        (State.FAILED, "refused 554 5.6.0", "Email could not be delivered"),
    ],
)
def test_how_far_the_letter_is(
    state: State, reason: str, said: str, invitation: Invitation
) -> None:
    letters(invitation.person.email)
    Letter.objects.update(state=state, reason=reason)

    assert word(invitation) == said


def leave(invitation: Invitation) -> None:
    actions.leave(invitation, invitation.round.documents.get(), by=as_visitor(invitation))


ANSWERS: dict[str, Callable[[Invitation], object]] = {
    "Opened": lambda one: press(follow(links(one)[0]), one),
    "Has begun": actions.begun,
    "Finished": actions.answered,
    "Not this time": lambda one: actions.decline(one, by=as_visitor(one)),
    "Later": lambda one: actions.postpone(one, by=as_visitor(one), until=TOMORROW),
    "Not the right person": lambda one: actions.report_wrong_person(one, by=as_visitor(one)),
    "Has left": leave,
    "Withdrawn": lambda one: actions.revoke(one, by=as_account(one.round.owner)),
}


@pytest.mark.parametrize("said", ANSWERS)
def test_what_became_of_it(said: str, invitation: Invitation, ada: User) -> None:
    ANSWERS[said](invitation)

    assert word(invitation) == said
    assert said in sign_in(ada).get(invitation.round.get_absolute_url()).content.decode()


def test_the_seeker_sees_that_her_own_link_opened_it(
    invitation: Invitation, by_ada: Reader, ada: User
) -> None:
    browser = sign_in(ada)
    page = browser.post(at("copy", invitation), follow=True).content.decode()
    link = page.partition('value="http://localhost:8000')[2].partition('"')[0]

    press(follow(link), invitation)

    page = browser.get(invitation.round.get_absolute_url()).content.decode()
    assert "Opened with a link you shared" in page


def test_taken_back_everything_ends_with_the_next_request(
    invitation: Invitation, by_ada: Reader
) -> None:
    link = links(invitation)[0]
    browser = follow(link)
    press(browser, invitation)
    assert reads(browser, invitation)

    actions.revoke(invitation, by=by_ada)

    assert not reads(browser, invitation)
    assert not Pass.objects.live().exists()
    assert "Nothing more to do" in browser.get(at("cover", invitation)).content.decode()
    browser.post(at("fresh_link", invitation))
    assert letters(invitation.person.email, "circle.fresh_link") == []


def test_taken_back_from_somebody_signed_in(resume: Document, by_ada: Reader) -> None:
    eve = make.person("Eve")
    invitation = make.invitation(resume, eve)
    browser = sign_in(eve)
    assert reads(browser, invitation)

    actions.revoke(invitation, by=by_ada)

    assert not reads(browser, invitation)


def test_what_another_round_opened_stays_open(
    invitation: Invitation, resume: Document, ben: User, by_ada: Reader
) -> None:
    other = make.invitation(resume, ben)
    browser = follow(links(other)[0])
    press(browser, other)

    actions.revoke(invitation, by=by_ada)

    assert reads(browser, other)


def test_taken_back_before_the_letter_left_nobody_hears_of_it(
    invitation: Invitation, by_ada: Reader
) -> None:
    actions.revoke(invitation, by=by_ada)

    assert letters(invitation.person.email) == []


def test_whoever_may_have_heard_is_told_that_it_was_taken_back(
    invitation: Invitation, by_ada: Reader
) -> None:
    letters(invitation.person.email)
    Letter.objects.update(state=State.SENT)

    actions.revoke(invitation, by=by_ada)
    actions.revoke(invitation, by=by_ada)

    told = letters(invitation.person.email, "circle.revoked")
    assert len(told) == 1
    assert "Ada has withdrawn what you were asked to read." in told[0]


def test_sent_again_the_letter_holds_a_fresh_link(invitation: Invitation, ada: User) -> None:
    old = links(invitation)[0]

    sign_in(ada).post(at("letters", invitation))

    assert links(invitation)[0] != old
    assert len(letters(invitation.person.email)) == 2


@pytest.mark.parametrize("said", ["Not this time", "Finished", "Withdrawn"])
def test_what_is_over_is_not_sent_again(said: str, invitation: Invitation, by_ada: Reader) -> None:
    ANSWERS[said](invitation)

    with pytest.raises(Refused, match="over"):
        actions.send_again(invitation, by=by_ada)


def test_sending_again_counts_for_the_address(invitation: Invitation, by_ada: Reader) -> None:
    for _ in range(4):
        actions.send_again(invitation, by=by_ada)

    with pytest.raises(Refused, match="people"):
        actions.send_again(invitation, by=by_ada)


@pytest.mark.parametrize("act", [actions.send_again, actions.copy_link, actions.revoke])
def test_only_the_seeker_changes_an_invitation(
    act: Callable[..., object], invitation: Invitation
) -> None:
    for by in (as_account(make.person("Carl")), as_visitor(invitation)):
        with pytest.raises(Refused, match="not-found"):
            act(invitation, by=by)


def test_a_deleted_document_leaves_nothing_to_open(
    invitation: Invitation, resume: Document, by_ada: Reader, ada: User
) -> None:
    link = links(invitation)[0]
    documents.delete(resume, by=by_ada)

    assert "Nothing more to do" in follow(link).get(at("cover", invitation)).content.decode()
    page = sign_in(ada).get(invitation.round.get_absolute_url()).content.decode()
    assert "A deleted document" in page


def test_what_waits_for_a_mentor_the_nearest_date_first(ada: User) -> None:
    eve = make.person("Eve")
    days = [None, TOMORROW + timedelta(days=5), TOMORROW]
    asked = [make.invitation(make.ready_version(ada).document, eve, wanted_by=day) for day in days]
    done = make.invitation(make.ready_version(ada).document, eve)
    actions.answered(done)

    waiting = Invitation.objects.waiting_for(as_account(eve))

    assert list(waiting) == list(reversed(asked))
    assert not Invitation.objects.waiting_for(as_visitor(asked[0])).exists()


def test_a_round_is_seen_by_its_seeker_and_by_whoever_was_asked(
    invitation: Invitation, by_ada: Reader, resume: Document
) -> None:
    other = make.invitation(resume, make.invited("Eve"))
    readers = {
        "owner": by_ada,
        "asked": as_visitor(invitation),
        "stranger": as_account(make.person("Carl")),
    }

    seen = {who: set(Round.objects.visible_to(reader)) for who, reader in readers.items()}

    both = {invitation.round, other.round}
    assert seen == {"owner": both, "asked": {invitation.round}, "stranger": set()}


def test_her_rounds_about_one_document_alone(invitation: Invitation, ada: User) -> None:
    make.invitation(make.ready_version(ada, title="A letter").document, invitation.person)

    page = sign_in(ada).get(f"/rounds/?document={invitation.round.documents.get().ref}")

    assert page.content.decode().count('class="row round"') == 1
