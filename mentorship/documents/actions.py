"""Every change a person can make to documents."""

from datetime import datetime
from uuid import UUID

from django.core.files import File
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.reader import Reader
from mentorship.documents import budgets, farewells
from mentorship.documents.access import Rights, require
from mentorship.documents.additions import add, forgotten_if_refused, received, with_its_line
from mentorship.documents.models import Document, Grant, Version
from mentorship.documents.presence import gone, held, keep
from mentorship.documents.store import files, orphans
from mentorship.toolbox.access import open_to_all
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.stale import Stale
from mentorship.toolbox.web.once import once
from mentorship.toolbox.work.killpoints import killpoint
from mentorship.trail.actions import write


@open_to_all("whoever is signed in may have documents; `by.account` is refused to others")
def upload(
    *, by: Reader, kind: str, title: str, note: str, key: UUID, file: "File[bytes]"
) -> Document:
    """A document whose first version is `file`.

    key  of the form: sent twice it makes one document; with another file or other words, one more

    Raises Refused (422, field "file") when name and content disagree, or the file is empty, too
    large or of no format read here; as `budgets.require_room` when there is no room for it. Whatever
    else may be wrong with it is found while preparing.
    """
    owner = by.account
    sha256 = files.sha256_of(file)
    key = once(key, sha256, kind, title, note)
    known = Document.objects.owned_by(by).filter(key=key).first()
    if known:
        return known
    format_, kept = received(file, sha256, owner=owner)
    with forgotten_if_refused(kept), transaction.atomic():
        User.objects.lock(owner)
        document, is_new = Document.objects.get_or_create(
            owner=owner, key=key, defaults={"kind": kind, "title": title, "note": note}
        )
        if is_new:
            add(document, key, file.name or "", format_, kept, by=by)
        killpoint("upload-uncommitted")
    if not is_new:
        files.forget([kept.name])
    return document


def add_version(
    document: Document, *, by: Reader, key: UUID, file: "File[bytes]", change: str = ""
) -> Version:
    """The next version of the document, made of `file`. Raises as `upload`.

    key     of the form: sent twice it makes one version, with another file one more
    change  what is new in it, in a line for the people who were asked

    Raises Refused "sent-before" when this file came with this form before, and another line.
    """
    require(by, "own", on=document)
    sha256 = files.sha256_of(file)
    key = once(key, sha256)
    known = document.versions.filter(key=key).first()
    if known:
        return with_its_line(known, change)
    format_, kept = received(file, sha256, owner=document.owner, document=document)
    with forgotten_if_refused(kept), transaction.atomic():
        made = add(document, key, file.name or "", format_, kept, by=by, change=change)
    return with_its_line(made, change)


@open_to_all("whoever is signed in may have documents; `by.account` is refused to others")
@transaction.atomic
def begin_text(*, by: Reader, kind: str, title: str, note: str, key: UUID) -> Document:
    """A document to be written here; it has no version until its draft is saved as one.

    key  of the form: sent twice it begins one text, sent with other words one more

    Raises Refused as `budgets.require_room`.
    """
    owner, key = by.account, once(key, kind, title, note)
    User.objects.lock(owner)
    known = Document.objects.owned_by(by).filter(key=key).first()
    if known:
        return known
    budgets.require_room(owner)
    facts = {"kind": kind, "title": title, "note": note, "draft_saved_at": timezone.now()}
    document = Document.objects.create(owner=owner, key=key, **facts)
    write("began", f"document:{document.ref}", owner=owner, by=by)
    return document


@transaction.atomic
def save_draft(document: Document, *, by: Reader, text: str, revision: int) -> Document:
    """Keep the working draft. `revision` is the one the writer saw.

    Raises Stale when another window has saved since; neither text is lost.
    """
    require(by, "own", on=document)
    kept = held(document.pk)
    text = text.replace("\r\n", "\n")
    if text == kept.draft:
        return kept
    if revision != kept.draft_revision:
        raise Stale(kept.draft, seen=kept.draft_revision, field="text")
    kept.draft = text
    kept.draft_revision += 1
    kept.draft_saved_at = timezone.now()
    kept.save(update_fields=["draft", "draft_revision", "draft_saved_at"])
    return kept


def save_as_version(document: Document, *, by: Reader, key: UUID, change: str = "") -> Version:
    """Freeze the working draft as the next version. `change` says what is new.

    key  of the form: sent twice it makes one version; once the draft says something else, one more

    Raises Refused (422, field "text") while the draft is empty; otherwise as `add_version`.
    """
    require(by, "own", on=document)
    try:
        document.refresh_from_db(fields=["draft"])
    except Document.DoesNotExist:
        raise gone() from None
    key = once(key, document.draft)
    known = document.versions.filter(key=key).first()
    if known:
        return with_its_line(known, change)
    if not document.draft.strip():
        raise Refused("empty", _("Write something first."), field="text", status=422)
    text = ContentFile(document.draft.encode(), name="text.md")
    budgets.require_room(document.owner, text.size, document=document)
    kept = files.keep_original(text, files.sha256_of(text))
    with forgotten_if_refused(kept), transaction.atomic():
        made = add(document, key, "text.md", "md", kept, by=by, change=change)
    return with_its_line(made, change)


