"""What waits for a seeker, and her documents."""

import re
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from accounts.reader import as_account
from mentorship.circle import actions as circle
from mentorship.circle.asking import Ask, Invitee
from mentorship.circle.visitors.passes import as_visitor
from mentorship.documents import actions
from mentorship.documents.models import Document, Version
from mentorship.jobsearch import actions as jobs
from tests import clock, make
from tests.make import saying

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> User:
    return make.person("Ada")


@pytest.fixture
def desk(ada: User) -> Client:
    client = Client()
    client.force_login(ada)
    return client


def blue(client: Client) -> list[str]:
    """The words on the primary buttons of the desk."""
    page = client.get("/desk/").content.decode()
    return re.findall(r'class="button" href="[^"]*">([^<]*)</a>', page)


def waiting(client: Client) -> list[str]:
    """Titles of what waits."""
    return [document.title for document in client.get("/desk/").context["waiting"]]


def test_an_empty_desk_says_how_to_begin(desk: Client) -> None:
    page = desk.get("/desk/").content.decode()

    assert "Begin with your résumé" in page
    assert 'href="/documents/new/"' in page
    assert 'href="/documents/write/"' in page
    assert "What waits for you" not in page


def test_what_is_ready_waits_for_nobody(desk: Client, ada: User) -> None:
    make.ready_version(ada, title="Programmer")

    page = desk.get("/desk/").content.decode()

    assert waiting(desk) == []
    assert "Programmer" in page


def test_what_is_prepared_or_was_refused_waits(desk: Client, ada: User) -> None:
    make.document(ada, title="On its way")
    refused = make.document(ada, title="Refused")
    refused.versions.update(state="refused", refusal={"code": "password", "facts": {}})

    page = desk.get("/desk/").content.decode()

    assert set(waiting(desk)) == {"On its way", "Refused"}
    assert "asks for a password" in page


def test_only_the_latest_version_counts(desk: Client, ada: User) -> None:
    document = make.document(ada)
    document.versions.update(state=Version.State.REFUSED)

    make.ready(make.version(document))

    assert waiting(desk) == []


def test_a_text_waits_until_it_is_saved_as_a_version(desk: Client, ada: User) -> None:
    draft, by = make.draft(ada, title="Dear Sam"), as_account(ada)
    begun = waiting(desk)

    make.ready(actions.save_as_version(draft, by=by, key=draft.key))
    saved = waiting(desk)
    clock.later()
    actions.save_draft(draft, by=by, text="Dear Sam, once more", revision=1)
    written_on = waiting(desk)

    assert (begun, saved, written_on) == (["Dear Sam"], [], ["Dear Sam"])


def test_a_letter_to_an_employer_waits_until_it_is_sent(desk: Client, ada: User) -> None:
    letter = make.to_employer(make.pursuit(ada))
    page = desk.get("/desk/").content.decode()

    jobs.say_letter_left(letter, by=as_account(ada))

    assert f"“{letter.document.title}” is not sent yet." in page
    assert "isn’t a version yet" not in page
    assert waiting(desk) == []


def test_others_documents_are_not_on_my_desk(desk: Client) -> None:
    make.draft(make.person("Ben"), title="Of Ben")

    assert "Of Ben" not in desk.get("/desk/").content.decode()
    assert Document.objects.count() == 1


def test_the_desk_costs_the_same_for_one_for_nine_and_for_many(desk: Client, ada: User) -> None:
    costs = []
    for more in (1, 8, 40):
        for _ in range(more):
            make.draft(ada)
            make.document(ada)
        with CaptureQueriesContext(connection) as queries:
            desk.get("/desk/")
        costs.append(len(queries))

    assert costs[0] == costs[1] == costs[2]


def test_a_long_desk_leads_to_the_whole_list(desk: Client, ada: User) -> None:
    for _ in range(9):
        make.draft(ada)

    assert "All documents" in desk.get("/desk/").content.decode()


def test_the_one_blue_button_is_what_comes_next(desk: Client, ada: User) -> None:
    began = blue(desk)
    version = make.ready_version(ada)
    uploaded = blue(desk)
    people = [Invitee(name, make.invited(name).email) for name in ("Ben", "Eve")]
    by = as_account(ada)
    asked_in = circle.ask([version.document], by=by, people=people, ask=Ask(), key=uuid4())
    ben, eve = asked_in.invitations.order_by("pk")
    asked = blue(desk)
    saying.point(version, as_visitor(ben))
    one_answered = blue(desk)
    circle.decline(eve, by=as_visitor(eve))
    all_answered = blue(desk)
    desk.get(f"/rounds/{asked_in.ref}/letter/")

    assert (began, uploaded) == (["Upload your résumé"], ["Ask for critique"])
    assert (asked, one_answered) == ([], ["Work through it"])
    assert all_answered == ["Read it as one letter"]
    assert blue(desk) == ["Work through it"]


def test_what_stops_her_comes_before_asking(desk: Client, ada: User) -> None:
    make.ready_version(ada)
    make.draft(ada)
    writing = blue(desk)
    clock.later()
    make.document(ada).versions.update(state="refused", refusal={"code": "password", "facts": {}})

    assert (writing, blue(desk)) == (["Continue writing"], ["Upload another file"])


def test_whoever_is_asked_has_one_blue_button_too(desk: Client, ada: User) -> None:
    make.invitation(make.ready_version(make.person("Mia")).document, ada)

    assert blue(desk) == ["Have a look"]
