"""The rooms of the house: what an app gives to others, and what every app has to have."""

import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import models
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.urls import URLPattern, URLResolver, get_resolver

from mentorship.notifications.kinds import KINDS
from tests.architecture.apps import APPS, our_models
from tests.architecture.law import ROOT, sources
from tests.architecture.laws_of_code import tasks_in
from tests.architecture.laws_of_rooms import GIVES

BY_DJANGO = {"migrations", "management", "templatetags"}  # packages Django prescribes
# Views that take a POST without a form of ours: mail programs stop letters, by a token (RFC 8058).
WITHOUT_CSRF = {"notifications:unsubscription"}


def test_every_app_has_its_row_in_the_table_of_what_is_given() -> None:
    assert set(GIVES) | {"mentorship.toolbox"} == set(APPS)


def test_every_package_is_on_the_map() -> None:
    shown = (ROOT / "docs" / "map.md").read_text()
    python = {
        path.parent.relative_to(ROOT)
        for folder in ("accounts", "mentorship")
        for path in (ROOT / folder).rglob("__init__.py")
    }
    packages = {str(path) for path in python if not BY_DJANGO & set(path.parts)}
    folders = {
        path.split("/")[0]
        for path in (source.path for source in sources())
        if path[0].isalpha() and "/" in path
    }

    assert [name for name in sorted(packages | folders) if f"`{name}/`" not in shown] == []


def test_every_app_is_in_the_table_of_the_readme() -> None:
    shown = (ROOT / "README.md").read_text()

    assert [app for app in APPS if f"`{app.replace('.', '/')}/`" not in shown] == []


def test_every_link_between_our_papers_leads_somewhere() -> None:
    papers = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    links = [
        (paper, link)
        for paper in papers
        for link in re.findall(r"\]\(([^)#:]+)\)", paper.read_text())
    ]

    assert len(links) > 5
    assert [link for paper, link in links if not (paper.parent / link).exists()] == []


def test_beat_rings_only_what_is_there() -> None:
    rung = set(settings.SWEEPS)
    found = [source for source in sources() if source.path.endswith("/tasks.py")]
    tasks = {name for source in found for name, _function in tasks_in(source)}

    assert rung
    assert rung - tasks == set()


@pytest.mark.parametrize("kind", [name for name, kind in KINDS.items() if kind.by_letter])
def test_every_kind_of_letter_has_its_three_files(kind: str) -> None:
    for part in ("subject.txt", "body.txt", "body.html"):
        try:
            get_template(f"{KINDS[kind].folder}/{part}")
        except TemplateDoesNotExist as missing:
            pytest.fail(f"There is no {missing}.")


def test_every_folder_of_a_letter_belongs_to_a_kind() -> None:
    folders = {
        path.parent.relative_to(ROOT / "templates").as_posix()
        for path in (ROOT / "templates").glob("*/emails/*/*")
    }

    assert folders - {kind.folder for kind in KINDS.values()} == set()


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_constraints_and_indexes_are_named_after_their_table(model: type[models.Model]) -> None:
    own = f"{model._meta.app_label}_{model._meta.model_name}_"
    names = [rule.name for rule in (*model._meta.constraints, *model._meta.indexes)]

    assert [name for name in names if not name.startswith(own)] == []


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_what_reads_rows_has_a_name(model: type[models.Model]) -> None:
    relations = [
        field for field in model._meta.get_fields() if isinstance(field, models.ForeignKey)
    ]

    assert [f.name for f in relations if f.remote_field.related_name is None] == []


def views(resolver: URLResolver, name: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Each URL pattern with its whole name."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{name}{entry.namespace}:" if entry.namespace else name
            yield from views(entry, inner)
        else:
            yield f"{name}{entry.name}", entry


def test_no_view_takes_a_post_without_a_token() -> None:
    exempt = {
        name
        for name, pattern in views(get_resolver())
        if getattr(pattern.callback, "csrf_exempt", False)
    }

    assert exempt == WITHOUT_CSRF
