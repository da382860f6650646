"""Bytes of texts become their letters, or it is said that nobody can tell."""

import pytest

from mentorship.documents.formats import alphabets
from mentorship.documents.formats.decoding import decode, is_text, text_of
from mentorship.documents.formats.manuscript import Unreadable

TEXTS = {
    "cp1251": "Мария Иванова, бухгалтер с десятилетним опытом\nМосква, 2014–2024\n",
    "koi8_r": "Мария Иванова, бухгалтер с десятилетним опытом",
    "gb18030": "张伟 高级产品经理 13800000000 zhang@example.com\n教育背景 清华大学",
    "big5": "王小明 履歷\n台灣大學，軟體工程師，五年經驗。",
    "cp932": "履歴書\n氏名 山田花子\n東京都で五年間、看護師として働きました。",
    "cp949": "홍길동 이력서\n서울대학교 졸업, 소프트웨어 개발자",
    "cp1250": "Łukasz Żółkiewski, inżynier z Łodzi. Doświadczenie: zarządzanie zespołem.",
    "cp1253": "Ελένη Παπαδοπούλου, μηχανικός λογισμικού με πέντε χρόνια εμπειρία.",
    "cp1254": "Ayşe Yılmaz, İstanbul'da yazılım mühendisi, beş yıl deneyim",
    "cp1255": "מהנדסת תוכנה עם ניסיון של חמש שנים בתל אביב",
    "cp1256": "مهندسة برمجيات عملت مع شركة من 2019 إلى 2023",
    "cp874": "วิศวกรซอฟต์แวร์ที่มีประสบการณ์",
    "utf-16-le": "Grüße, Jörg Müller\nKoch in Köln\n",
    "utf-16-be": "Grüße, Jörg Müller\nKoch in Köln\n",
}
WESTERN = [
    "Zoë – “it”",
    "Grüße, Jörg Müller\nKoch in Köln",
    "Élodie Lefèvre – infirmière à Besançon, « très motivée »",
    "¿Qué tal? José Núñez, año 2010, 1ª planta",
    "Þetta er það sem við gerum að kvöldi",
    "m² und 5 µm, ½ kg, 3×4, £500, §5, naïveté créée, ações, Ångström",
]
OTHERS = [
    ("cp1250", "Jan Novák\nPraha\nVývojář se zkušenostmi s Javou, řízení týmu, školení"),
    ("cp1250", "Kovács Péter\nBudapest\nSzoftverfejlesztő öt év tapasztalattal, ügyfélszolgálat"),
    ("cp1250", "Ivan Horvat\nZagreb\nInženjer građevine, iskustvo u vođenju projekata, žbukanje"),
    ("iso8859_2", "Jan Novák\nVývojář se zkušenostmi, řízení týmu, školení"),
    ("iso8859_2", "Anna Kowalska\nPielęgniarka z doświadczeniem, Świętokrzyskie"),
    ("iso8859_15", "Élodie Lefèvre, au cœur de Lyon, 5 €"),
    ("mac_roman", "Jörg Müller, Köln – Café Grüße"),
    ("euc_jp", "履歴書\n氏名 山田花子\n東京都で五年間、看護師として働きました。"),
    ("euc_jp", "営業担当として三年間勤務しました。"),
    ("cp932", "営業担当として三年間勤務しました。"),
    ("euc_jp", "履歴書\n氏名 山田花子"),
    ("cp932", "職務経歴書 山田花子 看護師"),
    ("euc_jp", "山田太郎"),
    ("euc_jp", "田中 美咲\n東京"),
    ("euc_jp", "Yoko\n佐々木ヨーコ"),
    ("cp932", "加藤大輔"),
    ("cp949", "김철수 이영희 박지성"),
]


@pytest.mark.parametrize(("encoding", "text"), [*TEXTS.items(), *OTHERS])
def test_a_text_is_read_by_the_table_its_language_is_written_with(encoding, text):
    assert decode(text.encode(encoding)) == text


def test_plain_letters_agree_with_every_language():
    assert alphabets.agreement("Plain words", alphabets.WESTERN) == 1.0


def test_names_of_other_languages_leave_a_western_text_as_it_is():
    text = "Zoë Weiß, Çelik & Søn: Grüße an José Núñez"

    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize("text", WESTERN)
def test_western_letters_stay_what_they_were(text):
    assert decode(text.encode("cp1252")) == text


def test_a_long_text_is_known_by_its_beginning():
    text = "Мария Иванова, бухгалтер с опытом\n" * 3000

    assert decode(text.encode("cp1251")) == text


def test_letters_that_nothing_tells_are_not_guessed(tmp_path):
    raw = bytes(range(0x80, 0x100)) * 4
    original = tmp_path / "cv.txt"
    original.write_bytes(raw)

    assert (decode(raw), is_text(raw)) == (None, True)
    with pytest.raises(Unreadable, match="unknown-letters"):
        text_of(original)


@pytest.mark.parametrize("raw", [b"a\x00b", b"\x00\xff\xfe", b"\x01\x02 text", "\x9d".encode()])
def test_what_holds_controls_is_no_text(tmp_path, raw):
    original = tmp_path / "cv.txt"
    original.write_bytes(raw)

    assert (decode(raw), is_text(raw)) == (None, False)
    with pytest.raises(Unreadable, match="damaged"):
        text_of(original)
