"""Forms that are drawn once are those that Django would draw each time."""

import re

import pytest
from django.template.loader import render_to_string

from mentorship.critique.forms.comments import AnswerForm, CommentForm, ReplyForm, SayingForm
from mentorship.critique.forms.empty import empty
from tests.pages.pseudo import pseudo_locale

KEY = re.compile(r'name="key" value="([0-9a-f-]{36})"')


def drawn(form: object) -> str:
    return render_to_string("critique/_comment_form.html", {"form": form, "about": "Line 3"})


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
