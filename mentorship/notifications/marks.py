"""What only we can put into a letter: links, addresses, and secrets that no row holds.

While a letter is rendered these are marks with a number drawn for this letter alone, which no typed
word can spell. All other words are disarmed, so that nothing in a letter leads elsewhere; then links
and addresses take the place of their marks. Those of secrets stay in the stored words.
"""

import html
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mentorship.toolbox.words import plain

TAG = re.compile(r"(<[^>]*>)")


@dataclass(frozen=True, slots=True)
class Ours:
    """A link or an address that may be pressed."""

    words: str

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True, slots=True)
class Secret:
    """What is derived whenever the words of a letter are needed: a code, or a link with a token."""

    name: str


def mark(name: str, nonce: str) -> str:
    """What stands in the words for a secret. Letters of old have no nonce."""
    return "{{" + f"{name}:{nonce}" + "}}" if nonce else "{{" + name + "}}"


def filled(words: str, nonce: str, secrets_of: Mapping[str, str]) -> str:
    """The words with each mark replaced by its secret. What a secret holds is no mark."""
    marks = {mark(name, nonce): secret for name, secret in secrets_of.items()}
    if not marks:
        return words
    return re.sub("|".join(map(re.escape, marks)), lambda found: marks[found[0]], words)


@dataclass(frozen=True)
class Marks:
    """The marks of one letter."""

    nonce: str = field(default_factory=lambda: secrets.token_hex(16))
    ours: dict[str, str] = field(default_factory=dict)

    def placed(self, context: Mapping[str, Any]) -> dict[str, Any]:
        """The context for templates, with marks for what is ours. Only its own values, none in them."""
        return {name: self._placed(name, value) for name, value in context.items()}

    def _placed(self, name: str, value: object) -> object:
        if isinstance(value, Secret):
            return mark(value.name, self.nonce)
        if isinstance(value, Ours):
            self.ours[mark(name, f"{self.nonce}:ours")] = value.words
            return mark(name, f"{self.nonce}:ours")
        return value

    def text(self, rendered: str) -> str:
        """A rendered text with what is ours in its place, and everything else disarmed."""
        return self._finished(rendered, plain.disarmed, str)

    def html(self, rendered: str) -> str:
        """The same of HTML. Its tags are the templates' own: typed words are escaped."""
        return "".join(
            self._finished(part, str if part.startswith("<") else _disarmed_html, html.escape)
            for part in TAG.split(rendered)
        )

    def _finished(
        self, rendered: str, typed: Callable[[str], str], ours: Callable[[str], str]
    ) -> str:
        parts = re.split(r"(\{\{\w+:" + self.nonce + r"(?::ours)?\}\})", rendered)
        return "".join(
            (ours(self.ours[part]) if part in self.ours else part) if number % 2 else typed(part)
            for number, part in enumerate(parts)
        )


def _disarmed_html(words: str) -> str:
    return html.escape(plain.disarmed(html.unescape(words)))
