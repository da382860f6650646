"""The page of what a posting asks for: what each reader finds there, and what pressing does."""

import re
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle import actions as circle
from mentorship.circle.models import Invitation
from mentorship.critique import actions
from mentorship.critique.models import Sighting
from mentorship.documents import actions as documents
from mentorship.documents.models import Grant, Version
from mentorship.jobsearch import actions as jobs
from mentorship.jobsearch import maps
from mentorship.jobsearch.models import EvidenceMap, Pursuit, Sending
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.browsing.reading import address
from tests.make import evidence
from tests.make.evidence import address as at

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(ada: User) -> Client:
    """The seeker's."""
    return sign_in(ada)


@pytest.fixture
def bens(ben: Reader) -> Client:
    """The mentor's."""
    return visit(make.visitor_pass(Grant.objects.get(person=ben.person)))


def rows(page: str) -> list[str]:
    """Each term with how it stands, in words."""
    found = re.findall(r'<li class="term is-.*?</p>.*?</p>', page, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in found]


def read(browser: Client, version: Version, pursuit: Pursuit, **asked: object) -> str:
    answer = browser.get(at(version, pursuit), asked)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_each_term_says_how_it_stands_and_where(
    browser: Client, version: Version, pursuit: Pursuit
) -> None:
    page = read(browser, version, pursuit)

    assert rows(page) == [
        "Kafka Not there yet",
        "Wound care Not there yet",
        "Budget management In other words Line 2 Managed a budget",
        "Terraform There Line 4",
    ]
    assert "No experience with Kafka" in page
    assert "%" not in re.sub(r"<[^>]+>|%\w", "", page)


def test_a_kept_map_says_the_same(browser: Client, version: Version, pursuit: Pursuit) -> None:
    first = rows(read(browser, version, pursuit))
    assert not EvidenceMap.objects.exists()

    maps.keep(pursuit, version)

    assert EvidenceMap.objects.count() == 1
    assert rows(read(browser, version, pursuit)) == first


def test_the_seeker_changes_what_is_looked_for(
    browser: Client, version: Version, pursuit: Pursuit
) -> None:
    for change in (
        {"change": "add", "text": "Managed  a", "same_as": "led"},
        {"change": "drop", "text": "Kafka"},
        {"change": "weigh", "text": "Terraform", "weight": "required"},
        {"change": "same", "text": "Wound care", "same_as": "Okafor, dressings"},
    ):
        assert browser.post(at(version, pursuit, "terms"), change).status_code == 302

    page = read(browser, version, pursuit)

    assert rows(page) == [
        "Wound care In other words Line 1 Okafor",
        "Budget management In other words Line 2 Managed a budget",
        "Terraform There Line 4",
        "Managed a There Line 2",
    ]
    assert "1 you left out" in page
    browser.post(at(version, pursuit, "terms"), {"change": "return", "text": "Kafka"})
    assert rows(read(browser, version, pursuit))[0] == "Kafka Not there yet"


@pytest.mark.parametrize(
    "change",
    [
        {"change": "add", "text": " "},
        {"change": "add", "text": "x" * 121},
        {"change": "same", "text": "Kafka", "same_as": ",".join("abcdefghi")},
        {"change": "nonsense", "text": "Kafka"},
    ],
)
def test_what_is_not_taken_is_shown_again(
    browser: Client, version: Version, pursuit: Pursuit, change: dict[str, str]
) -> None:
    assert browser.post(at(version, pursuit, "terms"), change).status_code == 422
    assert not pursuit.terms.exists()


def test_a_next_version_says_what_is_more(
    browser: Client, version: Version, pursuit: Pursuit
) -> None:
    text = "Kafka since 2020. Wound care on the ward. Terraform since 2019\n"
    newer = make.ready(make.version(version.document, text=text))

    page = read(browser, newer, pursuit)

    assert "2 more than in version 1: Kafka and Wound care." in page
    assert "In version 1 there was also: Budget management." in page
    assert "1 more than in version 2" in read(browser, version, pursuit, beside=2)
    assert "It shows the same" not in read(browser, newer, pursuit, beside="9" * 30)


def test_without_a_posting_no_version_shows_the_same_of_it(
    browser: Client, version: Version, ada: User
) -> None:
    bare = make.pursuit(ada, posting="")

    page = read(browser, make.ready(make.version(version.document)), bare)

    assert "There is no posting yet" in page
    assert "the same ones" not in page


def test_the_text_that_was_sent_is_looked_at_first(
    browser: Client, version: Version, pursuit: Pursuit, ada: User
) -> None:
    other = make.ready_version(ada)
    page = reverse("critique:evidence_of", args=[pursuit.ref])
    assert browser.get(page).headers["Location"] == at(other, pursuit)
    assert browser.get(page, {"document": version.document.ref}).headers["Location"] == at(
        version, pursuit
    )

    Sending.objects.create(pursuit=pursuit, version=version, title="Mine", number=1)

    assert browser.get(page).headers["Location"] == at(version, pursuit)


def test_a_debrief_is_held_beside_no_posting(
    browser: Client, version: Version, pursuit: Pursuit, ada: User
) -> None:
    by = as_account(ada)
    debrief = jobs.write_about(pursuit, by=by, kind="debrief", key=uuid4())
    make.ready(documents.save_as_version(debrief, by=by, key=debrief.key))
    letter = make.draft(ada)
    make.ready(documents.save_as_version(letter, by=by, key=letter.key))

    page = reverse("critique:evidence_of", args=[pursuit.ref])

    assert browser.get(page).headers["Location"] == at(version, pursuit)
    assert debrief.title not in read(browser, version, pursuit)


