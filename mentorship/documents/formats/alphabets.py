"""Which letters the languages of Europe write with their signs: how well a text agrees with one of them."""

from collections.abc import Sequence

from mentorship.documents.text.folding import is_ideograph

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
# The family names of every fourth Japanese: a text may hold a name and nothing else.
JAPANESE_NAMES = (
    "佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村", "小林", "加藤", "吉田", "山田",
    "佐々木", "山口", "松本", "井上", "木村", "斎藤", "林", "清水", "山崎", "池田", "橋本", "石川",
    "前田", "藤田", "岡田", "後藤", "長谷川", "村上", "近藤", "石井", "坂本", "遠藤", "青木", "藤井",
    "西村", "福田", "太田", "三浦", "岡本", "松田", "中島", "中野", "原田", "森田", "小川", "竹内",
)  # fmt: skip
_FEWEST_LETTERS = 3  # of a name
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


def is_japanese_name(text: str) -> bool:
    """Whether `text` is short, begins with a Japanese name, and has no letters of other scripts but ours."""
    letters = [char for char in text if char.isalpha() and not char.isascii()]
    return (
        len(letters) >= _FEWEST_LETTERS
        and len(text) <= _SHORT
        and text.lstrip().startswith(JAPANESE_NAMES)
        and all(is_ideograph(char) or char == "々" for char in letters)
    )


def kana(text: str) -> float:
    """The share of kana among the letters of `text` that are not ASCII."""
    letters = [char for char in text if char.isalpha() and not char.isascii()]
    return sum(ord(char) in JAPANESE for char in letters) / max(1, len(letters))
