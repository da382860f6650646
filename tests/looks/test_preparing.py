"""What a seeker covers, and what she reads of her readers."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle.models import Invitation
from mentorship.documents import actions as documents
from mentorship.documents.models import Version
from mentorship.looks import actions, pictures, results
from mentorship.looks.models import Look, LookLink, Showing
from mentorship.toolbox.questions.in_step import ask_all
from mentorship.toolbox.refused import Refused
from tests import make
from tests.browsing.browsers import signed_in, visit
from tests.make.looks import answered, at, followed
from tests.make.looks import showing as shown

pytestmark = pytest.mark.django_db


def preparation(version: Version) -> str:
    """Where page one of this version is prepared."""
    return reverse("looks:preparation", args=[version.document.ref, version.number])


def test_lines_that_tell_how_to_reach_her_are_covered_at_first(version: Version, ada: User) -> None:
    page = signed_in(ada).get(preparation(version)).content.decode()

    assert 'name="lines" value="2" checked' in page
    assert page.count(" checked") == 2  # and that the look is offered
    assert Showing.objects.count() == 0


def test_what_she_ticks_and_draws_is_kept(version: Version, ada: User) -> None:
    browser = signed_in(ada)
    pursuit = make.pursuit(ada, "Analyst", employer="Siemens")
    sent = {"lines": ["1", "2", "x"], "drawn": ["0.1,0.1,0.3,0.2", "0.5,0.5,0.1,0.9", "1,2"]}

    answer = browser.post(preparation(version), {**sent, "target": "", "pursuit": pursuit.ref})

    assert answer.status_code == 302
    kept = Showing.objects.get()
    assert (kept.lines, kept.drawn) == ([1, 2], [[0.1, 0.1, 0.3, 0.2]])
    assert (kept.job, kept.is_offered) == ("Analyst", False)
    page = browser.get(preparation(version)).content.decode()
    assert 'name="drawn" value="0.1,0.1,0.3,0.2" checked' in page
    assert "Analyst, Siemens" in page
    assert len(pictures.boxes(kept, pictures.first_page(kept))) == 3


def test_a_form_with_an_error_keeps_what_was_ticked(version: Version, ada: User) -> None:
    sent = {"lines": ["1"], "target": "long " * 99}

    answer = signed_in(ada).post(preparation(version), sent)

    assert answer.status_code == 422
    assert 'name="lines" value="1" checked' in answer.content.decode()


def test_only_its_owner_prepares_it_and_only_once_it_is_there(version: Version, ada: User) -> None:
    with pytest.raises(Refused, match="not-found"):
        shown_by(version, as_account(make.person("Eve")))
    with pytest.raises(Refused, match="not-ready"):
        shown_by(make.version(version.document), as_account(ada))


def shown_by(version: Version, by: Reader) -> Showing:
    """Prepared by somebody, with nothing covered."""
    return actions.prepare(
        version, by=by, lines=[], drawn=[], target="", pursuit=None, is_offered=True
    )


def test_readers_see_the_old_version_until_the_next_is_prepared(
    showing: Showing, link: LookLink, ada: User
) -> None:
    document = showing.version.document
    second = make.ready(make.version(document, text="Ada, cook\n"))
    browser = signed_in(ada)
    where = reverse("looks:looks", args=[document.ref])
    before = browser.get(where).content.decode()

    shown(second, target="Cook")

    assert "Readers still see version 1" in before
    assert "Readers still see" not in browser.get(where).content.decode()
    assert answered(followed(link), link.ref).showing.version == second


def test_versions_stand_side_by_side_with_what_each_left(
    ben: Client, invitation: Invitation, link: LookLink, ada: User
) -> None:
    document = link.document
    answered(ben, invitation.ref, job="Data analyst", strongest="First program", stopped="No dates")
    answered(followed(link), link.ref, job="Poet")
    shown(make.ready(make.version(document, text="Ada, cook\n")), target="Cook")
    ben.post(at("look", invitation.ref), {"pace": "2"})

    second, first = ask_all(results.of(document, by=as_account(ada)))

    assert first.named == "1 of 2 readers named the target job"
    assert [one.name for one in first.readings] == ["Ben", "By your link for Sam’s team"]
    assert first.points == [("Ben", "First program")]
    assert first.stops == [("Ben", "No dates")]
    assert (second.named, second.waiting) == ("", "1 look was begun and not answered")


def test_her_own_word_on_the_job_counts(link: LookLink, ada: User) -> None:
    look = answered(followed(link), link.ref, job="Number cruncher")
    naming = reverse("looks:naming", args=[look.ref])
    browser = signed_in(ada)
    said = []
    for typed in ({}, {"named": "yes"}, {}):
        said.append(ask_all(results.of(link.document, by=as_account(ada)))[0].named[:1])
        browser.post(naming, typed)

    assert said == ["0", "0", "1"]
    assert signed_in(make.person("Eve")).post(naming).status_code == 404


def test_without_a_job_nothing_is_counted(showing: Showing, link: LookLink, ada: User) -> None:
    shown(showing.version)
    answered(followed(link), link.ref)

    assert ask_all(results.of(link.document, by=as_account(ada)))[0].named == ""


@pytest.mark.parametrize(
    ("pace", "time"),
    [
        ("1", ""),
        ("2", "looked for 20 seconds"),
        ("0", "looked for as long as wanted"),
        ("text", "read the text instead of the picture"),
    ],
)
def test_another_measure_of_time_is_said(
    ben: Client, invitation: Invitation, ada: User, pace: str, time: str
) -> None:
    ben.post(at("look", invitation.ref), {"pace": pace})
    answered(ben, invitation.ref)

    document = invitation.round.documents.get()
    assert ask_all(results.of(document, by=as_account(ada)))[0].readings[0].time == time


def test_what_came_by_a_link_she_passed_on_is_apart(
    ben: Client, invitation: Invitation, ada: User
) -> None:
    given = invitation.round.documents.get().grants.get(source_id=invitation.pk)
    friend = visit(make.passed_on_pass(given))
    answered(ben, invitation.ref, job="Analyst")
    answered(friend, invitation.ref, job="Poet")

    found = ask_all(results.of(given.document, by=as_account(ada)))[0]

    assert [one.name for one in found.readings] == ["Ben", "Ben, by a link you passed on"]
    assert [one.look.job for one in found.readings] == ["Analyst", "Poet"]


def test_looks_go_with_their_document(link: LookLink, ada: User) -> None:
    answered(followed(link), link.ref)

    documents.delete(link.document, by=as_account(ada))

    assert not Look.objects.exists()
    assert not LookLink.objects.exists()
