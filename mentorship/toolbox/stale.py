"""The refusal of a change that would overwrite what another window has changed meanwhile."""

from typing import Generic, TypeVar

from django.utils.translation import gettext as _

from mentorship.toolbox.refused import Refused

Kept = TypeVar("Kept")


class Stale(Refused, Generic[Kept]):
    """What is to be changed was changed since its page was opened: nothing is overwritten unseen.

    The page shows what is kept beside what was typed; see `toolbox.forms.OverwritingForm`.

    kept  what there is now
    seen  which state that is: with it the same form, sent again, goes over it
    """

    def __init__(self, kept: Kept, *, seen: str | int, field: str) -> None:
        sentence = _("This was changed in another window. Both are here; keep what you want.")
        super().__init__("stale", sentence, field=field)
        self.kept = kept
        self.seen = seen
