"""What the people asked will get is seen before it leaves, word for word, and nothing is lost on the way."""

import html
import re

import pytest
from django.test import Client

from accounts.models import User
from mentorship.circle.asking import Invitee
from mentorship.circle.models import Invitation, Round
from mentorship.documents.models import Document
from mentorship.notifications.models import Event, Letter
from tests.browsing.asking import send
from tests.browsing.browsers import sign_in
from tests.browsing.invitations import letters

pytestmark = pytest.mark.django_db

LINK = re.compile(r"http://localhost:8000/\S+/\S+")
BEN, EVE = Invitee("Ben", "ben@example.org"), Invitee("Eve", "eve@example.org")
TYPED = {"sentence": "Be candid,\nplease & thanks.", "question_2": "Too long?", "minutes": 20}


def filled(page: str) -> dict[str, list[str]]:
    """What the hidden fields of a page hold."""
    fields: dict[str, list[str]] = {}
    for name, value in re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', page):
        fields.setdefault(name, []).append(html.unescape(value))
    return {name: values for name, values in fields.items() if name != "csrfmiddlewaretoken"}


def preview(browser: Client, document: Document, *people: Invitee, **typed: object) -> str:
    """The page that shows what would leave."""
    return send(browser, document, *people, preview="yes", **typed)[1]


def test_it_is_the_very_letter_and_nothing_has_left(resume: Document, ada: User) -> None:
    browser = sign_in(ada)

    page = preview(browser, resume, BEN, EVE, **TYPED)
    nothing = [kind.objects.count() for kind in (Round, Invitation, Event, Letter)]
    browser.post("/rounds/new/", filled(page))

    (left,) = letters("ben@example.org")
    assert nothing == [0, 0, 0, 0]
    assert not User.objects.filter(email="fay@example.org").exists()
    assert words(page) == LINK.sub("(a link for Ben alone)", left).split()
    assert "Eve gets the same" in page
    assert "Send 2 emails" in page


def words(page: str) -> list[str]:
    """Of the letter that a page shows."""
    (shown,) = re.findall(r'class="preview-words" dir="auto">(.*?)</div>', page, re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", " ", shown)).split()


def test_back_everything_typed_is_there_and_no_row_more(resume: Document, ada: User) -> None:
    browser = sign_in(ada)
    page = preview(browser, resume, BEN, EVE, **TYPED, always_by_code="on")

    back = browser.post("/rounds/new/", filled(page) | {"back": "yes"}).content.decode()

    typed = ["please &amp; thanks.", 'value="Too long?"', 'value="ben@example.org"', 'value="Eve"']
    assert [one for one in typed if one not in back] == []
    assert back.count('type="email"') == 3 + 1
    assert re.search(r'<option value="20"\s+selected', back)
    ticked = re.findall(r'type="checkbox" name="(\w+)"[^>]*checked', back)
    assert ticked == ["always_by_code"]  # the two that are ticked to begin with were unticked


def test_what_would_be_refused_is_refused_before(resume: Document, ada: User) -> None:
    browser = sign_in(ada)

    page = preview(browser, resume, EVE, Invitee("Me", ada.email))

    assert "This is your own address." in page
    assert "preview-words" not in page


def test_the_same_preview_sent_twice_asks_once(resume: Document, ada: User) -> None:
    browser = sign_in(ada)
    page = preview(browser, resume, BEN)

    for _press in range(2):
        browser.post("/rounds/new/", filled(page))

    assert Round.objects.count() == 1


def test_gone_back_to_the_form_after_sending_nothing_leaves_unseen(
    resume: Document, ada: User
) -> None:
    browser = sign_in(ada)
    key = "2f1c1f6e-7f5e-4c53-9d1e-7d2a2f1c0a11"
    page = preview(browser, resume, BEN, key=key)
    browser.post("/rounds/new/", filled(page))

    again = preview(browser, resume, BEN, key=key, sentence="Other words.")

    assert "have already left" in again
    assert Round.objects.count() == 1


def more(browser: Client, asked: Round, *people: Invitee, **typed: object) -> str:
    """What the page says on which more people are asked."""
    rows = {f"people-{row}-name": one.name for row, one in enumerate(people)}
    rows |= {f"people-{row}-email": one.email for row, one in enumerate(people)}
    form = {"people-TOTAL_FORMS": len(people), "people-INITIAL_FORMS": 0, **rows, **typed}
    answer = browser.post(f"/rounds/{asked.ref}/people/", form, follow=True)
    return answer.content.decode()


def test_more_people_are_asked_only_after_their_letter_was_seen(
    resume: Document, ada: User
) -> None:
    browser = sign_in(ada)
    send(browser, resume, BEN)
    asked = Round.objects.get()

    page = more(browser, asked, EVE, preview="yes")
    before = asked.invitations.count()
    back = more(browser, asked, EVE, back="yes")
    browser.post(f"/rounds/{asked.ref}/people/", filled(page))

    (left,) = letters("eve@example.org")
    assert before == 1
    assert 'value="eve@example.org"' in back
    assert words(page) == LINK.sub("(a link for Eve alone)", left).split()
    assert asked.invitations.count() == 2


def test_of_who_is_in_the_round_already_there_is_nothing_to_see(
    resume: Document, ada: User
) -> None:
    browser = sign_in(ada)
    send(browser, resume, BEN)

    page = more(browser, Round.objects.get(), BEN, preview="yes")

    assert "They are in this round already." in page


def test_more_people_than_may_be_asked_today_stay_in_the_form(resume: Document, ada: User) -> None:
    browser = sign_in(ada)
    send(browser, resume, BEN)
    twenty = [Invitee(f"Eve {row}", f"eve{row}@example.org") for row in range(20)]

    page = more(browser, Round.objects.get(), *twenty)

    assert "You can invite 20 people a day" in page
    assert 'value="eve19@example.org"' in page
