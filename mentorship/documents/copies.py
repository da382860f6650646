"""Reading copies as rows: kept once they can be read, and completed when all pictures are drawn.

Each is written by the holder of the version's lease alone, and safe to do twice.
"""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import QuerySet

from mentorship.documents.formats import wire
from mentorship.documents.formats.inks import ink
from mentorship.documents.formats.manuscript import Manuscript, ManuscriptPage
from mentorship.documents.formats.shape import Shape
from mentorship.documents.formats.shaping import shapes_of
from mentorship.documents.models import Page, Version
from mentorship.documents.signals import version_ready
from mentorship.documents.store import files
from mentorship.toolbox.clock.moments import Now

# Counts up when the same bytes would give another reading copy. What is ready is never made anew, for
# what was said about it stands on its text; so its recipe says by which rules its pages came about.
RECIPE = "6"


def keep(version: Version, manuscript: Manuscript) -> None:
    """Its text and its pages, with those of their pictures that are drawn. Nothing when they are there."""
    if _mine(version).filter(state=Version.State.READY).exists():
        return
    pages = [
        _page(version, page, shapes, wrapped, manuscript.text)
        for page, (shapes, wrapped) in zip(manuscript.pages, shapes_of(manuscript), strict=True)
    ]
    with transaction.atomic():
        is_kept = _mine(version).update(
            state=Version.State.READY,
            recipe=RECIPE,
            text=manuscript.text,
            notes=list(manuscript.notes),
            findings=wire.findings_row(manuscript),
            image_bytes=_bytes(pages),
            ready_at=Now(),
        )
        if is_kept:
            Page.objects.bulk_create(pages)
            version_ready.send(Version, version_id=version.pk)


def complete(version: Version, manuscript: Manuscript) -> None:
    """All pictures of its pages, and what is known only once they are drawn.

    The words stay those that were kept: what is said about them counts in that text.
    """
    if not _mine(version).exists():
        return  # another worker's by now
    pages = list(version.pages.only("number", "images"))
    if len(pages) != len(manuscript.pages):  # laid out by other rules than the words that are kept
        leave_incomplete(version)
        return
    for page, drawn in zip(pages, manuscript.pages, strict=True):
        page.images, page.simple = _images(version, drawn, page.images), _simple(drawn)
    with transaction.atomic():
        is_mine = _mine(version).update(
            notes=list(manuscript.notes),
            findings=wire.findings_row(manuscript),
            image_bytes=_bytes(pages),
            drawn_at=Now(),
            lease="",
            trouble="",
            verdict={},
        )
        if is_mine:
            Page.objects.bulk_update(pages, ["images", "simple"])


def leave_incomplete(version: Version) -> bool:
    """Draw no more of its pictures; whether it can be read without them."""
    read = _mine(version).filter(state=Version.State.READY)
    return bool(read.update(drawn_at=Now(), lease="", trouble="", verdict={}))


def _mine(version: Version) -> QuerySet[Version]:
    return Version.objects.filter(pk=version.pk, lease=version.lease)


def _page(
    version: Version, page: ManuscriptPage, shapes: list[Shape], wrapped: list[bool], text: str
) -> Page:
    rows = [wire.line_row(line) for line in page.lines]
    return Page(
        version=version,
        number=page.number,
        width=page.width,
        height=page.height,
        start=page.start,
        end=page.end,
        lines=[
            [*facts, int(wraps), ink(line, text)]
            for line, (*facts, _words), wraps in zip(page.lines, rows, wrapped, strict=True)
        ],
        shapes=[list(shape) for shape in shapes],
        words=[words for *_facts, words in rows],
        simple=_simple(page),
        images=_images(version, page),
    )


def _images(
    version: Version, page: ManuscriptPage, kept: Sequence[dict[str, object]] = ()
) -> list[dict[str, object]]:
    """The pictures of a page, `kept` ones as they are: somebody may be loading them."""
    have = {image["scale"]: image for image in kept}
    return [
        have.get(image.scale)
        or {
            "scale": image.scale,
            "file": files.keep_image(image, beside=version.original),
            "width": image.width,
            "height": image.height,
            "bytes": image.path.stat().st_size,
        }
        for image in page.images
    ]


def _simple(page: ManuscriptPage) -> list[list[object]]:
    return [wire.piece_row(piece) for piece in page.simple]


def _bytes(pages: list[Page]) -> int:
    return sum(image["bytes"] for page in pages for image in page.images)
