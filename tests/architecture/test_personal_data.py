"""Nothing personal is forgotten: every row that leads to a person is part of her data."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import models

from accounts.models import User
from accounts.personal_data import SECTIONS, Section

Model = type[models.Model]


def steps(model: Model) -> dict[str, Model]:
    """The foreign keys of a model, and where each leads."""
    keys = (key for key in model._meta.get_fields() if isinstance(key, models.ForeignKey))
    return {key.name: key.related_model for key in keys}


def leads_to_a_person(model: Model, past: frozenset[Model] = frozenset()) -> bool:
    """Whether a row belongs to somebody, by whatever number of steps."""
    above = set(steps(model).values()) - past
    return model is User or any(leads_to_a_person(step, past | {model}) for step in above)


def names_of_people() -> Iterator[tuple[Model, str]]:
    """Every column that names a person, in our tables and in those of other packages."""
    for model in apps.get_models():
        yield from ((model, name) for name, end in steps(model).items() if end is User)


def test_every_model_that_leads_to_a_person_is_in_a_section() -> None:
    personal = {model for model in apps.get_models() if leads_to_a_person(model)}

    assert User in personal
    assert [m._meta.label for m in personal - {section.model for section in SECTIONS}] == []


def test_every_column_that_names_a_person_is_in_a_section() -> None:
    named = {(section.model, section.path) for section in SECTIONS}
    forgotten = set(names_of_people()) - named

    assert sorted(f"{model._meta.label}.{name}" for model, name in forgotten) == []


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.name)
def test_the_path_of_a_section_ends_at_a_person(section: Section) -> None:
    end: Model = section.model
    for step in [] if section.path == "pk" else section.path.split("__"):
        end = steps(end)[step]

    assert end is User


def test_every_section_has_a_name_of_its_own() -> None:
    names = [section.name for section in SECTIONS]

    assert sorted(names) == sorted(set(names))
