"""How every form comes out, whoever wrote it."""

import re

from allauth.account.forms import LoginForm, SetPasswordForm
from django import forms


class AskForm(forms.Form):
    name = forms.CharField(label="Name", help_text="As others say it.")
    note = forms.CharField(
        label="Note", required=False, widget=forms.TextInput(attrs={"placeholder": "Say more"})
    )
    kind = forms.ChoiceField(
        label="Kind", choices=[("a", "Letter"), ("b", "Résumé")], widget=forms.RadioSelect
    )


def control(html: str, name: str) -> str:
    """The tag of the first control called `name`."""
    found = re.search(rf'<(?:input|select|textarea)[^>]*name="{name}"[^>]*>', html)
    assert found
    return found[0]


def test_a_hint_is_tied_to_its_control() -> None:
    html = str(AskForm())

    assert 'id="id_name_helptext">As others say it.<' in html
    assert 'aria-describedby="id_name_helptext"' in control(html, "name")


def test_an_error_stands_beside_its_control_and_is_tied_to_it() -> None:
    html = str(AskForm({"kind": "a"}))

    assert 'id="id_name_error"' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in control(html, "name")
    assert 'aria-invalid="true"' in control(html, "name")


def test_the_summary_leads_to_each_field_that_needs_a_look() -> None:
    html = str(AskForm({"note": "kept"}))

    assert re.findall(r'<a href="#(\w+)">', html) == ["id_name", "id_kind_0"]
    assert 'value="kept"' in control(html, "note")


def test_an_untouched_form_has_no_summary() -> None:
    assert "error-summary" not in str(AskForm())


def test_what_need_not_be_given_says_so() -> None:
    labels = re.findall(r"<(?:label for|legend)[^>]*>(.*?)</(?:label|legend)>", str(AskForm()))

    assert [("(optional)" in label) for label in labels[:2]] == [False, True]


def test_a_hint_is_never_a_placeholder() -> None:
    assert "placeholder" not in str(AskForm())


def test_a_hint_that_is_a_list_stays_one() -> None:
    html = str(SetPasswordForm())

    assert "<ul><li>8 characters or more</li>" in html


def test_what_is_missing_or_wrong_is_said_in_our_words() -> None:
    form = LoginForm({"login": "ada at home"})

    assert form.errors == {
        "login": ["This isn’t an email address. It should look like ada@mail.example."],
        "password": ["Please fill this in."],
    }


def test_what_stands_around_a_control_is_text() -> None:
    class Form(forms.Form):
        name = forms.CharField(label="<b>Name", help_text="<i>Hint")
        kind = forms.ChoiceField(
            label="<b>Kind", choices=[("<a>", "<u>Letter")], widget=forms.RadioSelect
        )
        sure = forms.BooleanField(label="<b>Sure")

    form = Form({}, prefix='"p')
    form.add_error("name", "<s>Wrong")
    html = str(form)

    assert not re.search(r'<[biuas]>|"p-', html)
    for words in (
        "&lt;b&gt;Name",
        "&lt;i&gt;Hint",
        "&lt;b&gt;Kind",
        "&lt;u&gt;Letter",
        "&lt;b&gt;Sure",
    ):
        assert words in html
    assert "&lt;s&gt;Wrong" in html
