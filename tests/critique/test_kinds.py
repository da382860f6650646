"""Every kind of comment, by enumeration: one that is added has all that pages ask of it."""

import re

import pytest
from django.test import Client

from accounts.models import User
from accounts.reader import Reader
from mentorship.critique.models.kinds import Kind, Use, use_choices, use_word
from mentorship.documents.models import Version
from tests.architecture.law import ROOT
from tests.make import saying

STYLES = {path.name: path.read_text() for path in (ROOT / "static" / "css").rglob("*.css")}


@pytest.mark.parametrize("kind", Kind)
def test_its_colour_is_said_in_one_place(kind: Kind) -> None:
    named = [name for name, css in STYLES.items() if re.search(rf"\.kind-{kind}\b", css)]

    assert named == ["kinds.css"]
    assert re.search(rf"\.kind-{kind} {{ --kind: var\(--[\w-]+\); }}", STYLES["kinds.css"])


def shapes() -> dict[str, tuple[str, float]]:
    """How words are underlined, and how thick in em, for each kind and for suggested words."""
    said = r"::highlight\(kind-(\w+)\) { text-decoration: underline (\w+) ([\d.]+)em "
    found = re.findall(said, STYLES["kinds.css"])
    return {kind: (style, float(thickness)) for kind, style, thickness in found}


@pytest.mark.parametrize("kind", [*Kind, "suggestion"])
def test_its_shape_is_no_other_kinds(kind: str) -> None:
    style, thickness = shapes()[str(kind)]
    others = [shape for other, shape in shapes().items() if other != str(kind)]

    assert re.search(rf"\.kind-{kind} {{ --shape: \w+;", STYLES["kinds.css"])
    assert all(
        style != other or max(thickness, thick) >= 2 * min(thickness, thick)
        for other, thick in others
    )


def test_none_weighs_as_much_as_another() -> None:
    assert len({kind.facts.weight for kind in Kind}) == len(Kind)


def test_one_of_them_is_plain() -> None:
    assert [kind.word for kind in Kind if kind.facts.is_plain] == [""]
    assert all(kind.word for kind in Kind if not kind.facts.is_plain)


def test_what_one_opposes_opposes_it() -> None:
    opposed = {kind: Kind(kind.facts.opposes) for kind in Kind if kind.facts.opposes}

    assert opposed
    assert {other: kind for kind, other in opposed.items()} == opposed


@pytest.mark.parametrize("kind", Kind)
def test_whatever_can_become_of_it_has_a_word(kind: Kind) -> None:
    assert all(word for _use, word in use_choices(kind))
    assert all(use_word(kind, use) for use in Use)
    assert use_word(kind, "") == ""


@pytest.mark.django_db
@pytest.mark.parametrize("kind", Kind)
def test_pages_show_a_point_of_this_kind(
    ada: User, ben: Reader, version: Version, kind: Kind
) -> None:
    thread = saying.point(version, ben, "About it.", kind=kind)
    browser = Client()
    browser.force_login(ada)

    for path in ("", "points/"):
        page = browser.get(f"{version.document.get_absolute_url()}{path}", follow=True)
        assert page.status_code == 200
    assert f'class="point kind-{kind}"' in page.content.decode()
    assert browser.get(f"{thread.round.get_absolute_url()}letter/").status_code == 200
