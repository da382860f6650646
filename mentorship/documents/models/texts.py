"""Documents, their versions, and the grants that open them."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.reader import Reader
from mentorship.documents.lengths import MAX_CHANGE, MAX_DRAFT, MAX_EMPLOYER, MAX_NOTE, MAX_TITLE
from mentorship.documents.models.opened import Opened
from mentorship.toolbox.clock.moments import Now
from mentorship.toolbox.pages.addresses import address
from mentorship.toolbox.refs import new_ref


class DocumentQuerySet(models.QuerySet["Document"]):
    """Documents, by who may see them."""

    def owned_by(self, reader: Reader) -> Self:
        """Hers; none for a reader who did not sign in."""
        return self.filter(owner=reader.person) if reader.owns else self.none()

    def visible_to(self, reader: Reader) -> Self:
        """Hers, and those a grant that counts for `reader` opens now."""
        granted = Q(pk__in=Grant.objects.counting_for(reader).values("document"))
        if reader.owns:
            granted |= Q(owner=reader.person)
        return self.filter(granted)

    def with_latest(self) -> Self:
        """Newest first, each with facts of its latest version (`latest_…`)."""
        versions = Version.objects.filter(document=OuterRef("pk")).order_by("-number")
        facts = ("number", "state", "refusal", "trouble", "created_at", "attempts", "lease")
        latest = {f"latest_{fact}": Subquery(versions.values(fact)[:1]) for fact in facts}
        return self.annotate(**latest).order_by("-created_at")


class Document(models.Model):
    """A résumé, a cover letter or another text, in versions. Belongs to one seeker."""

    class Kind(models.TextChoices):
        RESUME = "resume", _("Résumé")
        COVER_LETTER = "cover_letter", _("Cover letter")
        DEBRIEF = "debrief", _("Debrief")
        FOLLOW_UP = "follow_up", _("Follow-up letter")
        THANK_YOU = "thank_you", _("Thank-you letter")
        OTHER = "other", _("Another text")

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="documents"
    )
    kind = models.CharField(_("kind"), max_length=16, choices=Kind, default=Kind.RESUME)
    title = models.CharField(_("title"), max_length=MAX_TITLE)
    note = models.TextField(_("what I would like you to know"), max_length=MAX_NOTE, blank=True)
    key = models.UUIDField(help_text="Idempotency key of the form that made it.")
    draft = models.TextField(blank=True, max_length=MAX_DRAFT, help_text="Text being written here.")
    draft_revision = models.PositiveIntegerField(default=0)
    draft_saved_at = models.DateTimeField(null=True)
    last_number = models.PositiveIntegerField(
        default=0,
        db_default=0,
        help_text="Of a version that was deleted: its number is given to no other.",
    )
    created_at = models.DateTimeField(default=timezone.now)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(F("owner"), F("key"), name="documents_document_once_per_key"),
        ]
        indexes = [models.Index(fields=["owner", "-created_at"], name="documents_document_of")]

    def __str__(self) -> str:
        return f"document {self.ref}"

    def get_absolute_url(self) -> str:
        """The page about the document: its versions and what can be done with it."""
        return address("documents:document", self.ref)

    def get_kind_display(self) -> str:  # type: ignore[no-redef]  # Django leaves it to us
        """As Django's, which goes through all kinds."""
        return str(self.Kind(self.kind).label)


class VersionQuerySet(models.QuerySet["Version"]):
    """Versions, by who may see them and how far they are."""

    def visible_to(self, reader: Reader) -> Self:
        """Versions of documents she may see; of other people's only those that are ready."""
        granted = Grant.objects.counting_for(reader).values("document")
        seen = Q(document__in=granted, state=Version.State.READY)
        if reader.owns:
            seen |= Q(document__owner=reader.person)
        return self.filter(seen)

    def ready(self) -> Self:
        """Versions with a reading copy."""
        return self.filter(state=Version.State.READY)

    def unfinished(self) -> Self:
        """Versions that no worker has finished: without a reading copy, or without all its pictures."""
        lacks_pictures = Q(state=Version.State.READY, drawn_at=None)
        return self.filter(Q(state__in=Version.UNDER_WAY) | lacks_pictures)

    def with_newest(self) -> Self:
        """Each with the number of the newest ready version of its document (`newest`)."""
        ready = Version.objects.ready().filter(document=OuterRef("document")).order_by("-number")
        return self.annotate(newest=Subquery(ready.values("number")[:1]))


