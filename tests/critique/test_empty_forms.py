"""Forms that are drawn once are those that Django would draw each time."""

import re

import pytest
from django.template.loader import render_to_string

from mentorship.critique.forms.beginnings import BeginningForm
from mentorship.critique.forms.comments import AnswerForm, CommentForm, ReplyForm, SayingForm
from mentorship.critique.forms.empty import empty, empty_beginning
from mentorship.critique.margin.cards import Audience
from tests.pages.pseudo import pseudo_locale

KEY = re.compile(r'name="key" value="([0-9a-f-]{36})"')


def drawn(form: object) -> str:
    return render_to_string(
        "critique/comments/_comment_form.html", {"form": form, "about": "Line 3"}
    )


@pytest.mark.parametrize("kind", [CommentForm, AnswerForm, ReplyForm])
def test_it_is_drawn_as_the_form_is(kind: type[SayingForm]) -> None:
    plain = KEY.sub("", drawn(kind()))

    assert [KEY.sub("", drawn(empty(kind))) for _ in range(2)] == [plain, plain]
    with pseudo_locale():
        there = KEY.sub("", drawn(empty(kind)))
        assert there == KEY.sub("", drawn(kind()))
    assert there != plain


def test_each_has_a_key_of_its_own() -> None:
    keys = [KEY.findall(drawn(empty(ReplyForm))) for _ in range(2)]

    assert [len(found) for found in keys] == [1, 1]
    assert keys[0] != keys[1]


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["Ask everyone: Ben"],
        ["“<b>Ben</b>” & mark-word-1-mark", "Ask everyone on 3 May: mark-round-0-mark"],
    ],
)
def test_a_seekers_own_is_drawn_with_whom_she_can_ask(words: list[str]) -> None:
    audiences = [Audience(f"r{number}", word) for number, word in enumerate(words)]
    form = BeginningForm()
    form.offer_to(audiences)

    assert KEY.sub("", drawn(empty_beginning(audiences))) == KEY.sub("", drawn(form))


def test_nobody_is_kept_with_the_form_that_was_drawn() -> None:
    empty_beginning([Audience("r1", "Ask everyone: Ben")])

    assert "Ben" not in drawn(empty_beginning([Audience("r2", "Ask everyone: Cleo")]))


def test_what_one_form_was_sent_is_in_no_other_though_they_share_fields() -> None:
    one, other = CommentForm({"line": "3", "text": "A"}), CommentForm({"line": "", "text": "B"})

    assert one.fields["line"] is other.fields["line"]
    assert one.fields["text"] is not other.fields["text"]
    assert [form["line"].value() for form in (one, other, CommentForm())] == ["3", "", None]
    one.full_clean()
    assert (one.cleaned_data["line"], "line" in CommentForm({"line": "x"}).errors) == (3, True)
