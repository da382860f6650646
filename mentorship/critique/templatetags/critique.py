"""Threads and lines in templates."""

from django import template

from mentorship.critique.articles import articles
from mentorship.critique.marking import items

register = template.Library()
register.filter("articles", articles)
register.filter("line_items", items)