class Version(Opened):
    """One immutable state of a document: the original bytes, and the reading copy made of them."""

    class State(models.TextChoices):
        RECEIVED = "received"
        PREPARING = "preparing"
        READY = "ready"
        REFUSED = "refused"

    UNDER_WAY = (State.RECEIVED, State.PREPARING)

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    key = models.UUIDField(help_text="Idempotency key of the form that made it.")
    format = models.CharField(max_length=8)
    size = models.PositiveIntegerField(help_text="Bytes of the original.")
    sha256 = models.CharField(max_length=64, help_text="Of the original, in hex.")
    original = models.CharField(max_length=120, blank=True, help_text="Its key in the file store.")
    state = models.CharField(max_length=10, choices=State, default=State.RECEIVED)
    recipe = models.CharField(max_length=40, blank=True, help_text="Rules it was prepared with.")
    text = models.TextField(blank=True, help_text="NFC, LF; what offsets count in.")
    notes = models.JSONField(default=list, help_text="Codes of what its readers should be told.")
    findings = models.JSONField(
        default=list,
        db_default=[],
        help_text="[[code, facts], …] of what its owner alone should be told: `manuscript.Finding`.",
    )
    change = models.CharField(
        max_length=MAX_CHANGE, blank=True, help_text="What is new, in her words."
    )
    created_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, help_text="When it went to an employer.")
    sent_to = models.CharField(max_length=MAX_EMPLOYER, blank=True)
    ready_at = models.DateTimeField(null=True)
    drawn_at = models.DateTimeField(
        null=True, help_text="When all pictures of its pages were there."
    )
    image_bytes = models.PositiveBigIntegerField(
        default=0, db_default=0, help_text="Of all images of its pages."
    )
    awaits_carrying = models.BooleanField(
        default=True,
        db_default=True,
        help_text="What was said about versions before it has still to find its places here.",
    )

    awaits_rereading = models.BooleanField(
        default=False,
        db_default=False,
        help_text="It came before what software reads was kept: its file is read once more.",
    )

    objects = VersionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                F("document"), F("number"), name="documents_version_one_per_number"
            ),
            models.UniqueConstraint(F("document"), F("key"), name="documents_version_once_per_key"),
        ]
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=Q(state__in=["received", "preparing"]) | Q(state="ready", drawn_at=None),
                name="documents_version_due",
            ),
            models.Index(
                fields=["id"],
                condition=Q(state="ready", awaits_carrying=True),
                name="documents_version_to_carry",
            ),
            models.Index(
                fields=["id"],
                condition=Q(state="ready", awaits_rereading=True),
                name="documents_version_to_reread",
            ),
            models.Index(
                fields=["ready_at"],
                condition=Q(state="ready", number__gt=1),
                name="documents_version_lately",
            ),
            models.Index(
                fields=["refused_at"],
                condition=Q(state="refused") & ~Q(original=""),
                name="documents_version_to_forget",
            ),
        ]

    def __str__(self) -> str:
        return f"version {self.number} of document {self.document_id}"

    def get_absolute_url(self) -> str:
        """Where this version is read."""
        return address("critique:reading", self.document.ref, self.number)

    @property
    def is_ready(self) -> bool:
        """Whether there is a reading copy."""
        return self.state == self.State.READY

    @property
    def is_refused(self) -> bool:
        """Whether no reading copy can be made of it."""
        return self.state == self.State.REFUSED


class GrantQuerySet(models.QuerySet["Grant"]):
    """Grants, by whether they count."""

    def live(self) -> Self:
        """Neither ended nor past their end, and open on the whole text."""
        open_now = Q(ends_at=None) | Q(ends_at__gt=Now())
        return self.filter(open_now, ended_at=None, shows=Grant.Shows.FULL)

    def counting_for(self, reader: Reader) -> Self:
        """Live grants in the reader's scope: all of hers, or exactly those her pass names."""
        if reader.person is None:
            return self.none()
        grants = self.live().filter(person=reader.person)
        return grants if reader.scope is None else grants.filter(pk__in=reader.scope)


class Grant(models.Model):
    """What one person may do with one document now, from one source. Ending one leaves the others."""

    class Source(models.TextChoices):
        INVITATION = "invitation"
        GROUP = "group"
        LOOK = "look"

    class May(models.TextChoices):
        READ = "read"
        COMMENT = "comment"

    class Shows(models.TextChoices):
        FULL = "full"
        MASKED = "masked"

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="grants")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="grants"
    )
    source = models.CharField(max_length=12, choices=Source)
    source_id = models.PositiveBigIntegerField(help_text="The source's row: rooms above own it.")
    may = models.CharField(max_length=8, choices=May, default=May.COMMENT)
    shows = models.CharField(max_length=8, choices=Shows, default=Shows.FULL)
    ends_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = GrantQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                F("document"), F("source"), F("source_id"), name="documents_grant_one_per_source"
            ),
            # Nothing covers names yet, so that nobody may be promised a text in which they are.
            models.CheckConstraint(
                condition=~Q(shows="masked"), name="documents_grant_masked_is_refused"
            ),
        ]
        indexes = [
            models.Index(
                fields=["person", "document"],
                condition=Q(ended_at=None),
                name="documents_grant_open",
            ),
            models.Index(fields=["source_id", "source"], name="documents_grant_of_source"),
        ]

    def __str__(self) -> str:
        return f"{self.may} on document {self.document_id}"
