"""Comments that somebody keeps to use again: kept, changed, let go."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from accounts.reader import Reader
from mentorship.critique.models import SavedComment
from mentorship.toolbox.access import open_to_all
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.stale import Stale
from mentorship.toolbox.web.once import once

MAX_SAVED_COMMENTS = 200


@open_to_all("whoever is signed in may keep words of her own; `by.account` is refused to others")
@transaction.atomic
def save_comment(title: str, text: str, *, by: Reader, key: UUID) -> SavedComment:
    """Keep these words. `key` of the form: sent twice it keeps them once.

    Raises Refused "too-many" (422).
    """
    owner, key = by.account, once(key, title, text)
    User.objects.lock(owner)
    known = SavedComment.objects.owned_by(by).filter(key=key).first()
    if known:
        return known
    if SavedComment.objects.owned_by(by).count() >= MAX_SAVED_COMMENTS:
        raise Refused("too-many", _too_many(), status=422)
    return SavedComment.objects.create(owner=owner, title=title, text=text, key=key)


@open_to_all("only her own are found: `_held` refuses others")
@transaction.atomic
def reword(saved: SavedComment, *, by: Reader, title: str, text: str, revision: int) -> None:
    """Let it say this. `revision` is the one the writer saw.

    Raises Refused "deleted", and Stale when another window has changed it; neither text is lost.
    """
    kept = _held(saved, by)
    if (kept.title, kept.text) == (title, text):
        return
    if revision != kept.revision:
        raise Stale(kept, seen=kept.revision, field="text")
    kept.title, kept.text, kept.revision = title, text, kept.revision + 1
    kept.save(update_fields=["title", "text", "revision"])


@open_to_all("only her own are found")
@transaction.atomic
def let_go(saved: SavedComment, *, by: Reader) -> None:
    """Keep it no longer; what was said with it stays. Twice is once."""
    SavedComment.objects.owned_by(by).filter(pk=saved.pk).delete()


def _held(saved: SavedComment, by: Reader) -> SavedComment:
    mine = SavedComment.objects.owned_by(by).select_for_update(no_key=True)
    found = mine.filter(pk=saved.pk).first()
    if found is None:
        raise Refused("deleted", _("This saved comment has been deleted."), field="text")
    return found


def _too_many() -> str:
    return ngettext(
        "You keep %(limit)s comment, and there is no room for more. Delete one first.",
        "You keep %(limit)s comments, and there is no room for more. Delete one first.",
        MAX_SAVED_COMMENTS,
    ) % {"limit": MAX_SAVED_COMMENTS}
