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
# What a Japanese application says that has no kana: enough bytes to be nothing in another table.
JAPANESE_WORDS = (
    "履歴書", "職務経歴", "氏名", "住所", "電話", "生年月日", "学歴", "職歴", "免許", "資格", "株式会社",
    "大学卒業", "昭和", "平成", "令和", "看護師", "志望動機", "営業", "東京都", "以上",
)  # fmt: skip
_SHORT = 400  # characters
JAPANESE = range(0x3041, 0x30FB)  # kana of full width


def agreement(text: str, alphabets: Sequence[str]) -> float:
    """The share of the accented letters of `text` that the best of `alphabets` has; 1.0 without any."""
    accented = [char.lower() for char in text if char.isalpha() and not char.isascii()]
    if not accented:
        return 1.0
    return max(sum(char in alphabet for char in accented) for alphabet in alphabets) / len(accented)


def is_japanese(text: str) -> bool:
    """Whether `text` is short and has words of Japanese applications that are written without kana.

    In a long one they may stand by chance, when it is Chinese read by a table for Japanese.
    """
    return len(text) <= _SHORT and any(word in text for word in JAPANESE_WORDS)


def kana(text: str) -> float:
    """The share of kana among the letters of `text` that are not ASCII."""
    letters = [char for char in text if char.isalpha() and not char.isascii()]
    return sum(ord(char) in JAPANESE for char in letters) / max(1, len(letters))
