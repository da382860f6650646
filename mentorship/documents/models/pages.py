"""Pages of reading copies."""

from typing import Self

from django.db import models
from django.db.models import F

from accounts.reader import Reader
from mentorship.documents.models.texts import Version


class PageQuerySet(models.QuerySet["Page"]):
    """Pages of reading copies, by who may see them."""

    def visible_to(self, reader: Reader) -> Self:
        """Pages of the ready versions of documents she may see."""
        return self.filter(version__in=Version.objects.visible_to(reader).ready())

    def without_words(self) -> Self:
        """The boxes of single words, which are most of a page's bytes, stay unread; so does what software reads."""
        return self.defer("words", "simple")


class Page(models.Model):
    """One page of a reading copy: its images and its lines.

    lines   [[number, start, end, box, angle, opens a block, goes on, ink], …], as `manuscript.Line`;
            whether the line was wrapped: see `formats.flow`; where its words lie along it: see
            `formats.inks`, which was not kept at first.
    shapes  [[kind, level, size, bold, italic, apart], …], of each line, as `formats.shape.Shape`; none of what was
            prepared before there were any.
    words   [[[start, end, *box], …], …], of each line; most who read a page need none.
    simple  [[opens a line, start, end or text, marks], …], as `manuscript.Piece`: what software reads of it; none
            of what was prepared before that was kept.
    images  [{"scale": 1, "file": key in the file store, "width": px, "height": px, "bytes": n}]
    """

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="pages")
    number = models.PositiveIntegerField()
    width = models.FloatField(help_text="Points.")
    height = models.FloatField(help_text="Points.")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    lines = models.JSONField(default=list)
    shapes = models.JSONField(null=True)
    words = models.JSONField(default=list)
    simple = models.JSONField(null=True)
    images = models.JSONField(default=list)

    objects = PageQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(F("version"), F("number"), name="documents_page_once"),
        ]

    def __str__(self) -> str:
        return f"page {self.number} of version {self.version_id}"
