"""A mentor reads the posting beside the text: of her own round, and only while she may read."""

from uuid import uuid4

import pytest
from django.urls import reverse

from accounts.models import User
from accounts.reader import as_account
from mentorship.documents import actions as documents
from mentorship.documents.models import Version
from mentorship.jobsearch import actions as jobsearch
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.browsing.invitations import letters
from tests.make import evidence

pytestmark = pytest.mark.django_db
BY_SCRIPT = {"Fragment-For": "http://testserver/"}


@pytest.fixture
def ada() -> User:
    """The seeker."""
    return make.person("Ada")


@pytest.fixture
def version(ada: User) -> Version:
    """What is read."""
    return make.ready_version(ada)


def posting_of(version: Version) -> str:
    """The address of the posting beside it."""
    return reverse("critique:posting", args=[version.document.ref, version.number])


def test_whoever_is_asked_for_a_job_reads_its_posting(ada: User, version: Version) -> None:
    ben = make.invited("Ben")
    browser = visit(make.visitor_pass(make.grant(version.document, ben, pursuit=make.pursuit(ada))))

    assert posting_of(version) in browser.get(version.get_absolute_url()).content.decode()
    page = browser.get(posting_of(version)).content.decode()
    part = browser.get(posting_of(version), headers=BY_SCRIPT).content.decode()

    assert "Data analyst at Acme" in page
    assert "Acme makes tea." in page
    assert part.lstrip().startswith('<section class="posting-aside')


def test_the_letter_says_for_which_job(ada: User, version: Version) -> None:
    ben = make.invited("Ben")

    make.invitation(version.document, ben, pursuit=make.pursuit(ada))

    assert "It is for this job: Data analyst at Acme." in letters(ben.email)[0]


def test_whoever_is_asked_for_no_job_sees_none(ada: User, version: Version) -> None:
    make.grant(version.document, make.invited("Ben"), pursuit=make.pursuit(ada))
    browser = visit(make.visitor_pass(make.grant(version.document, make.invited("Eve"))))

    assert posting_of(version) not in browser.get(version.get_absolute_url()).content.decode()
    assert browser.get(posting_of(version)).status_code == 404


def test_her_next_request_fails_once_she_is_no_longer_asked(ada: User, version: Version) -> None:
    ben = make.person("Ben")
    given = make.grant(version.document, ben, pursuit=make.pursuit(ada))
    make.grant(version.document, ben)  # another round, which names no job
    browser = sign_in(ben)
    assert browser.get(posting_of(version)).status_code == 200

    make.revoked(given)

    assert browser.get(posting_of(version)).status_code == 404
    assert browser.get(version.get_absolute_url()).status_code == 200


def test_a_deleted_job_is_shown_to_nobody(ada: User, version: Version) -> None:
    pursuit = make.pursuit(ada)
    browser = visit(
        make.visitor_pass(make.grant(version.document, make.invited(), pursuit=pursuit))
    )

    jobsearch.delete(pursuit, by=as_account(ada))

    assert browser.get(posting_of(version)).status_code == 404


def test_the_seeker_reads_it_too(ada: User, version: Version) -> None:
    make.grant(version.document, make.invited(), pursuit=make.pursuit(ada, posting=""))

    assert "Its posting was not kept." in sign_in(ada).get(posting_of(version)).content.decode()


def test_the_posting_leads_to_what_it_asks_for(ada: User, version: Version) -> None:
    pursuit = make.pursuit(ada)
    browser = visit(
        make.visitor_pass(make.grant(version.document, make.invited("Ben"), pursuit=pursuit))
    )
    there = evidence.address(version, pursuit)

    part = browser.get(posting_of(version), headers=BY_SCRIPT).content.decode()

    assert there in part
    assert browser.get(there).status_code == 200


