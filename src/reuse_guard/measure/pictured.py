"""Words of lines that credit a picture, and of those that credit a text, in many languages.

English, Russian and Kazakh words are told with anything behind them ("Photos courtesy of X");
those of other languages ("Foto: X") with a mark that credits have. With other marks, or
none, they may be part of a name: Bild is a newspaper.
"""

from __future__ import annotations

import re
from typing import Final

from reuse_guard.expressions import expression

_TEXT: Final = (
    r"(?:(?:story|words|article|report(?:ing)?|written|by(?!\s+courtesy)|текст\w{0,2}|слова|автор"
    r"|материал|мәтін\w{0,2}|мақала|texte?[sr]?|textos?|testi|testo|tekst\w{0,2}|teks|metin|matn|матн"
    r"|szöveg|besedilo|κείμενο|bericht|reportage|reportaje|artikel|articolo|artículo|artigo"
    r"|տեքստը?|ტექსტი|טקסט|نص|النص|متن|文|文章|文字|記事|取材|글|기사|취재)\b)"
)
_SOURCE: Final = (
    r"(?:(?:sources?|источник\w*|дереккөз\w*|quellen?|fuentes?|fontes?|źródł[oa]|bron|kaynak|källa|kilder?"
    r"|lähde|zdroj|sursa|forrás|πηγή|джерел[оа]|крыніца|manba|mənbə|булак|sumber|nguồn|出典|来源|來源|출처"
    r"|المصدر|منبع|מקור)\b)"
)
_AND: Final = (
    r"(?:and|и|және|мен|пен|und|et|y|e|i|en|och|og|ja|és|va|ve|və|та|й|і|жана|а|a|u|și|si|και|և|და|dan"
    r"|và)"
)
_BOTH: Final = rf"{_AND}\s+(?:{_SOURCE}|{_TEXT})"
_OPENS: Final = r"[(\[\uff08]"
_MINE: Final = r"(?:\u00a9|\([cс]\))\s?"
_ITS_TEXT: Final = rf"(?:{_MINE})?{_TEXT}"
# What a line says of a text, or of where it comes from, stands behind this. With a name before it
# alone, mostly: in "Photo (source: X)" it is the picture's, in "Photo: Y (source: X)" perhaps.
OF_TEXT: Final = expression(
    rf"(?=(?:[,/&+\u30fb\u00b7\u3001\uff0c\uff0f]|\b{_AND}\b)\s*{_ITS_TEXT}"
    rf"|[,/\uff0c\uff0f]\s*{_SOURCE})"
    rf"|[\w.)»\"\u201d](?=(?:\s*[(\uff08\u2022\u2013\u2014\u3000]|\s-\s)\s*{_ITS_TEXT}"
    rf"|[^\w:\uff1a]{{1,3}}(?:{_TEXT}|(?<!{_OPENS}){_SOURCE})\s?[:\uff1a])",
    re.IGNORECASE,
)
_IMAGE: Final = (
    r"(?:photo(?:s|graph\w{0,3})?|pictures?|images?|illustrations?|videos?|screenshots?|maps?"
    r"|graphics?|collage|фото(?:графи[яию]|граф|снимок|коллаж|сурет)?|сним(?:ок|ки)|видео|кадр"
    r"|иллюстраци[яию]|изображени[еяю]|скриншот|коллаж|рисунок|обложка|сурет(?:тер)?(?:ті|і)?"
    r"|бейне(?:жазба)?)\b"
)
_ABROAD: Final = (
    r"(?:\w{0,20}fot[oó]\w*|fot\.?|photograph\w+|\w{0,20}bild(?:er|e|quellen?|nachweise?|rechte|material|credit)?"
    r"|abbildung|(?:skærm)?billed\w*|beeld\w*|afbeelding\w*|im[aá]gen(?:es|s)?|imagem|imm?agin[ei]|imatges?|imaxes?"
    r"|visuel|cliché|dessin|il+ustra\w+"
    r"|v[ií]d[eé]os?|zdjęci[ea]|obrázky?|obrázok|snímky?|snímka|kuvat?|kuvaaja|valokuvat?|pilt|attēl[si]"
    r"|nuotrauk\w+|(?:fény)?kép(?:ek)?|felvétel|slik[ae]|argazki\w*|görsel\w*|şəkil\w*|surat\w*"
    r"|rasm\w*|wêne|gambar|picha|ảnh|hình ảnh|фот[ао]\w*|світлин[аи]|знім(?:ок|ки)|зображення"
    r"|ілюстраці[яї]|здым(?:ак|кі)|снимк[аи]|слик[ае]|сүрөт\w*|сурат\w*|акс|зураг|φωτο\w*|εικόνα"
    r"|լուսանկար\w*|ფოტო\w*|ፎቶ"
    r"|(?:写真|撮影|画像|映像|图片|圖片|图源|圖源|图|圖|照片|摄影|攝影|摄|攝|사진|영상|그림)"
    r"\s?(?:提供|来源|來源|出典|作者|者|제공|출처|기자)?"
    r"|(?:ال)?(?:صورة|صور|تصوير)|عکس|عکاس|تصاویر|تصویر|צילום|צילומים|תמונה|תמונות"
    r"|फोटो|फ़ोटो|तस्वीर|ছবি|படம்|ภาพ|ภาพถ่าย)(?!\w|[.-]\w)"
)
_OF: Final = r"(?:(?:of|de|da|do|du|della|van|der|des)\s+)?(?:(?:the|la|el|los|las|le)\s+)?"
# In all the ways to say so: "Фото: X", «Источник фото - X», «Суретті түсірген: X», "Photos from X".
PICTURE: Final = expression(
    rf"(?:^|[,/(\[\uff0c\uff0f\u3001\uff08])\s*"
    rf"(?:{_MINE}(?=\w+\s?(?:[:\uff1a]|by\b)))?"  # "© Photo News" is a paper's
    rf"(?P<before>авторы?\s+|(?!{_TEXT})[\w-]+\s+{_OF})?"
    rf"(?P<image>{_IMAGE}|(?P<abroad>{_ABROAD}))"
    rf"(?P<behind>(?:\s+(?:by\b|(?!{_TEXT}|{_BOTH})(?-i:[a-zß-ÿа-яёәғқңөұүһіїєґ])[\w-]*)){{0,3}})"
    r"\s*(?:(?P<mark>[:\uff1a=\uff1d\u00a9\u2013\u2014/]|-(?!\w)|\([cс]\))"
    rf"(?!\s*(?:{_TEXT}|{_SOURCE}))|(?=\S))",
    re.IGNORECASE,
)
# Words of no known meaning may say so too: "Foto: X, Beitrag: Y", "Foto: X, erschienen im Y".
_KNOWN: Final = rf"(?:{_IMAGE}|{_ABROAD}|(?:by\s+)?courtesy\b|via\b)"
MAY_BE_OF_TEXT: Final = expression(
    rf"[\w.)»\"\u201d](?=[^\w:\uff1a]{{1,3}}(?!{_KNOWN})[^\W\d_][\w-]{{0,30}}\s?[:\uff1a](?!//)"
    rf"|(?:\s?[,/]|\s[\u2013\u2014-])\s?{_MINE}"
    rf"|(?:\s?{_OPENS}|\s[\u2013\u2014-]\s)\s?{_SOURCE}"  # a paper may be called so as well
    rf"|(?:\s?[,(\uff0c\uff08]|\s[\u2013\u2014-]\s)\s?(?!{_KNOWN})(?P<word>[^\W\d_]{{1,30}})\s+\S)",
    re.IGNORECASE,
)
# What of a credit abroad may be of a text too, or a name: "Bericht/Foto: X", "Bild am Sonntag".
UNSURE: Final = expression(
    rf"\A[^\W_]+\s*[,/]|\s{_AND}\s|[^:\uff1a=\uff1d\u00a9)]\Z", re.IGNORECASE
)
# "Text: X", "Story by X"; "Report an error to X" and "Words fail at the lake" say other things.
SAYS_TEXT: Final = expression(
    rf"^\s*by\b|\b{_TEXT}\s*(?:\bby\b|[:\uff1a\u2013\u2014])", re.IGNORECASE
)
BEFORE_PICTURE: Final = expression(rf"\b(?:{_TEXT}|{_SOURCE})\s*\Z", re.IGNORECASE)
