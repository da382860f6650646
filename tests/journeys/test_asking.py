"""Asking somebody: the letter, the cover page, one press, the text; and taking it back."""

import re
from email.message import EmailMessage

import pytest
from playwright.sync_api import Page, Response, expect

from tests.infrastructure.pages import LOOKS, Axe, Windows
from tests.infrastructure.service import Service
from tests.infrastructure.settled import assert_fits, settled
from tests.journeys.steps.asking import fill_people, open_options, send_letters
from tests.journeys.steps.files import docx, pdf
from tests.journeys.steps.people import code_for, sign_up_by_forms, unique
from tests.journeys.steps.uploading import upload

pytestmark = pytest.mark.journey

PHONE = {"viewport": {"width": 320, "height": 640}, "is_mobile": True, "has_touch": True}
LINK = re.compile(r"http\S+/i/\S+")
HREF = re.compile(r'href="(http[^"]+/i/[^"]+)"')
COVER_BYTES = 150_000


@pytest.fixture
def ada(page: Page, service: Service) -> Page:
    """Ada's window: she has signed up and uploaded her résumé and a letter."""
    sign_up_by_forms(page, service, unique("ada"))
    upload(page, pdf(), docx())
    expect(page.get_by_text("Ready to read")).to_have_count(2)
    return page


def ask(page: Page, *addresses: str, first: str = "Ben Okri", code: bool = False) -> None:
    """From the document's page to the letters: who, what, by when."""
    page.goto("/documents/")
    page.get_by_role("link", name="Ada resume", exact=True).click()
    page.get_by_role("link", name="Ask for critique").click()
    names = [first, *(f"Mentor {row}" for row in range(1, len(addresses)))]
    fill_people(page, dict(zip(names, addresses, strict=True)))
    page.get_by_label("Your own words to them").fill("You read so many of these. Be candid.")
    page.get_by_label("First question").fill("Is the first page too crowded?")
    open_options(page)
    page.get_by_label("By when?").fill("2027-01-08")
    page.get_by_label("Always ask for a code").set_checked(code)
    send_letters(page)


def words(letter: EmailMessage, kind: str = "plain") -> str:
    """The letter's words, as text or as HTML."""
    body = letter.get_body((kind,))
    assert body
    return str(body.get_content()).replace("\r\n", "\n")


def links(service: Service, address: str) -> list[str]:
    """Of the letter: have a look, later, not this time, no more from her."""
    assert service.sink
    return HREF.findall(words(service.sink.wait_for(address, subject="opinion").message, "html"))


def test_ada_asks_and_ben_reads_on_his_phone(ada: Page, people: Windows, service: Service) -> None:
    ben = unique("ben")
    ask(ada, ben)
    asked_at = ada.url

    phone = people.open(**PHONE)
    phone.goto(links(service, ben)[0])
    expect(phone).to_have_url(re.compile(r"/invitations/[a-z0-9]+/$"))
    expect(phone.get_by_text("Is the first page too crowded?")).to_be_visible()
    phone.get_by_role("button", name="Continue as Ben Okri").tap()

    expect(phone.get_by_text("Operations lead with nine years in").first).to_be_visible()
    ada.goto(asked_at)
    expect(ada.get_by_text("Opened", exact=True)).to_be_visible()

    ada.get_by_role("link", name="Withdraw").click()
    ada.get_by_role("dialog").get_by_role("button", name="Withdraw it").click()
    expect(ada.get_by_text("Ben Okri can no longer read this.")).to_be_visible()
    read_at = phone.url
    assert phone.request.get(read_at, max_redirects=0).status == 302
    told = service.sink.wait_for(ben, subject="no longer needs") if service.sink else None
    assert told
    assert "Ada Okafor has withdrawn" in words(told.message)


def test_the_letter_is_a_letter(ada: Page, service: Service) -> None:
    ben = unique("ben")
    ask(ada, ben)
    assert service.sink

    letter = service.sink.wait_for(ben, subject="opinion").message

    assert letter["From"].startswith("Ada Okafor via Mentorship <")
    about = "Ada Okafor asks for your opinion on a résumé, by Friday, 8 January"
    assert letter["Subject"].lstrip() == about  # a long one begins on a line of its own
    text = words(letter)
    assert text.startswith("Hello Ben Okri,\n\nYou read so many of these. Be candid.\n")
    assert "1. Is the first page too crowded?" in text
    assert len(LINK.findall(text)) == 2  # have a look, no more from her
    assert "{{" not in text + words(letter, "html")
    assert re.findall(r"<(?:img|script|link)", words(letter, "html")) == []


