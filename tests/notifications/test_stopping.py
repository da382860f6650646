"""Letters stop by a link in each of them: without signing in, by one press, by a mail program."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from accounts.models import User
from mentorship.notifications import kinds
from mentorship.notifications.delivery import sweeping
from mentorship.notifications.kinds import Kind
from mentorship.notifications.letters import write_letter
from mentorship.notifications.models import Letter, Notice, Preference
from mentorship.notifications.notices import tell
from mentorship.notifications.topics import Topic
from tests import make
from tests.accounts.tables import dump
from tests.infrastructure.smtp import Sink
from tests.notifications.workers import make_due
from tests.pages.addresses import addresses

pytestmark = pytest.mark.django_db

ONE_CLICK = {"List-Unsubscribe": "One-Click"}
ASKED_FOR = re.compile(r"notifications\.\w+|circle\.(code|fresh_link)")


@pytest.fixture
def replies(untold: set[str]) -> None:
    """Replies are letters that may be stopped."""
    kinds.register(replace(kinds.of("tests.reply"), topic=Topic.REPLIES))


@pytest.fixture
def ben() -> User:
    """Somebody who was invited and never signed up."""
    return make.invited("Ben")


def reply(person: User, thing: str = "thread:1") -> None:
    tell("tests.reply", thing=thing, actor=None, people=[person])
    sweeping.sweep()


def link_in(mail: Sink, person: User) -> str:
    """The path of the link in her newest letter's header."""
    header = mail.to(person.email)[-1].message["List-Unsubscribe"].strip()
    found = re.fullmatch(r"<https?://[^/]+(/unsubscribe/\S+/)>", header)
    assert found, header
    return found[1]


@pytest.fixture
def link(replies: None, mail: Sink, ben: User) -> str:
    """The link in a letter that Ben got."""
    reply(ben)
    return link_in(mail, ben)


def browser() -> Client:
    """A mail program's: no cookie, and CSRF as in production."""
    return Client(enforce_csrf_checks=True)


def test_every_letter_has_the_link_in_header_text_and_html(
    link: str, mail: Sink, ben: User
) -> None:
    letter = mail.to(ben.email)[0].message
    text, html = (letter.get_body((kind,)).get_content() for kind in ("plain", "html"))

    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert letter["Reply-To"] == settings.DEFAULT_FROM_EMAIL
    assert link in text
    assert link in html


@pytest.mark.parametrize("sent_as", ["urlencoded", "multipart"])
def test_one_click_stops_them_at_once(sent_as: str, link: str, mail: Sink, ben: User) -> None:
    body = (
        {"data": "List-Unsubscribe=One-Click", "content_type": "application/x-www-form-urlencoded"}
        if sent_as == "urlencoded"
        else {"data": ONE_CLICK}
    )
    answers = [browser().post(link, **body) for _ in range(2)]
    reply(ben, "thread:2")

    assert [(answer.status_code, answer.headers.get("Location")) for answer in answers] == [
        (200, None),
        (200, None),
    ]
    assert len(mail.to(ben.email)) == 1


def test_what_was_stopped_ends_as_suppressed_and_stays_in_the_page(link: str, ben: User) -> None:
    browser().post(link, ONE_CLICK)

    reply(ben, "thread:2")

    letter = Letter.objects.latest("pk")
    assert (letter.state, letter.reason) == ("suppressed", "stopped by its reader")
    assert letter.ended_at
    assert Notice.objects.filter(channel="page", person=ben).count() == 2


def test_a_letter_on_its_way_is_asked_again_before_it_leaves(
    link: str, mail: Sink, ben: User
) -> None:
    mail.answer(ben.email, "451 4.3.0 later")
    reply(ben, "thread:2")
    letter = Letter.objects.latest("pk")
    browser().post(link, ONE_CLICK)

    sweeping.deliver(make_due(letter).pk)

    letter.refresh_from_db()
    assert (letter.state, len(mail.to(ben.email))) == ("suppressed", 1)


