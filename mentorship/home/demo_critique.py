"""What is said in the sample data: people are asked, open their letters, comment, answer, finish."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from accounts.reader import as_account
from mentorship.circle import actions as circle
from mentorship.circle import links
from mentorship.circle.asking import Ask, Invitee
from mentorship.circle.models import Invitation, Round
from mentorship.circle.visitors.passes import as_visitor
from mentorship.critique import actions as critique
from mentorship.critique.comments.targets import Target
from mentorship.critique.models import Suggestion, Thread
from mentorship.documents.models import Document, Version
from mentorship.jobsearch.models import Pursuit

SAMPLES = Path(__file__).parent / "samples"
Facts = dict[str, Any]  # a table of the sample, as it is written there


def key(name: str) -> UUID:
    """The idempotency key of one thing in the sample data."""
    return uuid5(NAMESPACE_URL, f"https://mentorship.example/demo/{name}")


@transaction.atomic
def make_critique(
    ada: User, documents: dict[str, Document], jobs: dict[str, Pursuit], sample: Facts
) -> None:
    """A round about each of these documents, and all that `sample` says in them. Once."""
    if Round.objects.owned_by(as_account(ada)).exists():
        return
    for name, facts in sample["rounds"].items():
        people = [sample["people"][who] for who in facts["people"]]
        ask(documents[name], people, facts, pursuit=jobs.get(facts.get("job", "")))
    scene = Scene(ada, documents, sample)
    threads = [scene.comment(facts) for facts in sample["points"]]
    for facts in sample["reviews"]:
        scene.finish(facts["by"], facts["on"])
    for facts, thread in zip(sample["points"], threads, strict=True):
        scene.go_on(thread, facts)
    scene.put_off("lena", "resume", facts=sample["later"])


def ask(
    document: Document, people: list[Facts], facts: Facts, *, pursuit: Pursuit | None = None
) -> None:
    """A round about it, as the facts say, for this job. Once."""
    if document.rounds.exists():  # asked on another day, by another date
        return
    circle.ask(
        [document],
        by=as_account(document.owner),
        people=[Invitee(**person) for person in people],
        ask=Ask(
            sentence=facts["sentence"],
            questions=facts["questions"],
            minutes=facts["minutes"],
            wanted_by=timezone.localdate() + timedelta(days=facts["days"]),
            pursuit=pursuit,
        ),
        key=key(f"round about {document.title}"),
    )


class Scene:
    """Who is asked about what, and who has opened her letter."""

    def __init__(self, ada: User, documents: dict[str, Document], sample: Facts) -> None:
        self.ada = ada
        self.versions = {name: one.versions.earliest("number") for name, one in documents.items()}
        self.sample = sample

    def invitation(self, who: str, name: str) -> Invitation:
        """What Ada asks of her about this document."""
        asked = Invitation.objects.select_related("round__owner", "person")
        email = self.sample["people"][who]["email"]
        return asked.get(person__email=email, round__documents=self.versions[name].document)

    def opened(self, who: str, name: str) -> Invitation:
        """The same, once she has pressed the button in her letter."""
        invitation = self.invitation(who, name)
        if not invitation.pressed_at:
            token = links.mailed(invitation, invitation.generation).rstrip("/").rpartition("/")[2]
            link = links.opened_by(token, invitation)
            assert link is not None  # noqa: S101 - it was made a line above
            circle.accept_link(invitation, by=as_visitor(invitation), link=link, browser="sample")
        return invitation

    def comment(self, facts: Facts) -> Thread:
        """What one of them says about words, or to a question."""
        version = self.versions[facts["on"]]
        said = critique.comment(
            version,
            by=as_visitor(self.opened(facts["by"], facts["on"])),
            place=_place(facts, version),
            text=facts["text"],
            key=key(facts["text"]),
            kind=facts.get("kind", Thread.Kind.COMMENT),
            why=facts.get("why"),
            wording=facts.get("wording"),
        )
        return said.thread

    def go_on(self, thread: Thread, facts: Facts) -> None:
        """What becomes of it once it is sent."""
        for answer in facts.get("replies", []):
            self.reply(thread, facts["on"], answer)
        for who in facts.get("agreed", []):
            thread.refresh_from_db()
            critique.agree(thread, by=as_visitor(self.invitation(who, facts["on"])))
        if facts.get("resolved"):
            critique.resolve(thread, by=as_account(self.ada))
        if facts.get("accepted"):
            suggested = Suggestion.objects.get(comment__thread=thread)
            critique.accept(suggested, by=as_account(self.ada))

    def reply(self, thread: Thread, name: str, answer: Facts) -> None:
        """What somebody answers; a mentor's answers are sent with her review."""
        thread.refresh_from_db()
        if answer["by"] == "ada":
            critique.reply(
                thread, by=as_account(self.ada), text=answer["text"], key=key(answer["text"])
            )
            return
        by = as_visitor(self.invitation(answer["by"], name))
        critique.reply(thread, by=by, text=answer["text"], key=key(answer["text"]))
        self.finish(answer["by"], name)

    def finish(self, who: str, name: str) -> None:
        """Her review, with all she has drafted."""
        [facts] = [one for one in self.sample["reviews"] if (one["by"], one["on"]) == (who, name)]
        invitation = self.invitation(who, name)
        verdict, summary = facts["verdict"], facts["summary"]
        critique.finish(
            invitation.round, by=as_visitor(invitation), verdict=verdict, summary=summary
        )

    def put_off(self, who: str, name: str, *, facts: Facts) -> None:
        """She looks at it some days later."""
        invitation = self.opened(who, name)
        day = timezone.localdate() + timedelta(days=facts["days"])
        circle.postpone(invitation, by=as_visitor(invitation), until=day)


def _place(facts: Facts, version: Version) -> Target:
    """The question it answers, or where its words stand in the version, over as many lines as that is.

    Raises ValueError for words that stand nowhere.
    """
    if "question" in facts:
        return Target(question=facts["question"])
    found = re.search(r"\s+".join(map(re.escape, facts["words"].split())), version.text)
    if not found:
        raise ValueError(f"The sample names words that stand nowhere: {facts['words']}")
    pages = version.pages.values_list("lines", flat=True)
    lines = [(number, begins) for page in pages for number, begins, *_rest in page]
    first, begins = [line for line in lines if line[1] <= found.start()][-1]
    last, last_begins = [line for line in lines if line[1] < found.end()][-1]
    return Target(
        line=first, start=found.start() - begins, end_line=last, end=found.end() - last_begins
    )
