"""What a mentor has sent stays in sight: about which version, and what of hers is still open."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle.models import Invitation, Round
from mentorship.circle.visitors.passes import as_visitor
from mentorship.critique import actions
from mentorship.critique.comments.targets import Target
from mentorship.documents.models import Version
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.browsing.reading import address
from tests.make import saying

pytestmark = pytest.mark.django_db

TOO_LONG = "Is it too long?"


@pytest.fixture
def invitation(version: Version) -> Invitation:
    """Ben's, with one question."""
    return make.invitation(version.document, make.invited("Ben"), questions=[TOO_LONG])


@pytest.fixture
def mentor(invitation: Invitation) -> Reader:
    return as_visitor(invitation)


@pytest.fixture
def browser(version: Version, mentor: Reader) -> Client:
    """Ben's."""
    return visit(make.visitor_pass(version.document.grants.get(person=mentor.person)))


def sent(browser: Client, invitation: Invitation) -> str:
    """The closing page."""
    return browser.get(f"/reviews/{invitation.round.ref}/sent/").content.decode()


def newer(version: Version) -> Version:
    """The next version, ready from now on."""
    return make.ready(make.version(version.document, text=make.THREE_LINES))


def test_it_names_what_is_still_open(
    version: Version, invitation: Invitation, mentor: Reader, seeker: Reader, browser: Client
) -> None:
    thread = saying.point(version, mentor)
    saying.reply(thread, seeker, "Like this?")

    page = sent(browser, invitation)

    assert "Still open" in page
    assert TOO_LONG in page
    assert "One of your comments has a reply that you have not answered." in page
    assert f'href="{thread.get_absolute_url()}">Read it' in page
    assert "There is nothing else to do." not in page


def test_what_is_answered_or_settled_is_not_open(
    version: Version, invitation: Invitation, mentor: Reader, seeker: Reader, browser: Client
) -> None:
    place = Target(question=1)
    actions.comment(version, by=mentor, place=place, text="No.", key=uuid4())
    answered, settled = (saying.point(version, mentor, line=line) for line in (1, 2))
    for thread in (answered, settled):
        saying.reply(thread, seeker, "Like this?")
    saying.reply(answered, mentor, "Yes.")
    actions.resolve(settled, by=seeker)
    waits = sent(browser, invitation)
    saying.finish(version, mentor)

    page = sent(browser, invitation)

    assert "Still open" not in waits
    assert "Still open" not in page
    assert "There is nothing else to do." in page


def test_it_says_which_version_it_was_about(
    version: Version, invitation: Invitation, mentor: Reader, browser: Client, ada: User
) -> None:
    saying.point(version, mentor)
    saying.draft(version, mentor, "Shorter.")
    second = newer(version)
    saying.finish(version, mentor)  # what was written about the first

    seen = sign_in(ada).get(address(second, "reading")).content.decode()

    assert "about version 1" in sent(browser, invitation)
    assert "about version 1" in seen.partition('class="heard"')[2].partition("</section>")[0]
    first = sign_in(ada).get(address(version, "reading")).content.decode()
    assert "about version 1" not in first.partition('class="heard"')[2].partition("</section>")[0]


def test_a_verdict_alone_is_about_what_could_be_read_then(
    version: Version, invitation: Invitation, mentor: Reader, browser: Client
) -> None:
    saying.point(version, mentor)
    newer(version)
    saying.finish(version, mentor, verdict="ready")

    assert "about version 2" in sent(browser, invitation)


def test_it_stays_when_the_round_is_closed(
    version: Version, invitation: Invitation, mentor: Reader, browser: Client
) -> None:
    saying.point(version, mentor)
    Round.objects.filter(pk=invitation.round_id).update(
        closed_at=timezone.now() - timedelta(days=1)
    )

    page = sent(browser, invitation)
    cover = browser.get(invitation.get_absolute_url()).content.decode()

    assert "Small fixes" in page
    assert "Change your verdict" not in page
    assert f'href="/reviews/{invitation.round.ref}/sent/">See what you sent' in cover


def test_the_cover_leads_to_it_where_it_can_be_read(
    version: Version, invitation: Invitation, mentor: Reader, browser: Client
) -> None:
    before = browser.get(invitation.get_absolute_url()).content.decode()
    saying.point(version, mentor)

    assert "See what you sent" not in before
    assert "See what you sent" in browser.get(invitation.get_absolute_url()).content.decode()
    saying.draft(version, mentor)
    assert "What you sent" in browser.get(address(version, "reading")).content.decode()


def test_what_is_sent_into_a_round_that_was_closed_meanwhile_is_kept(
    version: Version, invitation: Invitation, mentor: Reader, browser: Client
) -> None:
    saying.draft(version, mentor)
    page = f"/reviews/{invitation.round.ref}/finish/"
    browser.get(page)
    Round.objects.update(closed_at=timezone.now())
    answer = browser.post(page, {"verdict": "small_fixes", "summary": "Lead with it.", "lens": ""})

    assert answer.status_code == 409
    assert "has closed this round, so nothing was sent" in answer.content.decode()
    assert "Lead with it." in answer.content.decode()
    assert not invitation.round.reviews.exclude(finished_at=None).exists()


def test_in_a_closed_round_it_is_said_what_can_be_done(
    version: Version, invitation: Invitation, mentor: Reader, browser: Client
) -> None:
    saying.point(version, mentor)
    saying.draft(version, mentor)
    finish, sent_page = (f"/reviews/{invitation.round.ref}/{name}/" for name in ("finish", "sent"))
    reading = version.get_absolute_url()
    before = browser.get(reading).content.decode()
    Round.objects.update(closed_at=timezone.now())

    told, after = (browser.get(path).content.decode() for path in (finish, reading))

    assert "Ada has closed this round, so nothing more can be sent." in told
    assert "Your comment that is not sent is kept" in told
    assert "<form" not in told.partition("<main")[2].partition("</main>")[0]
    assert sent_page in told
    assert "Send this one now" in before
    assert "Send this one now" not in after
    assert "Not sent: the round is closed" in after
    assert sent_page in after
    other = sign_in(make.person("Stranger"))
    assert other.get(finish).status_code == 404


def test_in_a_round_that_was_closed_before_anything_was_sent(
    invitation: Invitation, browser: Client
) -> None:
    Round.objects.update(closed_at=timezone.now())

    answer = browser.get(f"/reviews/{invitation.round.ref}/sent/", follow=True)

    assert "so nothing more can be sent." in answer.content.decode()
    assert "What you sent" not in answer.content.decode()
