"""Controls of forms, as Django's own templates give them, written without any.

Django renders each control by two to five templates of a line or two: of a page with a small form a fifth. Whole
forms, and controls with a template of our own, are rendered as ever.
"""

from collections.abc import Callable
from html import escape
from typing import Any

from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest
from django.utils.formats import localize
from django.utils.html import conditional_escape
from django.utils.safestring import SafeData, SafeString

from mentorship.toolbox.markup.fields import field

Widget = dict[str, Any]  # what a widget gives its template
FOLDER = "django/forms/widgets/"
OURS = {"placeholder": None, "maxlength": "data-limit"}
INPUTS = ("text", "number", "email", "url", "hidden", "date", "checkbox", "file")


class Renderer(TemplatesSetting):
    """Django's, but for fields and controls that are written in this room."""

    def render(
        self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None
    ) -> str:
        """What this template gives."""
        if template_name == self.field_template_name:
            return field(context["field"])
        if template_name in WRITTEN:
            return WRITTEN[template_name](context["widget"])
        return super().render(template_name, context, request)


def _input(widget: Widget) -> str:
    kind, name, value = (_text(widget[one]) for one in ("type", "name", "value"))
    said = "" if widget["value"] is None else f' value="{value}"'
    return f'<input type="{kind}" name="{name}"{said}{attributes(widget)}>'


def _textarea(widget: Widget) -> str:
    words = _words(widget["value"]) if widget["value"] else ""
    name = _text(widget["name"])
    return f'<textarea name="{name}"{attributes(widget)}>\n{words}</textarea>'


def long_select(widget: Widget) -> SafeString:
    """A list to choose one from; `options` are (value, words, is chosen)."""
    options = [
        f'<option value="{escape(str(value))}"{" selected" * is_chosen}>{conditional_escape(words)}</option>'
        for value, words, is_chosen in widget["options"]
    ]
    name = _text(widget["name"])
    return SafeString(f'<select name="{name}"{attributes(widget)}>{"".join(options)}</select>')


def _select(widget: Widget) -> str:
    options = "".join(map(_option_group, widget["optgroups"]))
    return f'<select name="{_text(widget["name"])}"{attributes(widget)}>{options}\n</select>'


def _option_group(group: tuple[Any, list[Widget], int]) -> str:
    name, options, _place = group
    choices = "".join(
        [
            f'\n  <option value="{_text(one["value"])}"{attributes(one)}>{_words(one["label"])}</option>'
            for one in options
        ]
    )
    return f'\n  <optgroup label="{_words(name)}">{choices}\n  </optgroup>' if name else choices


def _choices(widget: Widget) -> str:
    """One control for each choice, in the groups they are in."""
    own = widget["attrs"]
    given = [f' {name}="{_text(own[name])}"' for name in ("id", "class") if own.get(name)]
    return f"<div{''.join(given)}>{''.join(map(_group, widget['optgroups']))}\n</div>"


def _group(group: tuple[Any, list[Widget], int]) -> str:
    name, options, _place = group
    choices = "".join([f"<div>\n    {_option(one)}</div>" for one in options])
    if not name:
        return choices
    return f"\n  <div><label>{_words(name)}</label>{choices}\n  </div>"


def _option(widget: Widget) -> str:
    control, label = _input(widget), _words(widget["label"])
    if not widget.get("wrap_label"):
        return control
    ref = widget["attrs"].get("id")
    of = f' for="{_text(ref)}"' if ref else ""
    return f"<label{of}>{control} {label}</label>"


def attributes(widget: Widget) -> SafeString:
    """Each after a space, as Django gives them, but for two.

    Never a placeholder: it vanishes while one types, and a hint stands under the label. Nor a maxlength: it
    cuts what is pasted, unseen; js/forms/field-limits.js counts against data-limit.
    """
    given = {OURS.get(name, name): value for name, value in widget["attrs"].items()}
    return SafeString(
        "".join(
            [
                f" {escape(name)}" if value is True else f' {escape(name)}="{_text(value)}"'
                for name, value in given.items()
                if name and value is not False
            ]
        )
    )


def _text(value: Any) -> str:
    """As `|stringformat:"s"`: what is marked safe stays as it is."""
    return str(value) if isinstance(value, SafeData) else escape(str(value))


def _words(value: Any) -> str:
    """As `{{ value }}`."""
    return conditional_escape(localize(value))


WRITTEN: dict[str, Callable[[Widget], str]] = {
    **{f"{FOLDER}{kind}.html": _input for kind in INPUTS},
    f"{FOLDER}textarea.html": _textarea,
    f"{FOLDER}select.html": _select,
    f"{FOLDER}radio.html": _choices,
    f"{FOLDER}checkbox_select.html": _choices,
}
