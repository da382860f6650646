"""Every text colour can be read on every ground it stands on, in light and in dark."""

import re
from pathlib import Path

import pytest
from django.conf import settings

STYLES = Path(settings.BASE_DIR, "static/css/app.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", block))
    for block in re.findall(r":root \{([^}]*--ground[^}]*)\}", STYLES)[:2]
)
GROUNDS = ("ground", "paper")
TEXT = ("ink", "quiet", "accent", "accent-strong", "good", "warning", "danger")
PAIRS = [
    *((text, ground) for text in TEXT for ground in GROUNDS),
    *((kind, f"{kind}-soft") for kind in ("accent", "good", "warning", "danger")),
    *(("ink", f"{kind}-soft") for kind in ("accent", "good", "warning", "danger", "marker")),
    ("accent-strong", "accent-soft"),
    ("ink", "marker"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
]


def luminance(colour: str) -> float:
    """Relative luminance of "#rgb" or "#rrggbb". Source: WCAG 2.2."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 to 21. Source: WCAG 2.2."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_is_readable_on_its_grounds(colours: dict[str, str]) -> None:
    ratios = {(text, on): contrast(colours[text], colours[on]) for text, on in PAIRS}

    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_border_of_a_control_is_seen(colours: dict[str, str]) -> None:
    ratios = [contrast(colours["edge"], colours[ground]) for ground in GROUNDS]

    assert min(ratios) >= 3


def test_dark_answers_every_colour_of_light() -> None:
    assert LIGHT.keys() == DARK.keys()
