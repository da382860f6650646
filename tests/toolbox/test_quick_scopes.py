"""Tags with a scope of their own say what Django's say, and leave a context as they found it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.template import Context, Engine

DJANGOS = ["django.template.loaders.filesystem.Loader"]
OURS = [("mentorship.toolbox.pages.folding.Loader", DJANGOS)]
BUILTINS = ["django.templatetags.i18n"]

LOOP = (
    "{{ forloop.counter }}/{{ forloop.counter0 }} {{ forloop.revcounter }}/{{ forloop.revcounter0 }}"
    " {{ forloop.first }} {{ forloop.last }}"
)
ALONE = [
    "{% if none %}a{% elif word %}<b>{% else %}c{% endif %}{% if gone %}a{% else %}{{ word }}{% endif %}{% if none %}{% endif %}",
    "{{ word }}{{ letters.0 }}{{ named.k }}{{ gone }}{{ none }}{{ pairs.0 }}{% autoescape off %}{{ word }}{% endautoescape %}",
    "{% with a=word b=pairs.0 %}{{ a }} {{ b.1 }}{% endwith %}{{ a }}",
    "{% with word=pairs %}{{ word.0.0 }}{% with word=letters %}{{ word }}{% endwith %}{% endwith %}",
    "{% for one in letters %}{{ one }}" + LOOP + "{% endfor %}{{ one }}{{ forloop }}",
    "{% for one in letters reversed %}{{ one }}" + LOOP + "{% endfor %}",
    "{% for one in made %}{{ one }}{% endfor %}",
    "{% for a, b in pairs %}{{ a }}={{ b }}{{ forloop.last }}{% endfor %}{{ a }}",
    "{% for one in letters %}{% for two in letters %}{{ forloop.parentloop.counter }}{{ two }}"
    "{% endfor %}{% endfor %}",
    "{% for one in letters %}{% for two in none %}{% empty %}{{ forloop.counter }}{% endfor %}{% endfor %}",
    "{% for one in none %}never{% empty %}{{ word }}{% translate 'x' as y %}{% endfor %}{{ y }}",
    "{% for one in gone.at.all %}never{% endfor %}|{% for one in empty %}never{% endfor %}",
    "{% for one in word %}{{ one }}{% endfor %}{% for key in named %}{{ key }}{% endfor %}",
    "{% for one in letters %}{% translate 'x' as y %}{{ y }}{% endfor %}{{ y }}",
    "{% autoescape off %}{% for one in letters %}{{ one }}{% endfor %}{% endautoescape %}",
]
BASE = "{% block a %}a{{ word }}{% endblock %}-{% block b %}b{% block c %}c{% endblock %}{% endblock %}"
PAGES = {
    "base": BASE,
    "page": "{% extends 'base.html' %}{% block a %}page {{ block.super }}{% endblock %}",
    "other": "{% extends 'page.html' %}{% block a %}[{{ block.super }}]{% endblock %}"
    "{% block c %}{% translate 'x' as y %}{{ y }}{{ block.name }}{% endblock %}",
    "last": "{% extends 'other.html' %}{% block b %}{{ y }}<{{ block.super }}>{% endblock %}",
    "within": "{% include 'part.html' with word='said' %}{{ y }}{% include 'part.html' %}",
    "part": "{% for one in letters %}{{ one }}{{ word }}{% endfor %}{% translate 'x' as y %}{{ y }}",
}
FAILING = [
    "{% for a, b in letters %}{{ a }}{% endfor %}",
    "{% for a, b in numbers %}{{ a }}{% endfor %}",
    "{% with a=fails %}{{ a }}{% endwith %}",
    "{% for one in letters %}{{ fails }}{% endfor %}",
]


def fails() -> str:
    raise ArithmeticError("as it does")


def given() -> dict[str, Any]:
    def made() -> Iterator[str]:
        yield from "xy"

    return {
        "word": "<w>", "letters": ["a", "<b>"], "pairs": [("p", 1), ("q", 2)], "made": made, "none": None,
        "empty": (), "named": {"k": 1}, "numbers": [1], "fails": fails,
    }  # fmt: skip


@pytest.fixture
def both(tmp_path: Path) -> Callable[..., list[Engine]]:
    """Engines that know these pages: Django's own, and ours."""

    def engines(**pages: str) -> list[Engine]:
        for name, text in pages.items():
            (tmp_path / f"{name}.html").write_text(text)
        return [
            Engine([str(tmp_path)], loaders=loaders, builtins=BUILTINS)
            for loaders in (DJANGOS, OURS)
        ]

    return engines


def said(engine: Engine, name: str) -> tuple[str, int]:
    """What it says, twice the same; and how deep the context is then."""
    template, context = engine.get_template(f"{name}.html"), Context(given())
    once = template.render(context)
    assert template.render(context) == once
    return once, len(context.dicts)


@pytest.mark.parametrize("text", ALONE)
def test_a_scope_says_what_djangos_says(both: Callable[..., list[Engine]], text: str) -> None:
    djangos, ours = both(text=text)

    assert said(ours, "text") == said(djangos, "text")


@pytest.mark.parametrize("name", PAGES)
def test_pages_that_extend_and_include_say_what_djangos_say(
    both: Callable[..., list[Engine]], name: str
) -> None:
    djangos, ours = both(**PAGES)

    assert said(ours, name) == said(djangos, name)


@pytest.mark.parametrize("text", FAILING)
def test_what_fails_fails_as_djangos_and_leaves_the_context(
    both: Callable[..., list[Engine]], text: str
) -> None:
    told = []
    for engine in both(text=text):
        template, context = engine.get_template("text.html"), Context(given())
        with pytest.raises((ValueError, ArithmeticError)) as failed:
            template.render(context)
        told.append((type(failed.value), str(failed.value)))

        assert len(context.dicts) == 2  # Django's constants, and what was given

    assert told[0] == told[1]