def test_the_cover_page_needs_no_script_and_weighs_little(
    ada: Page, people: Windows, service: Service
) -> None:
    ben = unique("ben")
    ask(ada, ben)
    plain = people.open(**PHONE, java_script_enabled=False)
    answers: list[Response] = []

    def keep(answer: Response) -> None:
        answers.append(answer)

    plain.on("response", keep)

    plain.goto(links(service, ben)[0], wait_until="networkidle")
    weight = sum(len(answer.body()) for answer in answers if answer.ok)
    plain.get_by_role("button", name="Continue as Ben Okri").tap()

    assert weight < COVER_BYTES
    expect(plain.get_by_text("Operations lead with nine years in").first).to_be_visible()


def test_not_this_time_without_script(ada: Page, people: Windows, service: Service) -> None:
    ben = unique("ben")
    ask(ada, ben)
    plain = people.open(java_script_enabled=False)

    plain.goto(links(service, ben)[2])
    plain.get_by_role("button", name="Not this time").click()

    expect(plain.get_by_text("Thank you for saying so.")).to_be_visible()
    ada.reload()
    expect(ada.get_by_text("Not this time")).to_be_visible()


def test_later_is_one_press(ada: Page, people: Windows, service: Service) -> None:
    ben = unique("ben")
    ask(ada, ben)
    mentor = people.open()

    mentor.goto(links(service, ben)[1])
    mentor.get_by_role("button", name=re.compile("^Saturday")).first.click()

    expect(mentor.get_by_text("Later it is.")).to_be_visible()
    ada.reload()
    expect(ada.get_by_text("Later", exact=True)).to_be_visible()


def test_by_code_alone(ada: Page, people: Windows, service: Service) -> None:
    ben = unique("ben")
    ask(ada, ben, code=True)
    mentor = people.open()

    mentor.goto(links(service, ben)[0])
    mentor.get_by_role("button", name="Continue as Ben Okri").click()
    mentor.get_by_label("Code").fill(code_for(service, ben))
    mentor.get_by_role("button", name="Continue").click()

    expect(mentor.get_by_text("Operations lead with nine years in").first).to_be_visible()


def test_by_keyboard_alone(ada: Page, people: Windows, service: Service) -> None:
    ben = unique("ben")
    ask(ada, ben)
    mentor = people.open()
    mentor.goto(links(service, ben)[0])
    button = mentor.get_by_role("button", name="Continue as Ben Okri")

    settled(mentor)
    for _ in range(8):
        mentor.keyboard.press("Tab")
        if button.evaluate("(element) => element === document.activeElement"):
            break
    mentor.keyboard.press("Enter")

    expect(mentor.get_by_text("Operations lead with nine years in").first).to_be_visible()


def test_one_more_person_with_script(ada: Page, service: Service) -> None:
    addresses = {f"Mentor {number}": unique(f"mentor{number}") for number in range(3)}
    ada.goto("/rounds/new/")
    expect(ada.get_by_label("Email address")).to_have_count(1)

    fill_people(ada, addresses)
    ada.get_by_label("Ada resume").check()
    ada.get_by_label("Letter harbour").check()
    send_letters(ada)

    expect(ada.get_by_role("heading", name="The people you asked")).to_be_visible()
    assert len(links(service, addresses["Mentor 2"])) == 4


def test_the_ask_form_shows_nine_controls_and_an_example_is_one_press(
    page: Page, service: Service
) -> None:
    sign_up_by_forms(page, service, unique("ada"))
    upload(page, pdf())
    expect(page.locator("#line-1")).to_be_attached()
    page.goto("/rounds/new/")

    shown = page.locator("form.ask").locator("input, textarea, select, button, summary, a[href]")
    assert len([one for one in shown.all() if one.is_visible()]) <= 9

    page.get_by_text("More questions, and examples").click()
    page.get_by_role("button", name="Which line would you cut first?").click()
    first = page.get_by_label("First question")
    expect(first).to_have_value("Which line would you cut first?")
    expect(first).to_be_focused()
    page.get_by_role("button", name="What would make you stop reading?").click()
    expect(page.get_by_label("Second question")).to_have_value("What would make you stop reading?")


def test_every_page_is_accessible_and_fits(
    ada: Page, people: Windows, service: Service, axe: Axe
) -> None:
    ben = unique("ben-of-a-very-long-address-that-has-to-wrap-somewhere")
    ask(ada, ben)
    letter = links(service, ben)
    hers = [ada.url.removeprefix(service.base_url)]
    for name in ("Copy a link", "Withdraw"):
        found = ada.get_by_role("link", name=name).get_attribute("href")
        assert found
        hers.append(found)
    nowhere = [f"/invitations/zzzzzzzzzzzz/{page}" for page in ("", "code/", "fresh-link/")]
    state = ada.context.storage_state()

    for width, scheme in LOOKS:
        look = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
        hold(people.open(**look, storage_state=state), axe, hers)
        hold(people.open(**look), axe, [*letter, *nowhere])


def hold(page: Page, axe: Axe, paths: list[str]) -> None:
    """Each page passes axe and fits the width of the window."""
    for path in paths:
        page.goto(path)
        axe(page)
        assert_fits(page)
