"""Where modules find one another, for the head of every page."""

import json
from functools import cache

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.safestring import SafeString

# A module that another one imports gets a name here.
IMPORTED = (
    "comment-drafts",
    "comment-places",
    "comment-writing",
    "dates",
    "file-names",
    "fragments",
    "keeping",
    "lengths",
    "local-time",
    "margin-addresses",
    "margin-arrange",
    "margin-boxes",
    "margin-copy",
    "margin-crowd",
    "margin-drawing",
    "margin-forms",
    "margin-lead",
    "margin-level",
    "margin-marks",
    "margin-news",
    "margin-pages",
    "margin-pointing",
    "margin-presses",
    "margin-sheet",
    "margin-unsaved",
    "mention-names",
    "name-completion",
    "page-boxes",
    "place-addresses",
    "placing-bar",
    "reading-keys",
    "reading-words",
    "send-file",
    "shortcuts",
)

register = template.Library()


@register.simple_tag
@cache
def import_map() -> SafeString:
    """The import map as JSON: plain addresses to those with a hash. The same for every page."""
    imports = {f"{settings.STATIC_URL}js/{name}.js": static(f"js/{name}.js") for name in IMPORTED}
    return SafeString(json.dumps({"imports": imports}, separators=(",", ":")))
