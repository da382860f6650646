"""Naming people in a comment: "@Ben", for whoever the writer may know of, and who may read it."""

import re
from collections.abc import Mapping

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle.models import Invitation, Round
from mentorship.critique.access import thread_rights
from mentorship.critique.models import Comment, Mention, Thread
from mentorship.documents.models import Document
from mentorship.toolbox.words import sanitiser

Names = dict[int, str]  # what people are called, by their ids


def people_in(thread: Thread, *, by: Reader) -> Names:
    """Whom `by` may name in this thread: a mentor as in `people_of`, the seeker those who read it."""
    asked = thread.round
    if asked is None:
        return {}
    if not _is_seeker(by, thread.document):
        return people_of(asked, thread.document, by=by)
    invited = Invitation.objects.live().filter(round=asked, left_at=None)
    return {
        one.person_id: one.name
        for one in invited.select_related("person")
        if thread_rights(as_account(one.person), thread).read
    }


def people_of(asked: Round, document: Document, *, by: Reader) -> Names:
    """Whom a mentor may name in this round: the seeker, and those of whom she reads something there."""
    read = Comment.objects.visible_to(by).standing().sent()
    authors = read.filter(thread__round=asked).values("author")
    invited = Invitation.objects.filter(round=asked, person__in=authors)
    names = {one.person_id: one.name for one in invited if one.person_id != _pk(by)}
    return {document.owner_id: document.owner.name, **names}


def named(text: str, people: Mapping[int, str]) -> list[int]:
    """Who is named in the text, each once, in its order."""
    labels = _labels(people)
    return list(dict.fromkeys(labels[found[1].casefold()] for found in _found(text, labels)))


def marked(text: str, people: Mapping[int, str]) -> str:
    """The same Markdown with the names in it set in bold."""
    marks = [found.span() for found in _found(text, _labels(people))]
    for start, end in reversed(marks):
        text = f"{text[:start]}**{text[start:end]}**{text[end:]}"
    return text


def note(comment: Comment, *, by: Reader, is_new: bool = False) -> set[int]:
    """Keep whom the comment names, and set them in bold. Gives those it did not name before.

    Who was told stays named: only a draft forgets. A new comment named nobody before.
    """
    before = set() if is_new else set(comment.mentions.values_list("person", flat=True))
    if "@" not in comment.text and not before:
        return set()
    people = people_in(comment.thread, by=by)
    now = set(named(comment.text, people))
    comment.html = sanitiser.rendered(marked(comment.text, people))
    comment.save(update_fields=["html"])
    if comment.is_draft:
        comment.mentions.exclude(person__in=now).delete()
    Mention.objects.bulk_create(
        Mention(comment=comment, person_id=person) for person in sorted(now - before)
    )
    return now - before


def readers_named_in(comment: Comment) -> list[User]:
    """Those it names who may read it now."""
    people = User.objects.filter(pk__in=comment.mentions.values("person")).order_by("pk")
    return [one for one in people if reads(one, comment)]


def reads(person: User, comment: Comment) -> bool:
    """Whether this person may read it now."""
    return Comment.objects.visible_to(as_account(person)).filter(pk=comment.pk).exists()


def _labels(people: Mapping[int, str]) -> dict[str, int]:
    """Whole names, and first names that only one of them has; without capitals."""
    first = [name.split()[0].casefold() for name in people.values() if name.strip()]
    labels = {
        name.split()[0].casefold(): person
        for person, name in people.items()
        if name.strip() and first.count(name.split()[0].casefold()) == 1
    }
    return labels | {" ".join(name.casefold().split()): pk for pk, name in people.items()}


def _found(text: str, labels: Mapping[str, int]) -> "list[re.Match[str]]":
    """Where one of these stands after an "@", the longest first; not within a word or in code."""
    names = sorted(filter(None, labels), key=len, reverse=True)
    if not names:
        return []
    any_of = "|".join(re.escape(name).replace(r"\ ", r"\s") for name in names)
    return list(re.finditer(rf"(?<![\w@.`*])@({any_of})(?![\w`*])", text, re.IGNORECASE))


def _is_seeker(by: Reader, document: Document) -> bool:
    return by.owns and _pk(by) == document.owner_id


def _pk(by: Reader) -> int | None:
    return by.person.pk if by.person else None
