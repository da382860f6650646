"""Which letters the languages of Europe write with their signs: how well a text agrees with one of them."""

from collections.abc import Sequence

WESTERN = (
    "àâçéèêëîïôùûüÿœæ",  # French
    "äöüßéèàê",  # German, with what it borrows
    "áéíóúñüçºª",  # Spanish
    "áâãàçéêíóôõúüºª",  # Portuguese
    "àèéìîòóù",  # Italian
    "àáçèéíïòóúü",  # Catalan
    "éëïöüèáêç",  # Dutch
    "æøåéèòôüäö",  # Danish, Norwegian
    "åäöéüš",  # Swedish, Finnish
    "áðéíóúýþæö",  # Icelandic
    "äõöüšž",  # Estonian
    "áéíóúâêîôûŵŷ",  # Irish, Welsh
)
CENTRAL = (
    "áčďéěíňóřšťúůýž",  # Czech
    "áäčďéíĺľňóôŕšťúýž",  # Slovak
    "áéíóöőúüű",  # Hungarian
    "ąćęłńóśźż",  # Polish
    "čćđšž",  # Croatian, Slovene
    "ăâîşţ",  # Romanian
)
JAPANESE = range(0x3041, 0x30FB)  # kana of full width


def agreement(text: str, alphabets: Sequence[str]) -> float:
    """The share of the accented letters of `text` that the best of `alphabets` has; 1.0 without any."""
    accented = [char.lower() for char in text if char.isalpha() and not char.isascii()]
    if not accented:
        return 1.0
    return max(sum(char in alphabet for char in accented) for alphabet in alphabets) / len(accented)


def kana(text: str) -> float:
    """The share of kana among the letters of `text` that are not ASCII."""
    letters = [char for char in text if char.isalpha() and not char.isascii()]
    return sum(ord(char) in JAPANESE for char in letters) / max(1, len(letters))
