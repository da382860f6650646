"""What is looked up sooner is what Django finds, whatever stands in a template and in its context."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.template import Context, Engine, RequestContext
from django.test import RequestFactory, override_settings
from django.utils.functional import SimpleLazyObject
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy
from hypothesis import given
from hypothesis import strategies as st

from mentorship.toolbox.pages.quick_nodes import NOT_THERE, UNUSUAL, finder, quick

BUILTINS = ["django.templatetags.i18n", "django.templatetags.l10n"]
engine = Engine(builtins=BUILTINS, string_if_invalid="")
telling = Engine(builtins=BUILTINS, string_if_invalid="no %s")


class Pair(NamedTuple):
    word: str
    count: int


class Thing:
    """Of all that a template may ask of a row."""

    word, count, empty = "<b>&'", 3, None
    listed = ("a", "b")
    items = "its own"  # and no method, as of a dict

    def __str__(self) -> str:
        return "a thing"

    @property
    def gone(self) -> str:
        """Django swallows this."""
        raise ObjectDoesNotExist

    @property
    def broken(self) -> str:
        """And not this."""
        raise AttributeError("within")

    def asked(self) -> str:
        """A method that wants nothing."""
        return "an answer"

    def told(self, what: str) -> str:
        """A method that wants something."""
        return what

    def delete(self) -> str:
        """A method that no template may call."""
        raise AssertionError

    delete.alters_data = True  # type: ignore[attr-defined]  # as Django's own


class Kept:
    """What is not called, though it could be."""

    do_not_call_in_templates = True
    word = "kept"

    def __call__(self) -> str:
        raise AssertionError


VALUES: dict[str, Any] = {
    "text": "<i>&\"'", "safe": SafeString("<i>"), "none": None, "yes": True, "no": False,
    "number": 12345, "float": 1234.5, "decimal": Decimal("1.50"), "day": date(2026, 5, 5),
    "moment": datetime(2026, 5, 5, 12, tzinfo=UTC), "lazy": gettext_lazy("Save"),
    "thing": Thing(), "kind": Thing, "kept": Kept(), "pair": Pair("one", 1), "push": "a word",
    "dict": {"word": "in", "items": "its own", "0": "zero", "none": None, "list": [Thing()]},
    "late": SimpleLazyObject(lambda: "<i>'"), "late_safe": SimpleLazyObject(lambda: SafeString("<i>")),
    "late_thing": SimpleLazyObject(Thing), "small": -999,
    "list": [Thing(), {"word": "second"}], "tuple": ("a",), "empty": [], "call": lambda: "called",
}  # fmt: skip
NAMES = [
    *VALUES, "nothing", "nothing.at.all", "request", "request.path", "pop", "autoescape",
    *(f"{of}.{part}" for of in ("thing", "dict", "list", "pair", "text", "kept", "kind", "empty")
      for part in ("word", "count", "empty", "items", "0", "1", "7", "asked", "told", "delete",
                   "gone", "broken", "list.0.word", "list.0.asked", "nothing", "upper")),
]  # fmt: skip
CONDITIONS = ["{0}", "not {0}", "{0} and {1}", "{0} or {1}", "{0} == {1}", "{0} in {1}", "{0} > 2"]


def told(text: str, of: Engine, *, is_quick: bool, autoescape: bool = True) -> str:
    """What a template gives, or of which kind its failure is."""
    template = of.from_string(text)
    if is_quick:
        template.nodelist[:] = [quick(node) for node in template.nodelist]
    context = RequestContext(RequestFactory().get("/here/"), dict(VALUES), autoescape=autoescape)
    try:
        return template.render(context)
    except Exception as failure:  # noqa: BLE001 - whichever it is
        return type(failure).__name__


@pytest.mark.parametrize("name", NAMES)
def test_a_name_gives_what_it_gave(name: str) -> None:
    texts = [
        f"{{{{ {name} }}}}",
        f"{{% if {name} %}}yes{{% else %}}no{{% endif %}}",
        f"{{% blocktranslate with it={name} %}}It is {{{{ it }}}} of 100%{{% endblocktranslate %}}",
        f"{{% for one in {name} %}}({{{{ one }}}}){{% endfor %}}",
        f"{{{{ {name}|default:'none' }}}}",
    ]

    for text in texts:
        for of in (engine, telling):
            for autoescape in (True, False):
                plain = told(text, of, is_quick=False, autoescape=autoescape)
                assert told(text, of, is_quick=True, autoescape=autoescape) == plain


@given(st.sampled_from(CONDITIONS), st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_a_condition_holds_where_it_held(condition: str, one: str, other: str) -> None:
    text = f"{{% if {condition.format(one, other)} %}}yes{{% endif %}}"

    assert told(text, engine, is_quick=True) == told(text, engine, is_quick=False)


@pytest.mark.parametrize("count", ["number", "yes", "float", "nothing", "text", "thing.count"])
def test_a_sentence_is_counted_as_before(count: str) -> None:
    text = (
        f"{{% blocktranslate count n={count} with word=thing.word %}}One {{{{ word }}}}"
        "{% plural %}{{ n }} of {{ word }} and {{ text }}{{ nothing }}{% endblocktranslate %}"
    )

    assert told(text, engine, is_quick=True) == told(text, engine, is_quick=False)


@pytest.mark.parametrize("name", ["number", "float", "decimal", "day", "text", "nothing"])
@pytest.mark.parametrize("way", ["on", "off"])
def test_a_value_is_written_in_the_way_of_a_country_where_that_is_asked(
    name: str, way: str
) -> None:
    text = f"{{% localize {way} %}}{{{{ {name} }}}}{{% endlocalize %}}"
    plain, sooner = engine.from_string(text), engine.from_string(text)
    [around] = sooner.nodelist
    around.nodelist[:] = [quick(node) for node in around.nodelist]

    with override_settings(USE_THOUSAND_SEPARATOR=True):
        assert sooner.render(Context(dict(VALUES))) == plain.render(Context(dict(VALUES)))


def test_large_numbers_are_written_as_the_settings_say() -> None:
    with override_settings(USE_THOUSAND_SEPARATOR=True):
        for name in ("number", "small"):
            text = f"{{{{ {name} }}}}"
            assert told(text, engine, is_quick=True) == told(text, engine, is_quick=False)
        assert told("{{ number }}", engine, is_quick=True) == "12,345"


@pytest.mark.parametrize("token", ["a1B2", "", None, '<"', SimpleLazyObject(str)])
def test_a_form_holds_the_token_that_it_held(token: object) -> None:
    template, plain = (engine.from_string("<form>{% csrf_token %}</form>") for _ in range(2))
    template.nodelist[:] = [quick(node) for node in template.nodelist]

    given = Context({"csrf_token": token})

    assert template.render(given) == plain.render(given)


def test_what_is_usual_is_found_without_django() -> None:
    context = Context(VALUES)

    assert finder(("dict", "list", "0", "word"))(context) == Thing.word
    assert finder(("thing", "asked"))(context) == "an answer"
    assert finder(("nothing",))(context) is NOT_THERE
    assert finder(("thing", "nothing"))(context) is NOT_THERE
    assert finder(("thing", "broken"))(context) is UNUSUAL