def test_without_a_text_the_page_says_what_to_do() -> None:
    eve = make.person("Eve")
    page = reverse("critique:evidence_of", args=[make.pursuit(eve).ref])

    assert "Upload a text" in sign_in(eve).get(page).content.decode()


def test_a_mentor_ticks_and_the_seeker_reads_who(
    browser: Client, bens: Client, version: Version, pursuit: Pursuit
) -> None:
    page = read(bens, version, pursuit)
    assert "I see it" in page
    assert 'value="weigh"' not in page

    bens.post(at(version, pursuit, "sightings"), {"name": "kafka", "says": "unseen"})

    assert 'value="" aria-pressed="true"' in read(bens, version, pursuit)
    assert "Ben doesn’t see it." in read(browser, version, pursuit)
    newer = make.ready(make.version(version.document, text=evidence.SHOWN))
    assert "Ben didn’t see it in version 1." in read(browser, newer, pursuit)


def test_say_it_here_opens_the_form_with_its_first_words(
    bens: Client, version: Version, pursuit: Pursuit
) -> None:
    page = read(bens, version, pursuit)
    links = re.findall(r'href="([^"]*say=[^"]*)"', page)

    places = [place for link in links for place in re.findall(r"line=\d+|whole=1", link)]
    assert places == ["line=3", "whole=1", "line=2", "line=4"]
    form = bens.get(links[1].replace("&amp;", "&")).content.decode()
    assert "The posting asks for “Wound care”." in form


def test_what_is_nowhere_is_offered_the_line_that_shows_most_of_the_rest(
    ada: User, pursuit: Pursuit
) -> None:
    text = "Ada Okafor\n\nSenior nurse\n\nSkills: Kafka, Terraform\n"
    version = make.ready_version(ada, text=text)
    ben = sign_in(evidence.asked_for(pursuit, version, make.person("Ben")).person)

    page = read(ben, version, pursuit)

    assert "line=3&amp;say=Wound%20care" in page


def test_the_lines_of_the_text_say_what_is_asked_for(
    bens: Client, version: Version, pursuit: Pursuit
) -> None:
    page = bens.get(address(version, "reading"), {"terms": pursuit.ref}).content.decode()

    assert page.count("data-asked=") == 2
    assert 'data-asked="0-16"' in page
    assert "the posting asks for Budget management" in page
    assert "Back to the list" in page


def test_the_reading_page_leads_a_mentor_there(
    bens: Client, version: Version, pursuit: Pursuit
) -> None:
    assert at(version, pursuit) in bens.get(address(version, "reading")).content.decode()


def test_a_posting_that_is_not_hers_to_read_marks_nothing(
    bens: Client, version: Version, ada: User
) -> None:
    other = make.pursuit(ada, posting=evidence.WANTED)

    page = bens.get(address(version, "reading"), {"terms": other.ref}).content.decode()

    assert "data-asked" not in page
    assert bens.get(at(version, other)).status_code == 404


def test_a_mentor_changes_nothing_about_the_terms(
    bens: Client, version: Version, pursuit: Pursuit
) -> None:
    change = {"change": "drop", "text": "Kafka"}

    assert bens.post(at(version, pursuit, "terms"), change).status_code == 404
    assert not pursuit.terms.exists()


def test_whoever_was_taken_back_finds_nothing(
    bens: Client, version: Version, pursuit: Pursuit, seeker: Reader
) -> None:
    assert bens.get(at(version, pursuit)).status_code == 200
    circle.revoke(Invitation.objects.get(round__pursuit=pursuit), by=seeker)

    told = {"name": "kafka", "says": "seen"}
    asked = bens.get(at(version, pursuit)), bens.post(at(version, pursuit, "sightings"), told)
    reading = bens.get(address(version, "reading"))
    assert {answer.status_code for answer in asked} == {reading.status_code}
    assert reading.status_code != 200
    assert not Sighting.objects.exists()


def test_a_stranger_finds_nothing(version: Version, pursuit: Pursuit) -> None:
    eve = sign_in(make.person("Eve"))

    assert eve.get(at(version, pursuit)).status_code == 404
    assert eve.get(reverse("critique:evidence_of", args=[pursuit.ref])).status_code == 404


def test_another_seekers_text_is_not_held_beside_ones_own_posting(version: Version) -> None:
    eve = make.person("Eve")
    make.grant(version.document, to=eve)

    assert sign_in(eve).get(at(version, make.pursuit(eve))).status_code == 404
    assert as_account(eve).owns


def test_nine_terms_cost_what_one_costs(browser: Client, ada: User) -> None:
    def cost(count: int) -> int:
        posting = "Requirements\n" + "".join(f"• Kafka{number}\n" for number in range(count))
        version, pursuit = evidence.answered(ada, posting=posting)
        ben = evidence.mentor_for(pursuit, version)
        for number in range(count):
            actions.say_seen(version, pursuit, by=ben, name=f"kafka{number}", says="seen")
        maps.keep(pursuit, version)
        with CaptureQueriesContext(connection) as queries:
            assert read(browser, version, pursuit).count('class="term-spoken') == count
        return len(queries)

    assert cost(9) == cost(1) <= 12
