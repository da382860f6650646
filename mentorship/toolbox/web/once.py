"""The same form sent twice does one thing; sent with other words in it, it does not hide them."""

import json
from dataclasses import asdict, is_dataclass
from typing import Any
from uuid import UUID, uuid5


def once(key: UUID, *sent: object) -> UUID:
    """The key of what is made of a form: the form's own `key` together with all that it says.

    key   of the form; two windows may hold the same one.
    sent  what the form says and what it is about, in a fixed order: texts, numbers, dates, lists
          and dataclasses of them. What is left out here is lost when it is all that differs.

    A row that carries this key is found by the same form with the same content, and by no other.
    """
    return uuid5(key, json.dumps(sent, default=_in_parts, sort_keys=True))


def _in_parts(value: object) -> Any:  # Any: whatever JSON can write
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return str(value)
