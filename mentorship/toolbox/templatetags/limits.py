"""What a script says about fields that are too full, in the language of the page."""

import json
from functools import lru_cache

from django import template
from django.utils.translation import get_language

from mentorship.toolbox.pages.constants import constant
from mentorship.toolbox.words.wording import SAMPLES, in_samples

register = template.Library()


@register.simple_tag
@constant
def limit_samples() -> str:
    """The numbers that `limit_words` are about, as JSON, for an attribute."""
    return json.dumps(SAMPLES)


@register.simple_tag
@constant
def limit_words(name: str) -> str:
    """One sentence for each sample, as JSON, for an attribute: see `wording.in_samples`."""
    return _words(name, get_language())


@lru_cache(100)
def _words(name: str, _language: str | None) -> str:
    """In the language that holds now: sixteen sentences, which every page holds."""
    return json.dumps(list(in_samples()[name].values()), ensure_ascii=False)
