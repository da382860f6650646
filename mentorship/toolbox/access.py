"""Marks that say who may open a view. A view without a mark is for people who are signed in."""

from collections.abc import Callable
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])

PUBLIC = "public"
VISITORS = "visitors"


def audience(view: Callable[..., Any]) -> str:
    """The mark a view carries: PUBLIC, VISITORS, or an empty string for signed-in people only."""
    return str(getattr(view, "audience", ""))


def public(view: View) -> View:
    """Anybody may open this view."""
    view.audience = PUBLIC  # type: ignore[attr-defined]  # a mark on a function
    return view


def for_visitors(view: View) -> View:
    """People with a visitor pass may open this view too, on what their grants allow."""
    view.audience = VISITORS  # type: ignore[attr-defined]  # a mark on a function
    return view


def open_to_all(reason: str) -> Callable[[View], View]:
    """Mark an action that asks for no right, and say why."""

    def mark(action: View) -> View:
        action.open_to_all = reason  # type: ignore[attr-defined]  # a mark on a function
        return action

    return mark
