"""Whether a block states the terms on which the article may be reused.

A notice speaks of reuse and of what it takes: permission, a link, the naming of a source, a
share. One such word alone is news ("the minister asked permission"); two of different kinds, or
a set phrase, in a short block are a notice.
"""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 900  # characters; terms of use on a page of their own are no foot of an article

_REUSE = re.compile(
    # English, Russian, Kazakh, Kyrgyz, Ukrainian
    r"re-?publi(?:sh|cation)|reproduc(?:e|ed|tion)|reprint|re-?us(?:e|ed|ing)\b|copying"
    r"|redistribut|rewritten|may be used"
    r"|use of (?:the |our |any |site |these )*(?:materials?|content|text)"
    r"|перепечатк|перепубликац|использовани\w+\s+(?:\w+\s+){0,3}(?:материал|текст|контент|информаци)"
    r"|копировани|воспроизведени|цитировани|при использовании"
    r"|көшір|қайта (?:басу|жариялау)|пайдалан|материалдар\w* (?:көшір|пайдалан)|дәйексөз"
    r"|передрук|використанн\w+\s+(?:\w+\s+){0,2}(?:матеріал|тексту)|цитуванн|копіюванн"
    # Turkish, Azerbaijani, Uzbek
    r"|kopyalan|alıntılan|iktibas|istifadə|ko.?chirib|foydalanil|qayta nashr"  # noqa: RUF001
    # Spanish, Portuguese, Italian, French, Romanian
    r"|reproducci[oó]n|reproduç[aã]o|reproduzid|riproduzione|riprodu(?:tt|rr)|reproduction"
    r"|republica[cçr]|reproducerea|preluarea"
    # German, Dutch, Polish, Czech
    r"|nachdruck|vervielf[aä]ltig|weiterverwend|verveelvoudig|overname|overgenomen|przedruk|kopiowani"
    r"|rozpowszechniani|přetisk|převzetí"
    # Arabic, Hebrew, Persian; Chinese, Japanese, Korean
    r"|إعادة (?:نشر|النشر)|نسخ|اقتباس|העתקה|שכפול|بازنشر|转载|轉載|摘编|转发|転載|複製|무단\s*전재|재배포",  # noqa: E501
)
_CONDITION = re.compile(
    r"permission|consent|licen[cs]e|hyper-?link|\blinks?\b|attribution|credit|prohibit|not be|without"  # noqa: E501
    r"|mandatory|allowed|forbidden"
    r"|(?:only|most|more than|up to|exceed\w*|не более|до|аспай\w*|дейін)\s+\d+\s*(?:%|per ?cent|процент)"  # noqa: E501
    r"|разрешени|согласи|гиперссылк|ссылк|обязательн|запрещ|допуска|только с|правообладател"
    r"|рұқсат|сілтеме|міндетті|тыйым|келісім|дозвол|посиланн|гіперпосиланн|обов.?язков|заборон"
    r"|izin|izni|kaynak|zorunlu|yasak|istinad|icazə|mütləq|ruxsat|havola"
    r"|prohibid|proibid|autori[sz]a|permiso|permiss[aã]o|enlace|vietata|interdit|consentement|mention"
    r"|interzis|acordul|genehmigung|zustimmung|gestattet|untersagt|quelle|toestemming|bronvermelding"
    r"|zgod[ay]|zabronion|souhlas|zakázán|بدون|إذن|موافقة|ללא|אישור|اجازه|منبع|注明|註明|授权|授權|许可|出处|来源|禁|무단|금지",
)
_RIGHTS = re.compile(
    r"all rights reserved|все права защищены|всі права захищені|барлық құқық|tüm hakları saklıdır"  # noqa: RUF001
    r"|bütün hüquqlar|barcha huquqlar|todos los derechos reservados|todos os direitos reservados"
    r"|tutti i diritti riservati|tous droits r[eé]serv[eé]s|alle rechte vorbehalten"
    r"|alle rechten voorbehouden"
    r"|wszelkie prawa zastrze|všechna práva vyhrazena|toate drepturile rezervate|جميع الحقوق محفوظة"
    r"|כל הזכויות שמורות|版权所有|版權所有|無断転載|저작권자",
)


def is_reuse_notice(text: str) -> bool:
    """Whether a block tells on what terms the article may be copied.

    >>> is_reuse_notice("Only 30% of an article may be used with a mandatory hyperlink.")
    True
    >>> is_reuse_notice("The bank asked for permission to use 30% of the fund.")
    False
    """
    if len(text) > _LONGEST:
        return False
    folded = text.lower()
    if _REUSE.search(folded):
        return _CONDITION.search(folded) is not None or _RIGHTS.search(folded) is not None
    return _RIGHTS.search(folded) is not None
