"""Words that depend on the language alone: said once for each, not for each reader."""

import functools
from collections.abc import Callable
from typing import TypeVar

from django.core.signals import setting_changed
from django.utils.translation import get_language

Said = TypeVar("Said")
# What is said depends on these.
SETTINGS = {"INSTALLED_APPS", "LANGUAGES", "LANGUAGE_CODE", "LOCALE_PATHS"}


def once_a_language(say: Callable[[], Said]) -> Callable[[], Said]:
    """What `say` says in the language that holds now; all who ask are given the same thing, to read.

    Each translation looks for the language that holds now, which takes as long as looking up its words.
    """

    @functools.cache
    def said_in(_language: str | None) -> Said:
        return say()

    def forget(setting: str, **_: object) -> None:
        if setting in SETTINGS:
            said_in.cache_clear()

    setting_changed.connect(forget, weak=False)

    @functools.wraps(say)
    def said() -> Said:
        return said_in(get_language())

    return said
