"""Spans of time as people write them: "5+ years", "deux ans"."""

import re

NUMBERS = {
    name: number
    for number, names in enumerate(
        (
            "one ein eine einem un una",
            "two zwei deux dos",
            "three drei trois tres",
            "four vier quatre cuatro",
            "five fünf cinq cinco",
            "six sechs seis",
            "seven sieben sept",
            "eight acht huit",
            "nine neun neuf",
            "ten zehn dix diez",
            "eleven elf onze",
            "twelve zwölf douze",
            "thirteen dreizehn treize",
            "fourteen vierzehn quatorze",
            "fifteen fünfzehn quinze",
            "sixteen sechzehn seize",
            "seventeen siebzehn",
            "eighteen achtzehn",
            "nineteen neunzehn",
            "twenty zwanzig vingt",
        ),
        start=1,
    )
    for name in names.split()
}
_NUMBER = "|".join((r"\d{1,2}", *sorted(NUMBERS, key=len, reverse=True)))
YEARS = re.compile(
    rf"(?<![\w-])(?P<number>{_NUMBER})\s?\+?(?:\s?(?:[-–]|to|bis|à|a)\s?\d{{1,2}})?\s?\+?\s"
    r"(?P<unit>years?|yrs?|months?|mos?|jahren?|monaten?|ans?|années?|mois|años?|meses|mes)\b",
    re.IGNORECASE,
)


def months(found: "re.Match[str]") -> int:
    """How many months a match of `YEARS` says, of two numbers by the first."""
    number = found["number"].casefold()
    count = int(number) if number.isdigit() else NUMBERS[number]
    return (
        count if found["unit"].casefold()[:3] in {"mon", "mos", "mo", "moi", "mes"} else 12 * count
    )
