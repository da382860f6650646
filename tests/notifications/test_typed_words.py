"""Whatever people call themselves and their documents, a letter says it in our name and leads to us."""

import re
import unicodedata
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.headerregistry import Address
from email.message import EmailMessage

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from accounts.models import User
from mentorship.circle import links as circle_links
from mentorship.circle.models import Colleague, Invitation, Round
from mentorship.documents.models import Document
from mentorship.notifications import links
from mentorship.notifications.delivery import gathering
from mentorship.notifications.delivery.message import FrozenMessage, freezing
from mentorship.notifications.marks import Marks, Ours, Secret
from mentorship.notifications.models import Letter, Notice
from mentorship.toolbox.words.plain import disarmed
from tests import make

pytestmark = pytest.mark.django_db

PIECES = [
    *("=?utf-8?q?Security_=3Cpost=40evil.org=3E?=", "=?utf-8?b?ZXZpbC5vcmc=?=", "=?", "?="),
    *("{{look}}", "{{look:}}", "{{unsubscribe}}", "{{never}}", "{{site:ours}}", "{", "}}"),
    *("https://", "//evil.org", "www.", "evil", "evil.org", "evil．org", "evil。com", ".zip", "."),
    *("192.0.2.1", "mailto:", "me@evil.org", "@", "<b>", "</title>", '<a href="//evil.org">'),
    *('"', "'", ",", ";", ":", "(", ")", "<", ">", "\\", "&#46;", "&period;", "%s"),
    *("\u202e", "\u200b", "\u2066", "\n", "\r\nBcc: ben@evil.org", "Ada", "é", "李", " "),
]
TYPED = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), min_size=1, max_size=9).map("".join)
STORED = TYPED.map(lambda text: "".join(c for c in text if c != "\0" and not is_lone(c))[:80])
MANY = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
# What common mail programs make a link of; on purpose another way to see it than the code's own.
PRESSED = re.compile(
    r"\w+://\S+|\b(?:mailto|tel):\S|www\.\w|\S@[\w-]+\.\w"
    r"|\w\.(?:com|org|net|zip|museum)\b|\d+\.\d+\.\d+\.\d+"
)


def is_lone(sign: str) -> bool:
    """Half a pair, which no database stores."""
    return unicodedata.category(sign) == "Cs"


@pytest.fixture
def ada() -> User:
    """The seeker."""
    return make.person("Ada")


@pytest.fixture
def asked(ada: User) -> Invitation:
    """What she asks of somebody, who may answer by mail."""
    resume = make.ready_version(ada).document
    return make.invitation(resume, make.invited("Ben"), name="Ben", may_answer_by_mail=True)


def rewritten(asked: Invitation, name: str) -> Letter:
    """The invitation as a letter once the seeker calls everything so: herself, him and her text."""
    User.objects.filter(pk=asked.seeker.pk).update(display_name=name)
    Document.objects.update(title=name)
    Invitation.objects.update(name=name)
    Colleague.objects.update(name=name)
    Round.objects.update(sentence=name, questions=[name])
    notices_of = Notice.objects.filter(channel=Notice.Channel.LETTER).select_related("event")
    letter = gathering.write("circle.invitation", notices_of)
    assert letter is not None
    Letter.objects.filter(pk=letter.pk).update(**freezing())
    letter.refresh_from_db()
    return letter


def parsed(letter: Letter) -> EmailMessage:
    """The letter as a mail program reads it."""
    raw = FrozenMessage(letter).message().as_bytes()
    return message_from_bytes(raw, policy=policy.default)


def bodies(message: EmailMessage) -> dict[str, str]:
    """Its text, and what a browser shows of its HTML."""
    found = {}
    for kind in ("plain", "html"):
        part = message.get_body((kind,))
        assert part is not None
        found[kind] = part.get_content()
    return found


def named(letter: Letter, header: str) -> str:
    """Who stands before the address, where encoded words that follow each other are one (RFC 2047, 6.2).

    The parser above puts a space between two of them.
    """
    raw = message_from_bytes(FrozenMessage(letter).message().as_bytes())[header]
    unfolded = "".join(str(raw).splitlines())
    name = str(make_header(decode_header(unfolded))).rpartition(" <")[0]
    return re.sub(r"\\(.)", r"\1", name[1:-1]) if name.startswith('"') else name


def pressed(words: str) -> list[str]:
    """What can be pressed in it, as mail programs fold letters and dots."""
    folded = unicodedata.normalize("NFKC", words).replace("。", ".").replace("｡", ".")
    return PRESSED.findall(re.sub(r"[\u200b\u2060\u00ad]", "", folded))


