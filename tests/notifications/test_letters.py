"""Every kind of letter is whole, and no text a person gives can reach a header."""

from email import message_from_bytes, policy
from pathlib import Path

import pytest
from allauth.core.internal.cryptokit import compare_user_code
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from mentorship.notifications import codes, kinds
from mentorship.notifications.delivery.message import FrozenMessage
from mentorship.notifications.letters import write_letter
from mentorship.notifications.marks import Secret
from mentorship.notifications.models import Letter
from mentorship.toolbox import tokens
from mentorship.toolbox.words.plain import one_line
from tests.notifications import every_letter

HEADERS = ["Content-Type", "MIME-Version", "Subject", "From", "To", "Message-ID", "Date"]
NASTY = st.text() | st.text(alphabet="\r\n\0\u202e\u2028 :aB\ud83d")
LETTERS = {name for name, kind in kinds.KINDS.items() if kind.by_letter}
KINDS = sorted(name for name in LETTERS if not name.startswith("tests."))


def frozen(subject: str, text: str = "Hello\n") -> FrozenMessage:
    """The e-mail of a letter with this subject and text."""
    letter = Letter(
        kind="notifications.password_changed",
        address="ada@example.org",
        subject=subject,
        text=text,
        html="<p>Hello</p>",
        headers={"From": "letters@mentorship.example"},
        message_id="<one@mentorship.example>",
        dated_at=timezone.now(),
    )
    return FrozenMessage(letter)


@given(NASTY)
def test_a_subject_stays_one_header(text: str) -> None:
    subject = one_line(text)

    message = message_from_bytes(frozen(subject).message().as_bytes(), policy=policy.default)

    assert message.keys() == HEADERS
    assert message["To"] == "ada@example.org"
    assert len(subject) <= 250


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_the_same_letter_is_the_same_bytes(text: str) -> None:
    letter = frozen("Hello", text)

    assert letter.message().as_bytes() == letter.message().as_bytes()


def test_a_plain_subject_comes_through_as_it_is() -> None:
    subject = "Ada’s résumé: “Programmer” — 新しい"

    message = message_from_bytes(
        frozen(one_line(subject)).message().as_bytes(), policy=policy.default
    )

    assert message["Subject"].strip() == subject  # a long one begins on a line of its own


@pytest.mark.parametrize("address", ["ada@example.org\nBcc: ben@example.org", "ada", "", "@"])
@pytest.mark.django_db
def test_what_is_no_address_gets_no_letter(address: str) -> None:
    with pytest.raises(ValidationError):
        write_letter("notifications.password_changed", address=address, person=None, context={})


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_has_its_three_templates(name: str) -> None:
    folder = Path(settings.BASE_DIR) / "templates" / kinds.of(name).folder

    assert sorted(path.name for path in folder.iterdir()) == [
        "body.html",
        "body.txt",
        "subject.txt",
    ]


@pytest.mark.parametrize("name", [name for name in KINDS if name.startswith("notifications.")])
@pytest.mark.django_db
def test_every_letter_says_why_it_came_and_where_from(name: str) -> None:
    context = {"code": Secret("code"), "from_email": "a@x.org", "to_email": "b@x.org"}

    letter = write_letter(name, address="ada@example.org", person=None, context=context)

    assert "You get this because" in letter.text
    assert "http://localhost:8000" in letter.text
    assert "{{" not in letter.subject
    assert "&" not in letter.text
    assert letter.html.startswith("<!DOCTYPE html>")


@pytest.mark.django_db
def test_no_subject_holds_a_title_or_what_somebody_wrote() -> None:
    letters = every_letter.written(title="Zymurgy")

    typed = ("Zymurgy", *every_letter.SAID)
    assert {one.kind for one in letters if any(words in one.subject for words in typed)} == set()
    assert any("Zymurgy" in one.text for one in letters)


@given(st.text(min_size=1, max_size=16), st.integers(1, 2**31))
def test_a_code_is_typed_as_people_type(ref: str, generation: int) -> None:
    code = codes.code_for(ref, generation)

    assert compare_user_code(actual=code.lower().replace("-", " "), expected=code)
    assert code != codes.code_for(ref, generation + 1)
    assert code != codes.code_for(ref + "x", generation)
    assert set(code) <= {*tokens.CODE_LETTERS, "-"}


@given(st.text(), st.text(), st.integers(1, 2**31))
def test_a_derived_secret_is_known_again_and_ends_with_its_generation(
    kind: str, row: str, generation: int
) -> None:
    secret = tokens.derive(b"key", kind, row, generation)

    assert tokens.matches(secret, b"key", kind, row, generation)
    assert not tokens.matches(secret, b"key", kind, row, generation + 1)
    assert not tokens.matches(secret, b"another key", kind, row, generation)
