"""A field of a form: its label, the hint under it, what is wrong with it, its control."""

from html import escape

from django.forms import BoundField
from django.utils.html import conditional_escape
from django.utils.translation import gettext


def field(of: BoundField) -> str:
    """All of it, in the order in which it is read."""
    if of.use_fieldset:
        return _fieldset(of)
    if of.widget_type == "checkbox":
        label = f'<label for="{escape(of.id_for_label)}">{of} <span>{_label(of)}</span></label>'
        return f'<div class="field check {_classes(of)}">{_errors(of)}{label}{_hint(of)}</div>'
    optional = "" if of.field.required else _optional()
    label = (
        f'<label for="{escape(of.id_for_label)}">{_label(of)}{optional}</label>' if of.label else ""
    )
    return f'<div class="field {_classes(of)}">{label}{_hint(of)}{_errors(of)}{of}</div>'


def _fieldset(of: BoundField) -> str:
    """Of several controls: the label is their legend, and tells them from a choice that is made already."""
    told = of.aria_describedby
    by = f' aria-describedby="{escape(told)}"' if told else ""
    may_be_left = of.widget_type != "checkboxselectmultiple" and not of.value()
    optional = _optional() if may_be_left and not of.field.required else ""
    legend = f"<legend>{_label(of)}{optional}</legend>" if of.label else ""
    within = f'{legend}{_hint(of)}{_errors(of)}<div class="choices">{of}</div>'
    return f'<fieldset class="field {_classes(of)}"{by}>{within}</fieldset>'


def _label(of: BoundField) -> str:
    return conditional_escape(of.label)


def _classes(of: BoundField) -> str:
    return escape(of.css_classes())


def _optional() -> str:
    return f' <span class="optional">{escape(gettext("(optional)"))}</span>'


def _hint(of: BoundField) -> str:
    if not of.help_text:
        return ""
    words = conditional_escape(of.help_text)
    return f'<div class="helptext" id="{escape(of.auto_id)}_helptext">{words}</div>'


def _errors(of: BoundField) -> str:
    """Nothing of a form that was not sent yet: Django makes a list of none for each field."""
    return str(of.errors) if of.name in of.form.errors else ""
