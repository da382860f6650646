"""What a script says about fields that are too full, in the language of the page."""

import json

from django import template

from mentorship.toolbox.wording import SAMPLES, in_samples

register = template.Library()


@register.simple_tag
def limit_samples() -> str:
    """The numbers that `limit_words` are about, as JSON, for an attribute."""
    return json.dumps(SAMPLES)


@register.simple_tag
def limit_words(name: str) -> str:
    """One sentence for each sample, as JSON, for an attribute: see `wording.in_samples`."""
    return json.dumps(list(in_samples()[name].values()), ensure_ascii=False)