@transaction.atomic
def say_what_is_new(version: Version, *, by: Reader, change: str) -> Version:
    """Give the version this line; who was told already is not told anew."""
    require(by, "own", on=version.document)
    version.change = change
    keep(version, "change")
    return version


@transaction.atomic
def mark_sent(version: Version, *, by: Reader, sent_to: str) -> Version:
    """The version went to an employer, today unless that is known already. `sent_to` names it."""
    require(by, "own", on=version.document)
    if version.sent_at is None:
        version.sent_at = timezone.now()
        write("sent", _thing(version), owner=version.document.owner, by=by)
    version.sent_to = sent_to
    keep(version, "sent_at", "sent_to")
    return version


@transaction.atomic
def take_back_sent(version: Version, *, by: Reader) -> Version:
    """The version did not go to an employer after all."""
    require(by, "own", on=version.document)
    if version.sent_at:
        write("unsent", _thing(version), owner=version.document.owner, by=by)
    version.sent_at, version.sent_to = None, ""
    keep(version, "sent_at", "sent_to")
    return version


@transaction.atomic
def describe(document: Document, *, by: Reader, kind: str, title: str, note: str) -> Document:
    """Give the document this kind, title and note."""
    require(by, "own", on=document)
    document.kind, document.title, document.note = kind, title, note
    keep(document, "kind", "title", "note")
    return document


@transaction.atomic
def delete(document: Document, *, by: Reader) -> None:
    """End the document with all its versions, grants and files, and all that was said about it, for
    good, also in letters that are stored here. Whoever was asked is told.

    Files go once the transaction is there; what a crash leaves of them, with the next clean-up.
    """
    require(by, "own", on=document)
    User.objects.lock(document.owner)  # as whoever adds a version: none comes once they are listed
    farewells.say(document)
    list(Document.objects.select_for_update().filter(pk=document.pk).values_list("pk"))
    # Locked: whoever is about to comment on one waits, and then hears that it is gone.
    standing = document.versions.select_for_update().order_by("number")
    originals = list(standing.values_list("original", flat=True))
    write("deleted", f"document:{document.ref}", owner=document.owner, by=by)
    document.delete()
    orphans.give_up(originals)


@transaction.atomic
def delete_version(version: Version, *, by: Reader) -> None:
    """End one version with its files and what was said about it alone, for good, as `delete`.

    Its number is given to no other. Raises Refused as `farewells.require_may_go`.
    """
    require(by, "own", on=version.document)
    User.objects.lock(version.document.owner)
    document = held(version.document_id)
    if not document.versions.select_for_update().filter(pk=version.pk).values_list("pk").first():
        return  # another tab was faster
    farewells.require_may_go(version)
    farewells.say_of(version)
    document.last_number = max(document.last_number, version.number)
    document.save(update_fields=["last_number"])
    write("deleted", _thing(version), owner=document.owner, by=by)
    original = version.original
    version.delete()
    orphans.give_up([original])


def note_reading(version: Version, *, by: Reader, what: str) -> Rights:
    """Write that someone other than its owner read it ("read"), or that anyone downloaded it.

    What she may do with it, since that was asked.
    """
    # One row or none: a transaction would make every reading wait for whoever writes to SQLite.
    held = require(by, "read", on=version.document)
    if what != "read" or not held.own:
        write(what, _thing(version), owner=version.document.owner, by=by)
    return held


def note_comparison(old: Version, new: Version, *, by: Reader) -> Rights:
    """Write that someone other than their owner read these versions beside each other.

    That is no look at the new one: what changed since her last look stays to be told.
    """
    held = require(by, "read", on=new.document)
    for version in {old.pk: old, new.pk: new}.values() if not held.own else ():
        write("compared", _thing(version), owner=new.document.owner, by=by)
    return held


@transaction.atomic
def grant(
    document: Document,
    *,
    by: Reader,
    person: User | None,
    source: str,
    source_id: int,
    may: str = Grant.May.COMMENT,
    ends_at: datetime | None = None,
) -> Grant:
    """Let `person` read or comment, as long as this source of hers lasts; one grant per source.

    To nobody by name it opens no text: what it shows is its source's own affair.
    """
    require(by, "own", on=document)
    facts = {"person": person, "may": may, "ends_at": ends_at, "ended_at": None}
    return Grant.objects.update_or_create(
        document=document, source=source, source_id=source_id, defaults=facts
    )[0]


@transaction.atomic
def end_grant(document: Document, *, by: Reader, source: str, source_id: int) -> None:
    """End the grant of this source: its owner takes it back, or the person herself leaves.

    What other sources grant stays.
    """
    held = require(by, "read", on=document)
    grants = Grant.objects.filter(document=document, source=source, source_id=source_id)
    hers = grants if held.own else grants.filter(person=by.person)
    hers.filter(ended_at=None).update(ended_at=timezone.now())


def _thing(version: Version) -> str:
    return f"version:{version.document.ref}/{version.number}"
