"""What a script says about fields that are too full, in the language of the page."""

import json

from django import template
from django.utils.translation import gettext as _

from mentorship.toolbox.wording import in_samples

register = template.Library()


@register.simple_tag
def limit_words() -> str:
    """Its sentences as JSON, for an attribute: see `wording.in_samples`."""
    return json.dumps({**in_samples(), "title": _("Please look at this again")})
