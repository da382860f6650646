"""The parts of sentences that `toolbox.words.phrases` makes, as filters: `{{ names|listed }}`."""

from django import template

from mentorship.toolbox.words.phrases import explained, listed

register = template.Library()
register.filter(listed)
register.filter(explained)