def test_the_page_of_a_document_leads_to_what_its_jobs_ask_for(ada: User, version: Version) -> None:
    browser = sign_in(ada)
    before = browser.get(version.document.get_absolute_url()).content.decode()
    pursuit = make.pursuit(ada)
    make.grant(version.document, make.invited("Ben"), pursuit=pursuit)

    page = browser.get(version.document.get_absolute_url()).content.decode()

    assert "What it is for" not in before
    assert evidence.address(version, pursuit) in page
    assert browser.get(evidence.address(version, pursuit)).status_code == 200


@pytest.mark.parametrize("way", ["asked", "sent", "tailored"])
def test_the_seekers_own_reading_leads_to_what_its_job_asks_for(
    ada: User, version: Version, way: str
) -> None:
    before = sign_in(ada).get(version.get_absolute_url()).content.decode()
    make.pursuit(ada, "Another job")
    pursuit = make.pursuit(ada)
    if way == "asked":
        make.grant(version.document, make.invited("Ben"), pursuit=pursuit)
    elif way == "sent":
        jobsearch.send(pursuit, version, by=as_account(ada))
    else:
        version = make.ready(make.tailored(pursuit, version).versions.get())

    page = sign_in(ada).get(version.get_absolute_url()).content.decode()

    assert "What the posting asks for" not in before
    assert evidence.address(version, pursuit) in page
    assert posting_of(version) in page
    assert "Data analyst at Acme" in sign_in(ada).get(posting_of(version)).content.decode()


def test_the_way_to_what_her_job_asks_for_is_the_seekers_alone(ada: User, version: Version) -> None:
    pursuit = make.pursuit(ada)
    jobsearch.send(pursuit, version, by=as_account(ada))
    browser = visit(make.visitor_pass(make.grant(version.document, make.invited("Ben"))))

    page = browser.get(version.get_absolute_url()).content.decode()

    assert version.document.title in page
    assert pursuit.ref not in page
    assert browser.get(posting_of(version)).status_code == 404


def test_a_copy_leads_to_what_differs_from_what_it_was_made_from(
    ada: User, version: Version
) -> None:
    copy = make.tailored(make.pursuit(ada), version)

    page = sign_in(ada).get(copy.get_absolute_url()).content.decode()

    assert f"Made from version 1 of “{version.document.title}”." in page
    assert reverse("jobsearch:origin", args=[copy.ref]) in page
    assert "What the posting asks for" not in page  # it cannot be read yet


def test_what_was_sent_stands_with_it_as_far_as_one_may_read_it(
    ada: User, version: Version
) -> None:
    pursuit = make.pursuit(ada)
    shared, hers = (make.ready_version(ada, title=title) for title in ("Résumé", "Letter"))
    for one in (shared, hers):
        jobsearch.send(pursuit, one, by=as_account(ada))
    ben = make.person("Ben")
    make.grant(version.document, ben, pursuit=pursuit)
    make.grant(shared.document, ben)

    pages = [sign_in(one).get(posting_of(version)).content.decode() for one in (ben, ada)]

    assert [shared.get_absolute_url() in page for page in pages] == [True, True]
    assert ["Letter, version 1" in page for page in pages] == [False, True]


def test_what_is_written_about_a_job_is_read_beside_its_posting(ada: User) -> None:
    pursuit, by = make.pursuit(ada), as_account(ada)
    debrief = jobsearch.write_about(pursuit, by=by, kind="debrief", key=uuid4())
    version = make.ready(documents.save_as_version(debrief, by=by, key=uuid4()))
    browser = sign_in(ada)

    assert posting_of(version) in browser.get(version.get_absolute_url()).content.decode()
    assert "Acme makes tea." in browser.get(posting_of(version)).content.decode()
    # A debrief answers no posting: there is nothing to hold against it.
    assert (
        evidence.address(version, pursuit) not in browser.get(posting_of(version)).content.decode()
    )
    other = browser.get(posting_of(version), {"job": make.pursuit(ada).ref})
    assert other.status_code == 404
