"""Which rows are about a person: what an export holds and an erasure ends.

Every app names its models here; a test walks all models that lead to User and misses none.
"""

from dataclasses import dataclass

from django.db.models import Model


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a person's data.

    name   of the part, stable: "documents".
    model  whose rows it holds.
    path   from a row to the person, as a queryset spells it: "document__owner".
    """

    name: str
    model: type[Model]
    path: str


SECTIONS: list[Section] = []


def register(name: str, model: type[Model], path: str) -> None:
    """Add a section; called from an app's `ready()`."""
    SECTIONS.append(Section(name, model, path))
