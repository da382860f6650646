"""What is shown for ten seconds, the links that lead to it, and what readers recalled."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.reader import Reader, Way
from mentorship.circle.models import Invitation, Pass
from mentorship.documents.models import Document, Grant, Version
from mentorship.jobsearch.models import Pursuit
from mentorship.looks import links
from mentorship.looks.lengths import (
    MAX_FOR_WHOM,
    MAX_JOB,
    MAX_LOOK,
    MAX_STOPPED,
    MAX_STRENGTH,
    SPARE,
)
from mentorship.toolbox.clock.moments import Now, now
from mentorship.toolbox.pages.addresses import address
from mentorship.toolbox.refs import new_ref

SECOND = timedelta(seconds=1)


class ShowingQuerySet(models.QuerySet["Showing"]):
    """What is shown for looks, by who may see it."""

    def owned_by(self, reader: Reader) -> Self:
        """Of her own documents; none for a reader who did not sign in."""
        return self.filter(version__document__owner=reader.person) if reader.owns else self.none()

    def visible_to(self, reader: Reader) -> Self:
        """Of versions she may read; by a look link those of its document, while the link lasts."""
        if reader.way is not Way.LOOK:
            return self.filter(version__in=Version.objects.visible_to(reader).ready())
        opened = Grant.objects.live().filter(source=Grant.Source.LOOK, pk__in=reader.scope or ())
        return self.filter(version__document__in=opened.values("document"))

    def newest(self) -> Self:
        """The latest version first."""
        return self.order_by("-version__number")


class Showing(models.Model):
    """Page one of a version as it is shown for a look: what its seeker covered, and for which job it is.

    lines       the numbers of the lines that are covered
    drawn       boxes she drew beside them, as `covering.Box`
    target      the job in her words; readers are never told it before they answer
    is_offered  also to the people she asks about the document, and not by links alone
    """

    version = models.OneToOneField(Version, on_delete=models.CASCADE, related_name="showing")
    pursuit = models.ForeignKey(
        Pursuit, null=True, on_delete=models.SET_NULL, related_name="showings"
    )
    target = models.CharField(max_length=MAX_JOB, blank=True)
    lines = models.JSONField(default=list)
    drawn = models.JSONField(default=list)
    is_offered = models.BooleanField(default=True)
    saved_at = models.DateTimeField(default=now)

    objects = ShowingQuerySet.as_manager()

    def __str__(self) -> str:
        return f"showing of version {self.version_id}"

    @property
    def job(self) -> str:
        """The job it is for, as far as she said."""
        return self.target or (self.pursuit.role if self.pursuit else "")


class LookLinkQuerySet(models.QuerySet["LookLink"]):
    """Look links, by whose they are and whether they open anything."""

    def owned_by(self, reader: Reader) -> Self:
        """To her own documents; none for a reader who did not sign in."""
        return self.filter(document__owner=reader.person) if reader.owns else self.none()

    def live(self) -> Self:
        """Neither ended nor past their end; they may have given all their looks."""
        return self.filter(ended_at=None, ends_at__gt=Now())

    def for_token(self, ref: str, token: str) -> Self:
        """The live link that this token is of, or none."""
        return self.live().filter(ref=ref) if links.opens(token, ref) else self.none()

    def with_counts(self) -> Self:
        """Each with how many looks it has given (`given`)."""
        return self.annotate(given=Count("looks"))


class LookLink(models.Model):
    """A grant of its own kind: whoever has the link may take one look at page one, and see nothing else.

    for_whom  what its seeker calls it, for herself
    most      how many looks it gives; each browser takes one of each version
    """

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="look_links")
    key = models.UUIDField(help_text="Idempotency key of the form that made it.")
    for_whom = models.CharField(max_length=MAX_FOR_WHOM, blank=True)
    most = models.PositiveIntegerField()
    created_at = models.DateTimeField(default=now)
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = LookLinkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(F("document"), F("key"), name="looks_looklink_once_per_key"),
        ]

    def __str__(self) -> str:
        return f"look link {self.ref}"

    @property
    def is_full(self) -> bool:
        """Whether it has given all its looks; asks nothing of one that came `with_counts()`."""
        given: int | None = getattr(self, "given", None)  # annotated
        return (self.looks.count() if given is None else given) >= self.most

    @property
    def url(self) -> str:
        """What she copies."""
        return links.address(self.ref)


class LookQuerySet(models.QuerySet["Look"]):
    """Looks, by whose they are."""

    def owned_by(self, reader: Reader) -> Self:
        """At her own documents; none for a reader who did not sign in."""
        hers = Q(showing__version__document__owner=reader.person)
        return self.filter(hers) if reader.owns else self.none()

    def by(self, *, person: User | None, hand: Pass | None = None) -> Self:
        """Of somebody who was asked, by this hand of hers."""
        return self.filter(person=person, hand=hand, link=None)

    def by_link(self, link: int, browser: str) -> Self:
        """Of a browser with a link."""
        return self.filter(link=link, browser=browser)

    def answered(self) -> Self:
        """Those with answers, the first first."""
        return self.exclude(answered_at=None).order_by("answered_at", "pk")


class Look(models.Model):
    """One reader's look at page one, once per version, and what she recalls of it.

    invitation, person  whose it is, where somebody was asked; `hand` as that of a review, for a link
                        that was passed on proves nothing
    link, browser       the same where it came by a look link: each browser is one reader
    seconds             she chose before she began; none for as long as she likes
    by_text             she read the text instead of seeing the picture
    eyes                where her eye went: [[x, y], …] in shares of the page
    named               the seeker's own word on whether she named the job; otherwise it is compared
    """

    class Relevant(models.TextChoices):
        YES = "yes", _("Yes")
        NO = "no", _("No")
        UNSURE = "unsure", _("I can’t say")

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    showing = models.ForeignKey(Showing, on_delete=models.CASCADE, related_name="looks")
    invitation = models.ForeignKey(
        Invitation, null=True, on_delete=models.SET_NULL, related_name="looks"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="looks"
    )
    hand = models.ForeignKey(Pass, null=True, on_delete=models.CASCADE, related_name="looks")
    link = models.ForeignKey(LookLink, null=True, on_delete=models.CASCADE, related_name="looks")
    browser = models.CharField(max_length=16, blank=True)
    seconds = models.PositiveIntegerField(null=True)
    by_text = models.BooleanField(default=False)
    started_at = models.DateTimeField(default=now)
    answered_at = models.DateTimeField(null=True)
    job = models.CharField(max_length=MAX_JOB, blank=True)
    strongest = models.CharField(max_length=MAX_STRENGTH, blank=True)
    second = models.CharField(max_length=MAX_STRENGTH, blank=True)
    stopped = models.TextField(max_length=MAX_STOPPED, blank=True)
    relevant = models.CharField(max_length=8, choices=Relevant, blank=True)
    eyes = models.JSONField(default=list)
    named = models.BooleanField(null=True)

    objects = LookQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["showing", "person"],
                condition=Q(hand=None, person__isnull=False),
                name="looks_look_once_per_person",
            ),
            models.UniqueConstraint(
                fields=["showing", "hand"],
                condition=Q(hand__isnull=False),
                name="looks_look_once_per_hand",
            ),
            models.UniqueConstraint(
                fields=["showing", "link", "browser"],
                condition=Q(link__isnull=False),
                name="looks_look_once_per_browser",
            ),
        ]

    def __str__(self) -> str:
        return f"look {self.ref}"

    def get_absolute_url(self) -> str:
        """Where its seeker reads it, among the others."""
        return address("looks:looks", self.showing.version.document.ref)

    @property
    def picture_ends_at(self) -> datetime:
        """When the address of its picture dies."""
        if self.seconds is None:
            return self.started_at + MAX_LOOK
        return self.started_at + SPARE + self.seconds * SECOND
