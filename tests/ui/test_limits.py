"""Fields that are too full: nothing is cut, and it is said by how much, in every form there is."""

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import translation

from mentorship import urls
from mentorship.toolbox.words.wording import SAMPLES, in_samples
from tests import make

assert urls.urlpatterns  # it names every view, and they every form


def _forms(base: type[forms.BaseForm] = forms.BaseForm) -> Iterator[type[forms.BaseForm]]:
    for form in base.__subclasses__():
        if form.__module__.startswith(("mentorship.", "accounts.")):
            yield form
        yield from _forms(form)


LIMITED = {
    f"{form.__name__}.{name}": field
    for form in _forms()
    for name, field in form.base_fields.items()
    if isinstance(field, forms.CharField) and field.max_length
}
WRITTEN = {name: field for name, field in LIMITED.items() if not field.widget.is_hidden}


def test_every_field_in_which_people_write_has_a_limit() -> None:
    fields = (field for form in _forms() for field in form.base_fields.values())
    endless = [
        field.label
        for field in fields
        if isinstance(field.widget, forms.Textarea) and not getattr(field, "max_length", None)
    ]

    assert len(WRITTEN) > 15
    assert endless == []


@pytest.mark.parametrize("name", WRITTEN)
def test_it_tells_the_limit_to_the_script_and_lets_nothing_be_cut(name: str) -> None:
    field = WRITTEN[name]
    form = type("Form", (forms.Form,), {"one": field})

    html = str(form()["one"])

    assert "maxlength" not in html
    assert f'data-limit="{field.max_length}"' in html


@pytest.mark.parametrize("name", WRITTEN)
def test_it_is_refused_with_how_many_are_too_many(name: str) -> None:
    field = WRITTEN[name]
    assert field.max_length

    with pytest.raises(ValidationError) as refused:
        field.clean("a" * (field.max_length + 120))

    assert "120 characters too many." in refused.value.messages


@pytest.mark.parametrize(
    "name", [name for name in WRITTEN if isinstance(WRITTEN[name].widget, forms.Textarea)]
)
def test_a_line_end_is_one_character(name: str) -> None:
    field = WRITTEN[name]
    assert field.max_length

    kept = field.clean("a\r\n" * (field.max_length // 2 - 1) + "a")

    assert len(kept) == field.max_length // 2 * 2 - 1
    assert "\r" not in kept


def test_one_is_said_as_one() -> None:
    field = forms.CharField(max_length=3)

    with pytest.raises(ValidationError) as refused:
        field.clean("abcd")

    assert refused.value.messages == ["1 character too many."]


def test_the_script_has_every_form_of_a_sentence() -> None:
    words = in_samples()

    assert words["too_many"][1] == "{count} character too many."
    assert words["left"][100] == "{count} characters left"
    assert set(words["left"]) == set(SAMPLES)
    with translation.override("pl"):
        assert set(in_samples()) == {"too_many", "left"}


@pytest.mark.django_db
def test_a_text_that_is_too_long_comes_back_whole() -> None:
    ada = make.person("Ada")
    document = make.ready_version(ada).document
    browser = Client()
    browser.force_login(ada)
    rows = {"people-TOTAL_FORMS": 1, "people-INITIAL_FORMS": 0}
    ben = {"people-0-name": "Ben", "people-0-email": "ben@example.org"}
    facts = {"documents": document.ref, "minutes": 10, "openness": "table", "key": uuid4()}

    answer = browser.post("/rounds/new/", rows | ben | facts | {"sentence": "word " * 640})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count("word") >= 640
    assert len(re.findall("2599 characters too many.", page)) == 2  # in the summary, and beside it