def test_looking_at_the_page_stops_nothing_and_names_nobody(link: str, ben: User) -> None:
    page = browser().get(link)

    assert page.status_code == 200
    assert not Preference.objects.exists()
    assert "Stop these emails" in page.content.decode()
    assert ben.email not in page.content.decode()
    assert ben.name not in page.content.decode()


def test_they_can_start_again(link: str, mail: Sink, ben: User) -> None:
    browser().post(link, ONE_CLICK)

    page = browser().post(link, {"again": "yes"})
    reply(ben, "thread:2")

    assert "We write to you when this happens" in page.content.decode()
    assert len(mail.to(ben.email)) == 2


def test_letters_about_something_else_and_to_others_go_on(link: str, mail: Sink, ben: User) -> None:
    browser().post(link, ONE_CLICK)
    ada = make.person("Ada")

    reply(ada, "thread:2")
    write_letter("notifications.password_changed", address=ben.email, person=ben, context={})
    sweeping.sweep()

    assert len(mail.to(ada.email)) == 1
    last = mail.to(ben.email)[-1].message
    assert (last["Subject"], last["List-Unsubscribe"]) == ("Your password was changed", None)


def test_another_token_is_not_there(link: str, ben: User) -> None:
    _, _, ref, topic, token, _ = link.split("/")
    wrong = [
        f"/unsubscribe/{ref}/{topic}/{token[:-1]}x/",
        f"/unsubscribe/{ref}/invitations/{token}/",
        f"/unsubscribe/{ref}/nothing/{token}/",
        f"/unsubscribe/{make.person('Ada').ref}/{topic}/{token}/",
        f"/unsubscribe/zzzzzzzzzzzz/{topic}/{token}/",
    ]

    assert [browser().post(path, ONE_CLICK).status_code for path in wrong] == [404] * 5
    assert not Preference.objects.exists()


def test_the_token_signs_nobody_in_and_is_not_in_a_dump(link: str) -> None:
    token = link.split("/")[-2]
    stops = browser()

    stops.post(link, ONE_CLICK)

    assert "session" not in stops.cookies
    assert stops.get("/desk/").status_code == 302
    assert token.lower() not in dump()


def test_the_token_opens_nothing_else(link: str) -> None:
    token = link.split("/")[-2]
    others = [one for one in addresses() if "token" in one.parameters]
    ids = {"ref": link.split("/")[2], "token": token, "topic": "replies", "number": 1}

    for address in others:
        if address.name != "notifications:unsubscription":
            assert browser().get(address.path(ids)).status_code in {302, 404}, address.name
    assert others


def letters() -> list[Kind]:
    """The kinds that are told by letter."""
    return [kind for kind in kinds.KINDS.values() if kind.by_letter]


def test_every_kind_can_be_stopped_but_what_its_reader_asked_for() -> None:
    stopped = {kind.name for kind in letters() if kind.topic}
    asked_for = {kind.name for kind in letters() if ASKED_FOR.fullmatch(kind.name)}

    assert stopped | asked_for == {kind.name for kind in letters()}
    assert stopped & asked_for == set()


def test_every_kind_says_how_to_stop_it() -> None:
    templates = Path(settings.BASE_DIR) / "templates"
    for kind in letters():
        for name in ("body.txt", "body.html"):
            body = (templates / kind.folder / name).read_text()
            says = re.search(r"emails/(_stop|_why|news)\.|{{ (unsubscribe|stop) }}", body)
            assert says or not kind.topic, (kind.name, name)


def test_whoever_is_signed_in_chooses_on_a_page(client: Client) -> None:
    ada = make.person("Ada")
    client.force_login(ada)

    client.post("/settings/letters/", {"topics": ["replies", "reviews"]})

    stopped = Preference.objects.never().filter(person=ada).values_list("topic", flat=True)
    assert sorted(stopped) == ["good_news", "invitations", "mentions", "next_steps", "versions"]
    page = client.get("/settings/letters/").content.decode()
    assert len(re.findall(r"<input[^>]* checked", page)) == 2
