"""The pages about jobs: the board, the list, one job, its forms."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from mentorship.jobsearch import board, tasks
from mentorship.jobsearch.lengths import MAX_POSTING
from mentorship.jobsearch.models import PostingFile, Pursuit, Sending
from tests import clock, make
from tests.browsing.browsers import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(ada: User) -> Client:
    """Her browser."""
    return sign_in(ada)


def at(name: str, pursuit: Pursuit) -> str:
    """The address of a page about it."""
    return reverse(f"jobsearch:{name}", args=[pursuit.ref])


def typed(**more: object) -> dict[str, object]:
    """The form about a job as a browser sends it."""
    return {"role": "Data analyst", "employer": "Acme", "posting": "Tea.", "key": uuid4(), **more}


def test_a_job_is_added_once_however_often_it_is_pressed(browser: Client) -> None:
    form = typed(link="example.org/job", next_on="2026-11-30")

    for _press in range(2):
        page = browser.post(reverse("jobsearch:new"), form, follow=True)

    made = Pursuit.objects.get()
    assert (made.link, made.next_on) == ("https://example.org/job", date(2026, 11, 30))
    assert "Tea." in page.content.decode()


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("role", " ", "Write what the job is called."),
        ("link", "javascript:alert(1)", "Give a link that begins with https."),
        ("link", "ftp://example.org/a", "Give a link that begins with https."),
        ("posting", "a" * (MAX_POSTING + 2), "2 characters too many."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(
    browser: Client, field: str, value: str, told: str
) -> None:
    answer = browser.post(reverse("jobsearch:new"), typed(**{field: value}))

    assert (answer.status_code, Pursuit.objects.exists()) == (422, False)
    assert told in answer.content.decode()
    assert 'value="Acme"' in answer.content.decode()


def test_a_file_is_read_while_the_page_says_so(browser: Client) -> None:
    file = SimpleUploadedFile("advert.txt", b"We make tea.\n")
    page = browser.post(reverse("jobsearch:new"), typed(posting="", file=file), follow=True)
    made = Pursuit.objects.get()
    assert "The words of “advert.txt” will stand here" in page.content.decode()
    assert browser.get(at("posting", made), {"since": "preparing"}).status_code == 204

    tasks.read_next()

    assert "We make tea." in browser.get(at("posting", made)).content.decode()


def test_a_file_that_waits_for_us_is_told_so(browser: Client, pursuit: Pursuit) -> None:
    make.posting_file(pursuit)
    PostingFile.objects.update(trouble="no-room")

    page = browser.get(at("posting", pursuit), {"since": "preparing"}).content.decode()

    assert "Waiting for us" in page
    assert "there is no room left on our disk" in page
    assert "paste the text of the posting" in page
    assert browser.get(at("posting", pursuit), {"since": "trouble-no-room"}).status_code == 204


def test_a_file_that_takes_long_is_told_so(browser: Client, pursuit: Pursuit) -> None:
    make.posting_file(pursuit)
    clock.later(60)

    page = browser.get(at("posting", pursuit), {"since": "preparing"}).content.decode()

    assert "takes longer than usual" in page
    assert "Next we" not in page


def test_a_file_that_was_refused_says_until_when_it_is_kept(
    browser: Client, pursuit: Pursuit
) -> None:
    make.posting_file(pursuit)
    PostingFile.objects.update(
        state="refused", refusal={"code": "damaged"}, refused_at=timezone.now()
    )

    assert (
        "The file you uploaded stays here until"
        in browser.get(at("pursuit", pursuit)).content.decode()
    )


def test_a_file_that_is_none_begins_nothing(browser: Client) -> None:
    file = SimpleUploadedFile("advert.pdf", b"")

    answer = browser.post(reverse("jobsearch:new"), typed(file=file))

    assert (answer.status_code, Pursuit.objects.exists()) == (422, False)
    assert "This file is empty." in answer.content.decode()


def test_what_could_not_be_read_says_why_and_is_tried_again(
    browser: Client, pursuit: Pursuit
) -> None:
    make.posting_file(pursuit)
    PostingFile.objects.update(state="refused", refusal={"code": "no-words"})
    assert (
        "There are no words in this file"
        in browser.get(pursuit.get_absolute_url()).content.decode()
    )

    page = browser.post(at("reading", pursuit), follow=True)

    assert "Being read" in page.content.decode()


def test_a_form_of_an_older_page_shows_both_texts(browser: Client, pursuit: Pursuit) -> None:
    here = at("description", pursuit)
    browser.post(here, typed(posting="First.", revision=0))

    answer = browser.post(here, typed(posting="Second.", revision=0))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "This was changed in another window." in page
    assert {"First.", "Second."} <= set(re.findall(r">\s*(First\.|Second\.)<", page))
    again = re.search(r'name="revision" value="(\d+)"', page)
    assert again
    browser.post(here, typed(posting="Second.", revision=again[1]))
    assert Pursuit.objects.get().posting == "Second."


def test_the_board_moves_a_job_and_comes_back_to_it(browser: Client, pursuit: Pursuit) -> None:
    answer = browser.post(at("stage", pursuit), {"stage": "applied", "board": "yes"})

    assert answer["Location"] == f"/pursuits/#{pursuit.ref}"
    (card,) = re.findall(
        r'id="stage-(\w+)"(?:(?!id="stage-).)*board-card"', _board(browser), re.DOTALL
    )
    assert card == "applied"


def _board(browser: Client) -> str:
    return browser.get(reverse("jobsearch:pursuits")).content.decode()


def test_what_is_late_and_what_is_of_today_says_so(browser: Client, ada: User) -> None:
    make.pursuit(ada, next_step="Ring Jo", next_on=date(2026, 11, 23))
    make.pursuit(ada, next_step="Write", next_on=date(2026, 11, 24), stage="applied")
    make.pursuit(ada, next_step="Over", next_on=date(2026, 11, 1), stage="ended")
    make.pursuit(ada, "Soon", deadline=date(2026, 12, 1))

    page = " ".join(re.sub(r"<[^>]+>", " ", _board(browser)).split())

    assert "Late Monday, 23 November: Ring Jo" in page
    assert "Today Tuesday, 24 November: Write" in page
    assert "Apply by Tuesday, 1 December" in page
    assert "Over" not in page


def test_a_full_stage_shows_the_nearest_and_leads_to_the_rest(browser: Client, ada: User) -> None:
    for number in range(board.SHOWN + 2):
        make.pursuit(ada, f"Job {number}")

    page = _board(browser)

    assert page.count('class="board-card"') == board.SHOWN
    assert '/pursuits/all/?stage=interested">2 more</a>' in page


def test_the_list_is_of_one_stage_or_of_all(browser: Client, ada: User) -> None:
    make.pursuit(ada, "Baker")
    make.pursuit(ada, "Miller", stage="offer")

    def roles(query: str) -> list[str]:
        page = browser.get(reverse("jobsearch:all") + query).content.decode()
        return re.findall(r">(Baker|Miller)</a>", page)

    assert roles("?stage=offer") == ["Miller"]
    assert sorted(roles("")) == sorted(roles("?stage=none")) == ["Baker", "Miller"]


def test_a_version_is_noted_as_sent_and_copied_by_one_form(
    browser: Client, pursuit: Pursuit, ada: User
) -> None:
    version = make.ready_version(ada, title="Résumé")
    form = {"version": version.pk, "key": uuid4()}

    page = browser.post(at("sendings", pursuit), form, follow=True).content.decode()
    assert "Résumé, version 1" in page
    removal = reverse("jobsearch:sending_removal", args=[pursuit.ref, Sending.objects.get().pk])
    browser.post(removal)
    assert not Sending.objects.exists()
    copied = browser.post(at("copies", pursuit), form, follow=True).content.decode()

    assert "Résumé – Acme" in copied
    assert "is a document of its own now" in copied


def test_a_copy_shows_what_differs_from_what_it_was_made_from(
    browser: Client, pursuit: Pursuit, ada: User
) -> None:
    copy = make.tailored(pursuit, make.ready_version(ada))
    here = reverse("jobsearch:origin", args=[copy.ref])
    assert "still being prepared" in browser.get(here).content.decode()
    make.ready(copy.versions.get())
    assert "The words are still the same." in browser.get(here).content.decode()

    make.ready(make.version(copy, text=make.THREE_LINES))

    assert "<ins>" in browser.get(here).content.decode()


def test_a_version_that_is_not_hers_is_none_to_choose(browser: Client, pursuit: Pursuit) -> None:
    bens = make.ready_version(make.person("Ben"))

    answer = browser.post(at("sendings", pursuit), {"version": bens.pk, "key": uuid4()})

    assert (answer.status_code, Sending.objects.exists()) == (422, False)


def test_a_next_step_is_planned(browser: Client, pursuit: Pursuit) -> None:
    form = {"next_step": "Ring Jo", "next_on": "2026-11-26"}

    page = browser.post(at("next_step", pursuit), form, follow=True).content.decode()

    assert "Thursday, 26 November: Ring Jo" in page


def test_a_job_is_deleted_once_it_was_asked(browser: Client, pursuit: Pursuit) -> None:
    assert "This cannot be undone." in browser.get(at("deletion", pursuit)).content.decode()

    page = browser.post(at("deletion", pursuit), follow=True).content.decode()

    assert "“Data analyst” is deleted." in page
    assert not Pursuit.objects.exists()


@pytest.mark.parametrize(
    ("count", "told"),
    [(1, "For “Data analyst” you planned this: Ring"), (2, "The next steps of 2 jobs are due.")],
)
def test_the_desk_has_one_row_for_what_is_due(
    browser: Client, ada: User, count: int, told: str
) -> None:
    for _ in range(count):
        make.pursuit(ada, next_step="Ring", next_on=date(2026, 11, 24))
    make.pursuit(ada, "Later", next_step="Wait", next_on=date(2026, 11, 25))

    page = browser.get(reverse("home:desk")).content.decode()

    assert told in page
    assert "Wait" not in page


def test_how_it_ended_is_said_in_two_presses(browser: Client, pursuit: Pursuit) -> None:
    assert "It is over" in browser.get(pursuit.get_absolute_url()).content.decode()

    page = browser.post(at("outcome", pursuit), {"outcome": "no"}, follow=True).content.decode()
    board_page = browser.get(reverse("jobsearch:pursuits")).content.decode()
    refused = browser.post(at("outcome", pursuit), {"outcome": "maybe"}, follow=True)

    assert "<b>They said no</b>, on " in page
    assert "It ended otherwise" in page
    assert "They said no" in board_page
    assert refused.status_code == 200
    assert Pursuit.objects.get().outcome == "no"


def test_what_was_moved_to_the_end_is_asked_about(browser: Client, pursuit: Pursuit) -> None:
    page = browser.post(at("stage", pursuit), {"stage": "ended"}, follow=True).content.decode()

    assert "How did it end?" in page
    assert '<details class="move" open>' in page
