"""Every address of the service, as the resolver knows it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLResolver, get_resolver, reverse

from mentorship.circle.models import Invitation
from mentorship.critique.models import FilledChecklist
from tests.pages.personas import World

Ids = dict[str, Any]
TO_EMPLOYERS = (
    *("jobsearch:employer_letter", "jobsearch:employer_letter_file", "jobsearch:answer"),
    *("jobsearch:leaving", "jobsearch:leaving_removal", "jobsearch:reminder"),
)
# What the one ref in an address names, where it is not the document.
ABOUT: dict[str, Callable[[World], str]] = {
    "circle:changes": lambda world: world.invitation.round.ref,
    "circle:people": lambda world: world.invitation.round.ref,
    "circle:closure": lambda world: world.invitation.round.ref,
    "circle:reopening": lambda world: world.invitation.round.ref,
    "critique:acceptance": lambda world: world.said.ref,
    "critique:agreement": lambda world: world.said.thread.ref,
    "critique:comment": lambda world: world.said.ref,
    "critique:decision": lambda world: world.decision.ref,
    "critique:undoing": lambda world: world.decision.ref,
    "critique:comment_people": lambda world: world.said.ref,
    "critique:declining": lambda world: world.said.ref,
    "critique:deletion": lambda world: world.said.ref,
    "critique:earlier": lambda world: world.said.ref,
    "critique:evidence_of": lambda world: world.pursuit.ref,
    "critique:helped": lambda world: world.pursuit.ref,
    "critique:link": lambda world: world.said.ref,
    "critique:one_sending": lambda world: world.said.ref,
    "critique:openness": lambda world: world.invitation.round.ref,
    "critique:letter": lambda world: world.invitation.round.ref,
    "critique:placement": lambda world: world.said.thread.ref,
    "critique:reconsidering": lambda world: world.said.ref,
    "critique:reopening": lambda world: world.said.thread.ref,
    "critique:resolution": lambda world: world.said.thread.ref,
    "critique:round": lambda world: world.invitation.round.ref,
    "critique:guess": lambda world: world.said.thread.ref,
    "critique:saved_comment": lambda world: world.document.owner.saved_comments.get().ref,
    "critique:saved_deletion": lambda world: world.document.owner.saved_comments.get().ref,
    "critique:checklist": lambda world: world.document.owner.checklists.get().ref,
    "critique:checklist_deletion": lambda world: world.document.owner.checklists.get().ref,
    "critique:comment_saved": lambda world: world.said.ref,
    "critique:thread_saved": lambda world: world.said.thread.ref,
    "critique:settlement": lambda world: world.said.thread.ref,
    "critique:thread": lambda world: world.said.thread.ref,
    "critique:thread_people": lambda world: world.said.thread.ref,
    "critique:ticking": lambda world: world.taken.ref,
    "critique:unticking": lambda world: world.taken.ref,
    "critique:use": lambda world: world.said.thread.ref,
    "critique:withdrawal": lambda world: world.said.thread.ref,
    "jobsearch:document_tick": lambda world: world.document.ref,
    "jobsearch:origin": lambda world: world.copy.ref,
    **dict.fromkeys(TO_EMPLOYERS, lambda world: world.to_employer.ref),
    "looks:ending": lambda world: world.look_link.ref,
    "looks:naming": lambda world: world.recalled.ref,
    "notifications:letter": lambda world: world.letter.ref,
    "notifications:sight": lambda world: world.letter.ref,
}
# A look is taken by an invitation here; what a look link opens has a table of its own.
TAKING = {
    f"looks:{page}" for page in ("entry", "look", "page_one", "questions", "relevance", "thanks")
}


REVIEWS = {
    f"critique:{page}" for page in ("answering", "finish", "private_note", "sending", "sent")
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
        if about := ABOUT.get(self.name):
            return {"ref": about(world), "number": 1, "lesson": world.lesson.ref}
        if self.name.startswith("jobsearch:"):
            return {"ref": world.pursuit.ref, "sending": 1, "lesson": world.lesson.ref}
        if self.name == "notifications:unsubscription":
            return {"ref": world.document.owner.ref, "topic": "replies", "token": "wrong"}
        if self.name in REVIEWS:
            made_of = _checklist_of(world.invitation)
            return {"ref": world.invitation.round.ref, "token": "wrong", "made_of": made_of}
        if self.name.startswith("circle:") or self.name in TAKING:
            invitation = world.invitation
            return {"ref": invitation.ref, "token": "wrong", "document": world.document.ref}
        one = {"number": 1, "page_number": 1, "scale": 1, "old": 1, "new": 1}
        one |= {"pursuit": world.pursuit.ref}
        return {"ref": world.document.ref, **one}

    def in_(self, world: World) -> str:
        """The address of what is in this world."""
        return self.path(self.ids(world))


def _checklist_of(asked: Invitation) -> str:
    """What was answered by whoever was asked, or a checklist there is not."""
    filled = FilledChecklist.objects.filter(review__round=asked.round, review__mentor=asked.person)
    return filled.values_list("made_of", flat=True).first() or "zzzzzzzzzzzz"


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
