"""Every address of the service, as the resolver knows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLResolver, get_resolver, reverse

from tests.personas import World

Ids = dict[str, Any]
THREADS = {
    "critique:placement",
    "critique:reopening",
    "critique:resolution",
    "critique:settlement",
    "critique:thread",
}


@dataclass(frozen=True)
class Address:
    """A named address, and the names of what has to be filled into it."""

    name: str
    parameters: frozenset[str]

    def path(self, ids: Ids) -> str:
        """The address of one thing. KeyError when it asks for something unknown."""
        return reverse(self.name, kwargs={name: ids[name] for name in self.parameters})

    def ids(self, world: World) -> Ids:
        """What there is in this world to fill in."""
        if self.name == "notifications:letter":
            return {"ref": world.letter.ref}
        if self.name == "notifications:unsubscription":
            return {"ref": world.document.owner.ref, "topic": "replies", "token": "wrong"}
        if self.name in THREADS:
            return {"ref": world.said.thread.ref, "number": 1}
        if self.name in {"critique:comment", "critique:deletion"}:
            return {"ref": world.said.ref}
        if self.name in {"critique:finish", "critique:sending"}:
            return {"ref": world.invitation.round.ref, "token": "wrong"}
        if self.name == "circle:round":
            return {"ref": world.invitation.round.ref}
        if self.name.startswith("circle:"):
            invitation = world.invitation
            return {"ref": invitation.ref, "token": "wrong", "document": world.document.ref}
        return {"ref": world.document.ref, "number": 1, "page_number": 1, "scale": 1}

    def in_(self, world: World) -> str:
        """The address of what is in this world."""
        return self.path(self.ids(world))


def addresses() -> list[Address]:
    """All of them, by name. One without a name is called "None", and is in no table."""
    return sorted(_within(get_resolver()), key=lambda address: address.name)


def _within(
    resolver: URLResolver, space: str = "", above: frozenset[str] = frozenset()
) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        parameters = above | frozenset(entry.pattern.converters)
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from _within(entry, inner, parameters)
        else:
            yield Address(f"{space}{entry.name}", parameters)
