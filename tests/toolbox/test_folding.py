"""Constant parts of templates are text once they are loaded, and pages say what they said before."""

from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Engine, Template, TemplateDoesNotExist
from django.template.base import TextNode
from django.template.loader import get_template
from django.test import override_settings
from django.test.utils import override_script_prefix
from django.urls import reverse
from django.utils import translation

from mentorship.toolbox.pages import folding
from tests.pages.pseudo import CODE, pseudo_locale

DJANGOS = ["django.template.loaders.filesystem.Loader"]
PLAIN = "django.core.files.storage.InMemoryStorage"
LIBRARIES = {"limits": "mentorship.toolbox.templatetags.limits"}
BUILTINS = ["django.templatetags.i18n", "django.templatetags.static"]


def engine(folder: Path, *, is_folding: bool = True, debug: bool = False) -> Engine:
    cached = "mentorship.toolbox.pages.folding.Loader" if is_folding else DJANGOS[0]
    loaders = [(cached, DJANGOS)] if is_folding else DJANGOS
    return Engine(
        [str(folder)], debug=debug, loaders=loaders, builtins=BUILTINS, libraries=LIBRARIES
    )


def written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.html").write_text(text)
    return folder


def kinds(template: Template) -> list[str]:
    return [type(node).__name__ for node in template.nodelist]


@pytest.mark.parametrize(
    "text",
    [
        '<p>{% translate "Save" %}</p>',
        '{% translate "Save" context "a verb" %}',
        "{% blocktranslate trimmed %}\n  All 100% of it\n{% endblocktranslate %}",
        "{% url 'home:desk' %}",
        "{% static 'css/app.css' %}",
        "{% load limits %}{% limit_samples %}{% limit_words 'left' %}",
        "{% comment %}Why{% endcomment %}{# why #}One{% load %}",
    ],
)
def test_what_is_constant_becomes_text(tmp_path: Path, text: str) -> None:
    folder = written(tmp_path, page=text)

    folded = engine(folder).get_template("page.html")

    assert kinds(folded) == ["TextNode"]
    assert folded.render(Context()) == engine(folder, is_folding=False).render_to_string(
        "page.html"
    )


@pytest.mark.parametrize(
    "text",
    [
        "{% translate word %}",
        '{% translate "Save" as save %}',
        '{% translate "Save"|add:word %}',
        '{% translate "Save" context word %}',
        "{% blocktranslate %}It is {{ word }}{% endblocktranslate %}",
        "{% blocktranslate with other=word %}It is {% endblocktranslate %}",
        "{% url 'documents:document' word %}",
        "{% url 'home:desk' as desk %}",
        "{% url name %}",
        "{% url 'nobody:knows' %}",
        "{% load limits %}{% limit_words word %}",
        "{% load limits %}{% limit_samples as samples %}",
        "{% static word %}",
        "{% static 'css/app.css' as app %}",
        "{{ word }}",
    ],
)
def test_what_has_a_value_stays_as_it_was(tmp_path: Path, text: str) -> None:
    folded = engine(written(tmp_path, page=text)).get_template("page.html")

    assert kinds(folded) not in ([], ["TextNode"])


def test_all_that_is_within_is_folded_too(tmp_path: Path) -> None:
    text = '{% if word %}<b>{% translate "Save" %}</b>{% elif other %}{% for one in many %}{% translate "Edit" %}!{% empty %}-{% endfor %}{% endif %}'
    folder = written(tmp_path, page=text)
    folded = engine(folder).get_template("page.html")
    plain = engine(folder, is_folding=False).get_template("page.html")

    texts = [node.s for node in folded.nodelist.get_nodes_by_type(TextNode)]

    assert texts == ["<b>Save</b>", "Edit!", "-"]
    for given in ({"word": 1}, {"other": 1, "many": [1, 2]}, {"other": 1}, {}):
        assert folded.render(Context(given)) == plain.render(Context(given))


PART = "{% translate 'Save' as word %}[{{ word }} {{ name }} {{ other }}]"
INCLUDES = {
    "as it is": "{% include 'part.html' %}{{ word }}",
    "with a value": "{% include 'part.html' with name=other %}{{ name }}",
    "alone": "{% include 'part.html' with name=other only %}{{ word }}",
    "again": "{% for one in many %}{% include 'part.html' with name=one %}{% endfor %}",
    "text": "<{% include 'text.html' %}>",
    "itself": "{% if many %}({% include 'page.html' with many=None %}){% endif %}",
    "by a name that is given": "{% include which %}",
    "nothing": "{% if False %}{% include 'nothing.html' %}{% endif %}.",
    "what extends another": "{% include 'child.html' %}",
}


