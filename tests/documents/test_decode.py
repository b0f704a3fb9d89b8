from __future__ import annotations

import codecs
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse_guard.documents.decode import decode
from reuse_guard.errors import ReadError

RUSSIAN = (
    "Вода в реке пошла на спад в пятницу утром, сообщил акимат области. "
    "Жители возвращаются в сёла, школы откроются в понедельник."
)
KAZAKH = (
    "Өзендегі су деңгейі жұма күні таңертең төмендеді, деп хабарлады облыс әкімдігі. "
    "Тұрғындар ауылдарына қайтып жатыр."
)
UKRAINIAN = "Вода в річці почала спадати у п'ятницю вранці, повідомила міська рада. Її рішення є."
ENGLISH = "The engineer said “it’s over” – every café in the old town opened again on Monday."
GERMAN = "Über Nacht fiel der Fluß um einen Meter; die Straße wird für größere Fahrzeuge geöffnet."
FRENCH = "L'élève a été reçu à l'école où les bâtiments étaient rouverts après la décrue."
POLISH = "Woda opadła w piątek rano, żółte łódki wróciły, a mieszkańcy Łodzi są już w domach."
CZECH = "Voda klesla v pátek ráno, řekl mluvčí. Lidé se vracejí do vesnic a školy se otevřou."
TURKISH = "Su seviyesi cuma günü düştü, ışıklar İstanbul'da yandı, köylüler evlerine döndü."
GREEK = "Η στάθμη του ποταμού έπεσε την Παρασκευή το πρωί, ανακοίνωσε η περιφέρεια."
ARABIC = "انخفض منسوب مياه النهر صباح الجمعة كما أعلنت البلدية، والسكان يعودون إلى قراهم."
HEBREW = "מפלס המים בנהר ירד ביום שישי בבוקר, הודיעה העירייה. התושבים חוזרים לכפרים."
THAI = "ระดับน้ำในแม่น้ำลดลงในเช้าวันศุกร์ เทศบาลแจ้งว่าชาวบ้านกำลังกลับบ้าน"
CHINESE = "河水水位周五早上下降,州政府发表声明。居民正在返回村庄。"
JAPANESE = "川の水位は金曜日の朝に下がったと州政府が発表した。住民は村に戻っている。"
KOREAN = "강의 수위가 금요일 아침에 낮아졌다고 주정부가 발표했다. 주민들이 돌아오고 있다."

WRITTEN = [
    (RUSSIAN, "windows-1251"),
    (RUSSIAN, "koi8-r"),
    (RUSSIAN, "iso-8859-5"),
    (RUSSIAN, "cp866"),
    (RUSSIAN, "utf-16-le"),
    (RUSSIAN, "utf-16-be"),
    (RUSSIAN, "utf-16"),
    (RUSSIAN, "utf-8-sig"),
    (RUSSIAN, "utf-8"),
    (KAZAKH, "kz1048"),
    (KAZAKH, "utf-16-le"),
    (UKRAINIAN, "koi8-u"),
    (ENGLISH, "windows-1252"),
    (ENGLISH, "utf-16-be"),
    (GERMAN, "latin-1"),
    (FRENCH, "windows-1252"),
    (POLISH, "windows-1250"),
    (CZECH, "windows-1250"),
    (TURKISH, "windows-1254"),
    (KAZAKH, "ptcp154"),
    (ARABIC, "iso-8859-6"),
    (ARABIC, "windows-1256"),
    (HEBREW, "windows-1255"),
    (THAI, "cp874"),
]
OTHERS = [
    (RUSSIAN, "mac-cyrillic"),
    (GREEK, "cp1253"),
    (CHINESE, "gb18030"),
    (JAPANESE, "euc-jp"),
    (KOREAN, "cp949"),
]
WRONG = [None, "utf-8", "latin-1", "windows-1251", "koi8-r", "utf-16", "iso-8859-5"]


@pytest.mark.parametrize("declared", WRONG)
@pytest.mark.parametrize(("text", "encoding"), WRITTEN)
def test_text_is_read_right_whatever_is_declared(
    text: str, encoding: str, declared: str | None
) -> None:
    assert decode(text.encode(encoding), source="page", encoding=declared).text == text


@pytest.mark.parametrize(("text", "encoding"), [*OTHERS, (JAPANESE, "iso-2022-jp")])
def test_other_scripts_are_read_with_and_without_declaration(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    assert decode(data, source="page").text == text
    assert decode(data, source="page", encoding=encoding).text == text


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="windows-1251">',
        "<META http-equiv=Content-Type content='text/html; charset=windows-1251'>",
        '<?xml version="1.0" encoding="windows-1251"?>',
    ],
)
def test_the_page_names_its_encoding(head: str) -> None:
    data = f"{head}<p>Акимат</p>".encode("windows-1251")
    decoded = decode(data, source="page")
    assert (decoded.encoding, decoded.note) == ("cp1251", None)
    assert "Акимат" in decoded.text