@MANY
@given(name=STORED)
def test_an_invitation_leads_to_us_alone(asked: Invitation, name: str) -> None:
    letter = rewritten(asked, name)
    message = parsed(letter)

    look = circle_links.mailed(asked, 1)
    stop = circle_links.stop(asked)
    words = bodies(message)
    shown = re.sub(r"<[^>]*>", " ", words["html"])
    hrefs = re.findall(r'href="([^"]*)"', words["html"])
    assert pressed(words["plain"].replace(f"{links.site()} ", " ")) == [look, stop]
    assert pressed(shown.replace(f"{links.site()} ", " ")) == []
    assert hrefs == [look, f"{look}?choice=later", f"{look}?choice=no", stop]


@MANY
@given(name=STORED)
@example(name="_.zip")  # what is no letter may begin a name, too
@example(
    name="evil．org?=evil．org0𐀀𐀀𐀀evil．orgº"
)  # a line of the header ends before its last sign
def test_the_sender_is_us_and_the_headers_hold_plain_words(asked: Invitation, name: str) -> None:
    letter = rewritten(asked, name)
    message = parsed(letter)

    (sender,) = message["From"].addresses
    assert sender.addr_spec == "mentorship@localhost"
    (answers,) = message["Reply-To"].addresses
    assert answers.addr_spec == asked.seeker.email
    for words in (named(letter, "From"), named(letter, "Reply-To"), str(message["Subject"])):
        assert pressed(words) == []
        assert "=?" not in words
        assert all(unicodedata.category(sign) not in {"Cc", "Cf", "Cs"} for sign in words)


@MANY
@given(name=STORED)
def test_a_secret_stands_nowhere_but_where_the_letter_puts_it(asked: Invitation, name: str) -> None:
    letter = rewritten(asked, name)
    message = parsed(letter)

    tokens = {
        url.split("/")[-2] for url in (circle_links.mailed(asked, 1), circle_links.stop(asked))
    }
    for header, value in message.items():
        assert not any(token in value for token in tokens), header
    counts = [bodies(message)["plain"].count(token) for token in tokens]
    assert counts == [1, 1]
    assert not any(token in f"{letter.subject}{letter.text}{letter.html}" for token in tokens)


@given(typed=st.text() | TYPED)
def test_no_text_spells_a_mark_and_ours_is_placed_as_it_is(typed: str) -> None:
    own = Marks()
    link = "https://mentorship.example/a.com/?a=1&b=2"
    context = own.placed({"name": typed, "link": Ours(link), "code": Secret("code")})
    words = f"{context['name']} says: {context['link']} {context['code']}"

    assert own.text(words) == f"{disarmed(typed)} says: {link} {{{{code:{own.nonce}}}}}"


def test_two_copies_of_a_letter_with_such_a_name_are_the_same_bytes(asked: Invitation) -> None:
    letter = rewritten(asked, "Ada =?utf-8?q?x?= {{look}} é evil.com")

    again = Letter.objects.get(pk=letter.pk)

    assert FrozenMessage(letter).message().as_bytes() == FrozenMessage(again).message().as_bytes()


def test_a_letter_from_before_marks_had_a_number_still_leaves_whole(asked: Invitation) -> None:
    letter = rewritten(asked, "Ada")
    Letter.objects.filter(pk=letter.pk).update(
        nonce="",
        text="Look: {{look}}\nStop: {{stop}}\n",
        html='<a href="{{look}}">Look</a>',
        headers={
            "From": '"{{look}} via Mentorship" <mentorship@localhost>',
            "Reply-To": '"{{look}}" <ada@example.org>',
            "List-Unsubscribe": "<{{unsubscribe}}>",
        },
    )

    message = parsed(Letter.objects.get(pk=letter.pk))

    look = circle_links.mailed(asked, 1)
    assert bodies(message)["plain"] == f"Look: {look}\nStop: {circle_links.stop(asked)}\n"
    assert bodies(message)["html"].strip() == f'<a href="{look}">Look</a>'
    assert message["Reply-To"].addresses == (Address("{{look}}", "ada", "example.org"),)
    assert "/unsubscribe/" in message["List-Unsubscribe"]


@pytest.mark.parametrize("name", ["{{look}}", "=?utf-8?q?x?=", "Ada, of Rome", 'Ada "the" <x>'])
def test_a_name_is_read_as_it_was_typed(asked: Invitation, name: str) -> None:
    (sender,) = parsed(rewritten(asked, name))["From"].addresses

    assert sender.display_name == f"{name} via Mentorship".replace("=?", "= ?")
