"""Controls are written as Django's templates give them, whatever is in them."""

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import django
import pytest
from django import forms
from django.forms.renderers import BaseRenderer, DjangoTemplates, TemplatesSetting
from django.template.loader import get_template
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy, override
from hypothesis import given
from hypothesis import strategies as st

from mentorship.toolbox.forms import LongSelect
from mentorship.toolbox.markup.controls import WRITTEN, Renderer

WORDS = st.text("ab<>&'\"\n ’é{}%", max_size=8)
SAID = st.one_of(
    WORDS,
    st.text("a& ’é{}%", max_size=8).map(SafeString),
    st.integers(),
    st.just(gettext_lazy("Delete")),
)
NAMES = st.sampled_from(["id", "class", "dir", "required", "rows", "aria-describedby"])
ATTRIBUTES = st.dictionaries(NAMES, st.one_of(st.booleans(), SAID), max_size=4)
CONTROLS = [
    *(forms.TextInput, forms.NumberInput, forms.EmailInput, forms.URLInput),
    *(forms.HiddenInput, forms.DateInput, forms.CheckboxInput, forms.FileInput, forms.Textarea),
]
DJANGO = DjangoTemplates()  # which knows no template of ours
CHOICES = st.lists(st.tuples(SAID, st.one_of(SAID, st.lists(st.tuples(SAID, SAID), max_size=2))))


class Read(HTMLParser):
    """What a browser makes of it: its elements with their attributes in order, and the words between.

    Only a textarea's own spaces and line ends count.
    """

    def __init__(self, written: str) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[Any] = []
        self.is_kept = False
        self.feed(written)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[Any]) -> None:
        self.is_kept = tag == "textarea"
        self.seen.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.is_kept = False
        self.seen.append(tag)

    def handle_data(self, data: str) -> None:
        words = data if self.is_kept else " ".join(data.split())
        if words:
            self.seen.append(("words", words))


def both(
    widget: forms.Widget, value: Any, instead: BaseRenderer = DJANGO
) -> tuple[list[Any], list[Any]]:
    """What we write, and what the templates of Django give, or of whoever renders `instead`."""
    ours, theirs = (
        widget.render("n<me", value, attrs=None, renderer=renderer)
        for renderer in (Renderer(), instead)
    )
    assert isinstance(ours, SafeString)
    return Read(ours).seen, Read(theirs).seen


@pytest.mark.parametrize("kind", CONTROLS)
@given(value=st.one_of(SAID, st.none(), st.booleans()), attributes=ATTRIBUTES)
def test_a_control_is_written_as_its_template_gives_it(
    kind: type[forms.Widget], value: Any, attributes: dict[str, Any]
) -> None:
    widget = kind(attributes)
    assert widget.template_name in WRITTEN
    ours, theirs = both(widget, value)
    assert ours == theirs


@pytest.mark.parametrize("kind", [forms.RadioSelect, forms.CheckboxSelectMultiple, forms.Select])
@given(value=st.one_of(SAID, st.none()), attributes=ATTRIBUTES, choices=CHOICES)
def test_choices_are_written_as_their_template_gives_them(
    kind: type[forms.Select], value: Any, attributes: dict[str, Any], choices: list[Any]
) -> None:
    widget = kind(attributes, choices=choices)
    with override("en"):
        ours, theirs = both(widget, [value] if kind is forms.CheckboxSelectMultiple else value)
    assert ours == theirs


def test_what_has_a_template_of_ours_is_left_to_it() -> None:
    of_django = Path(django.__file__).parent
    for name in WRITTEN:
        assert Path(get_template(name).origin.name).is_relative_to(of_django), name

    assert forms.PasswordInput.template_name not in WRITTEN
    ours, theirs = both(forms.PasswordInput(), "x", TemplatesSetting())
    assert ours == theirs


@pytest.mark.parametrize("renderer", [Renderer(), TemplatesSetting()])
def test_nothing_is_cut_unseen_and_no_hint_vanishes(renderer: BaseRenderer) -> None:
    widget = forms.TextInput({"placeholder": "Say more", "maxlength": 20})
    [(_tag, attributes)] = Read(widget.render("note", None, renderer=renderer)).seen
    assert attributes == [("type", "text"), ("name", "note"), ("data-limit", "20")]


@given(
    value=st.one_of(SAID, st.none()),
    attributes=ATTRIBUTES,
    options=st.lists(st.tuples(SAID, SAID), unique_by=lambda one: str(one[0])),
)
def test_a_long_list_is_written_as_a_short_one(
    value: Any, attributes: dict[str, Any], options: list[Any]
) -> None:
    ours, theirs = (
        kind(attributes, choices=options).render("job", value, renderer=DJANGO)
        for kind in (LongSelect, forms.Select)
    )
    assert Read(ours).seen == Read(theirs).seen
