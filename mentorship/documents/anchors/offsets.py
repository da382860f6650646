"""JavaScript counts UTF-16 units, everything here counts code points: converted in this one place."""


def code_points(text: str, units: int) -> int:
    """How many code points of `text` end within its first `units` UTF-16 units.

    Within a character of two units it is the place before it; past the end, the end.
    """
    if text.isascii():
        return max(0, min(units, len(text)))
    return len(text.encode("utf-16-le")[: 2 * max(0, units)].decode("utf-16-le", errors="ignore"))


def units(text: str, points: int) -> int:
    """How many UTF-16 units the first `points` code points of `text` take."""
    return len(text[:points].encode("utf-16-le")) // 2
