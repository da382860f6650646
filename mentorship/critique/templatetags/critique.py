"""Threads, lines and what comments say, in templates."""

from django import template

from mentorship.critique.articles import articles
from mentorship.critique.marking import items
from mentorship.toolbox import sanitiser

register = template.Library()
register.filter("articles", articles)
register.filter("line_items", items)
register.filter("stored", sanitiser.stored)