@pytest.mark.parametrize("text", INCLUDES.values(), ids=list(INCLUDES))
@pytest.mark.parametrize("debug", [False, True])
def test_what_is_included_says_the_same(tmp_path: Path, text: str, debug: bool) -> None:
    child = "{% extends 'base.html' %}{% block word %}{% translate 'Save' %}{% endblock %}"
    base = "<{% block word %}{% endblock %}>"
    files = {"part": PART, "text": "{% translate 'Save' %}", "child": child, "base": base}
    folder = written(tmp_path, page=text, **files)
    given = {"name": "<Ada>", "other": "Ben", "word": "", "many": [1, 2], "which": "part.html"}

    folded = engine(folder, debug=debug).render_to_string("page.html", given)

    assert folded == engine(folder, is_folding=False).render_to_string("page.html", given)
    assert folded


def test_what_extends_another_says_the_same_again_and_again(tmp_path: Path) -> None:
    files = {
        "base": "<{% block word %}base{% endblock %}|{% block other %}{{ name }}{% endblock %}>",
        "child": "{% extends 'base.html' %}{% block word %}{{ block.super }} child{% endblock %}",
        "page": "{% extends 'child.html' %}{% block word %}({{ block.super }}){% endblock %}",
        "by_name": "{% extends which %}{% block other %}{{ name }}!{% endblock %}",
    }
    folder = written(tmp_path, **files)
    folded, plain = engine(folder), engine(folder, is_folding=False)

    for name in ("page", "child", "by_name", "page"):
        for given in (
            {"name": "Ada", "which": "child.html"},
            {"name": "Ben", "which": "base.html"},
        ):
            shown = folded.render_to_string(f"{name}.html", given)
            assert shown == plain.render_to_string(f"{name}.html", given)


def test_text_that_is_included_is_one_with_the_text_around_it(tmp_path: Path) -> None:
    folder = written(tmp_path, page="<{% include 'text.html' %}>", text="{% translate 'Save' %}")

    assert kinds(engine(folder).get_template("page.html")) == ["TextNode"]


def test_what_is_missing_is_missing_where_it_is_shown(tmp_path: Path) -> None:
    folder = written(tmp_path, page="{% include 'nothing.html' %}")
    page = engine(folder).get_template("page.html")

    with pytest.raises(TemplateDoesNotExist):
        page.render(Context())


def test_each_language_has_its_own_text() -> None:
    def shown() -> str:
        return str(get_template("ui/footer.html").render({}))

    before = shown()
    with pseudo_locale():
        there = shown()
        with translation.override("en"):
            beside = shown()

    assert "⟦A document here" in there
    assert before == beside == shown()
    assert CODE not in before


def test_a_setting_that_text_depends_on_makes_it_anew() -> None:
    def shown() -> str:
        return str(get_template("404.html").render({}))

    before = shown()
    with override_settings(STATIC_URL="elsewhere/"):
        meanwhile = shown()

    assert "/static/" in before
    assert "/elsewhere/" in meanwhile
    assert shown() == before


def test_where_uploads_are_kept_makes_nothing_anew() -> None:
    before = get_template("404.html").template
    elsewhere = {**settings.STORAGES["default"], "OPTIONS": {"location": "elsewhere"}}

    with override_settings(STORAGES={**settings.STORAGES, "default": elsewhere}):
        assert get_template("404.html").template is before
    with override_settings(STORAGES={**settings.STORAGES, "staticfiles": {"BACKEND": PLAIN}}):
        assert get_template("404.html").template is not before


def test_what_a_request_says_of_where_it_is_does_not_stay(tmp_path: Path) -> None:
    pages = engine(written(tmp_path, page="{% url 'documents:upload' %}"))
    with override_script_prefix("/elsewhere/"):
        first = pages.render_to_string("page.html")

    then = pages.render_to_string("page.html")

    assert first == f"/elsewhere{then}"
    assert then == reverse("documents:upload")


def test_the_service_folds() -> None:
    loaders = get_template("base.html").template.engine.template_loaders

    assert isinstance(loaders[0].loaders[0], folding.Loader)
