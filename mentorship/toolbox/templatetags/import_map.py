"""Where modules find one another, for the head of every page."""

import json
from functools import cache

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.safestring import SafeString

# A module that another one imports gets a name here.
IMPORTED = (
    "common/dates",
    "common/fragments",
    "common/local-time",
    "common/look-again",
    "common/pointer-press",
    "forms/file-names",
    "forms/keeping",
    "forms/lengths",
    "forms/mention-names",
    "forms/name-completion",
    "forms/send-file",
    "margin/arrange",
    "margin/box-geometry",
    "margin/comment-writing",
    "margin/copy-link",
    "margin/crowd",
    "margin/drafts",
    "margin/events",
    "margin/forms",
    "margin/level",
    "margin/level-threads",
    "margin/line-addresses",
    "margin/line-pointing",
    "margin/live-news",
    "margin/margin-sheet",
    "margin/marks",
    "margin/page-boxes",
    "margin/page-drawing",
    "margin/pages",
    "margin/place-addresses",
    "margin/places",
    "margin/placing-bar",
    "margin/pointing",
    "margin/presses",
    "margin/reading-keys",
    "margin/selection-button",
    "margin/shortcuts",
    "margin/thread-lead",
    "margin/threads",
    "margin/unsaved-words",
    "pages/reading-words",
)

register = template.Library()


@register.simple_tag
@cache
def import_map() -> SafeString:
    """The import map as JSON: plain addresses to those with a hash. The same for every page."""
    imports = {f"{settings.STATIC_URL}js/{name}.js": static(f"js/{name}.js") for name in IMPORTED}
    return SafeString(json.dumps({"imports": imports}, separators=(",", ":")))
