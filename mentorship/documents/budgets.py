"""How much one person may have here. Nobody honest meets it; nobody fills the disk or the queue.

Counted twice: before bytes are kept, so that most of what is refused costs nothing; and under a lock
on the person's row when the version's row is written, so that what comes at once does not pass together.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db.models import Count, Q, Sum
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from mentorship.documents.models import Document, Version
from mentorship.documents.opening import queues
from mentorship.toolbox.refused import Refused
from mentorship.trail.models import Activity

MEGABYTE = 1024 * 1024
AN_HOUR = timedelta(hours=1)
UPLOADS = ["uploaded", "began"]  # as the trail calls them; what was deleted since is in it, too


@dataclass(frozen=True, slots=True)
class Had:
    """What somebody has here, in rows and in bytes.

    images  of those still to be prepared, the most that they may become
    """

    files: int
    originals: int
    images: int


def had_by(owner: User, *, but: Document | None = None) -> Had:
    """What she has; a text that is written here and has no version yet is a file, unless it is `but`."""
    versions = Version.objects.filter(document__owner=owner)
    counted = versions.aggregate(
        files=Count("pk"),
        waiting=Count("pk", filter=Q(state__in=Version.UNDER_WAY)),
        originals=Sum("size", filter=~Q(original=""), default=0),
        images=Sum("image_bytes", default=0),
    )
    texts = Document.objects.filter(owner=owner, versions=None)
    if but:
        texts = texts.exclude(pk=but.pk)
    at_most = counted["waiting"] * settings.MAX_MEGABYTES_OF_IMAGES_PER_VERSION * MEGABYTE
    return Had(
        files=counted["files"] + texts.count(),
        originals=counted["originals"],
        images=counted["images"] + at_most,
    )


def require_room(owner: User, size: int = 0, *, document: Document | None = None) -> None:
    """Pass when she may have one more file of `size` bytes, a version of `document` if there is one.

    Raises Refused, field "file": "too-many-uploads" and "too-many-waiting" (429), which pass by
    themselves; "too-many-files", "no-room" and "no-room-for-pages" (422), until she deletes something.
    """
    require_turn(owner)
    had = had_by(owner, but=document)
    if had.files >= settings.MAX_FILES_PER_PERSON:
        raise Refused("too-many-files", _too_many_files(), field="file", status=422)
    if had.originals + size > settings.MAX_MEGABYTES_OF_FILES * MEGABYTE:
        told = _(
            "Your files take up %(limit)s here, and there is no room for more. Delete versions that "
            "you no longer need, then upload this one."
        ) % {"limit": filesizeformat(settings.MAX_MEGABYTES_OF_FILES * MEGABYTE)}
        raise Refused("no-room", told, field="file", status=422)
    if had.images >= settings.MAX_MEGABYTES_OF_IMAGES * MEGABYTE:
        told = _(
            "The pages of your documents take up %(limit)s here, and there is no room for more. "
            "Delete versions that you no longer need, then upload this one."
        ) % {"limit": filesizeformat(settings.MAX_MEGABYTES_OF_IMAGES * MEGABYTE)}
        raise Refused("no-room-for-pages", told, field="file", status=422)


def require_turn(owner: User) -> None:
    """Pass when one file more of hers may be opened, of whatever it is. Raises Refused as `require_room`."""
    _require_pace(owner)
    if queues.waiting_of(owner) >= settings.MAX_FILES_WAITING:
        raise Refused("too-many-waiting", _too_many_waiting(), field="file", status=429)


def _require_pace(owner: User) -> None:
    lately = Activity.objects.filter(owner=owner, at__gt=timezone.now() - AN_HOUR)
    if lately.filter(kind__in=UPLOADS).count() < settings.MAX_UPLOADS_AN_HOUR:
        return
    told = _(
        "This is more than one person can upload in an hour (%(limit)s). Upload the rest in an hour."
    )
    sentence = told % {"limit": settings.MAX_UPLOADS_AN_HOUR}
    raise Refused("too-many-uploads", sentence, field="file", status=429)


def _too_many_waiting() -> str:
    limit = settings.MAX_FILES_WAITING
    return ngettext(
        "%(limit)s file of yours is still being prepared. Upload this one when it is ready.",
        "%(limit)s files of yours are still being prepared. Upload this one when some are ready.",
        limit,
    ) % {"limit": limit}


def _too_many_files() -> str:
    limit = settings.MAX_FILES_PER_PERSON
    return ngettext(
        "You keep %(limit)s file here, and there is no room for more. Delete versions that you no "
        "longer need, then go on.",
        "You keep %(limit)s files here, and there is no room for more. Delete versions that you no "
        "longer need, then go on.",
        limit,
    ) % {"limit": limit}