def test_a_wrong_declaration_is_told() -> None:
    note = decode(RUSSIAN.encode("koi8-r"), source="page", encoding="windows-1251").note
    assert note == "declared as cp1251, read as koi8-r: the bytes say so"


def test_what_the_caller_names_wins_over_the_page() -> None:
    page = f'<meta charset="koi8-r">{RUSSIAN}'.encode("iso-8859-5")
    assert RUSSIAN in decode(page, source="page", encoding="iso-8859-5").text


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_broken_utf8_is_refused_with_its_line_and_byte(ends: str) -> None:
    text = ends.join(["Вода в реке", "пошла на спад", "в пятницу"]).encode()
    cut = text[:-3] + text[-2:]
    place = len(text) - 4
    with pytest.raises(ReadError, match=rf"a\.html: line 3, byte {place}: .*save it as UTF-8"):
        decode(cut, source="a.html")


def test_one_broken_byte_in_an_english_page_is_not_made_into_other_letters() -> None:
    page = ("“It is over,” she said.\n" * 5).encode() + b"\xe2\x80 and more"
    with pytest.raises(ReadError, match="line 6, byte"):
        decode(page, source="page")


def test_a_broken_utf16_file_is_refused() -> None:
    data = codecs.BOM_UTF16_LE + "Вода\nв".encode("utf-16-le") + b"\x00\xdc\x20"
    with pytest.raises(ReadError, match=r"page: line 2, byte \d+: not utf-16-le, which it claims"):
        decode(data, source="page")


def test_nul_bytes_in_a_text_stay_and_a_file_full_of_them_is_refused() -> None:
    text = "The river dropped. " * 50
    assert decode(f"{text}\0{text}".encode(), source="page").text == f"{text}\0{text}"
    with pytest.raises(ReadError, match="byte 2: not a text: it is full of NUL bytes"):
        decode(b"\x01\x02\x00\x00\x03" * 40, source="page")


@pytest.mark.parametrize("escape", [b"", b"\x1b$B"])
def test_random_bytes_claim_nothing_and_are_told_to_be_no_text(escape: bytes) -> None:
    chance = Random(7)  # noqa: S311 - not a secret
    data = bytes(chance.randrange(1, 256) for _ in range(3000)) + escape
    with pytest.raises(ReadError, match=r"page: not a text: it is full of bytes .* as HTML or te"):
        decode(data, source="page")


def test_a_text_with_the_signs_of_an_encoding_that_it_is_not_in_claims_none() -> None:
    data = "Вода \x1b$ в реке".encode("cp1251")
    with pytest.raises(ReadError, match=r"byte 0: has the escape signs of iso2022_jp and is not"):
        decode(data, source="page")
    with pytest.raises(ReadError, match="not iso2022_jp, which it claims to be"):
        decode(data, source="page", encoding="iso-2022-jp")


def test_an_unknown_encoding_names_known_ones() -> None:
    with pytest.raises(ReadError, match="unknown encoding 'klingon'; name one such as utf-8"):
        decode(b"text", source="page", encoding="klingon")


def test_a_declaration_that_names_no_encoding_is_passed_over() -> None:
    assert decode(b'<meta charset="rot13">text', source="page").encoding == "utf-8"
    assert decode(b'<meta charset="utf-16">text', source="page").encoding == "utf-8"


@given(
    st.binary(max_size=300), st.sampled_from([None, "utf-8", "windows-1251", "gb2312", "utf-16"])
)
def test_any_bytes_are_decoded_without_loss_or_refused(data: bytes, declared: str | None) -> None:
    try:
        decoded = decode(data, source="page", encoding=declared)
    except ReadError:
        return
    encoding = decoded.encoding
    if encoding.startswith("utf"):
        assert decoded.text.encode(encoding) in data


@given(st.text(max_size=200))
def test_utf8_is_always_read_as_it_is(text: str) -> None:
    data = text.encode("utf-8", "ignore")
    if b"\0" not in data and b"\x1b$" not in data and not text.startswith("\ufeff"):
        assert decode(data, source="page").text == data.decode()


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfText.", b"Text."])
def test_an_unknown_encoding_is_named_whatever_the_bytes_say(data: bytes) -> None:
    with pytest.raises(ReadError, match="page: unknown encoding 'nope'; name one such as utf-8"):
        decode(data, source="page", encoding="nope")
