"""Lines that point away from an article, by their words in many languages: "Read also", "Tags".

Such a label stands by itself or before a colon; nothing else of a line is read, and no sentence is
one. It is looked up, not searched for: every line of every page is asked.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Final


class Pointer(Enum):
    """What a line points to."""

    OTHERS = auto()
    TOPICS = auto()


_LONGEST: Final = 60  # characters of a label
_MARKS: Final = (
    ' \t\n\u00a0.,:;!?*#|>"-\u2013\u2014\u2026\u00ab\u00bb\u201c\u201d\u203a'
    "\u2022\u2192\u25a0\u25ba\u25b6\u25cf\u3010\u3011\uff1a"
)
_COLONS: Final = (":", "\uff1a")
_OTHERS: Final = frozenset(
    phrase.strip()
    for phrase in """
    read also, see also, also read, read more, read next, related, related news, related articles
    related stories, related content, related posts, related reading, more on this
    more on this story, more on this topic, more from this section, more stories, you may also like
    you might also like, you may like, you might like, you may be interested in
    recommended, recommended for you, recommended stories, recommended reading, further reading
    don't miss, don’t miss, most read, up next
    читайте также, читать также, читайте ещё, читайте еще, читайте по теме, по теме, еще по теме
    ещё по теме, смотрите также, вам может понравиться, вам будет интересно
    вам может быть интересно, рекомендуем, рекомендуем прочитать, рекомендуем почитать
    похожие новости, похожие материалы, похожие статьи, другие новости, другие материалы
    материалы по теме, новости по теме
    тағы оқыңыз, тағы да оқыңыз, сондай-ақ оқыңыз, оқи отырыңыз, осы тақырыпта, тақырып бойынша
    ұқсас жаңалықтар, ұқсас мақалалар, ұқсас материалдар, басқа жаңалықтар
    дагы окуңуз, ошондой эле окуңуз, shuningdek o‘qing, shuningdek o'qing, mavzuga oid
    читайте також, дивіться також, за темою, чытайце таксама, прочетете още, вижте още
    lea también, lee también, leer también, lea además, lea más, te puede interesar
    te podría interesar, también te puede interesar, le puede interesar, puede interesarte
    ver también, vea también, mira también, más información, más noticias, noticias relacionadas
    artículos relacionados, relacionado, relacionadas, sobre este tema
    à lire aussi, lire aussi, à lire également, lire également, voir aussi, à voir aussi
    sur le même sujet, sur le même thème, articles liés, pour aller plus loin
    lesen sie auch, lesen sie mehr, lies auch, auch interessant, das könnte sie auch interessieren
    das könnte dich auch interessieren, mehr zum thema, zum thema, siehe auch, weitere artikel
    passend dazu, weiterlesen, verwandte artikel
    leia também, leia mais, veja também, veja mais, saiba mais, notícias relacionadas
    você pode gostar, ler também, artigos relacionados
    leggi anche, vedi anche, ti potrebbe interessare, potrebbe interessarti, articoli correlati
    ayrıca okuyun, bunu da okuyun, bunlar da ilginizi çekebilir, ilginizi çekebilir, ilgili haberler
    ilgili haber, şunlar da ilginizi çekebilir, daha fazla oku
    اقرأ أيضا, اقرأ أيضاً, اقرأ أيضًا, إقرأ أيضا, إقرأ أيضاً, اقرأ ايضا, شاهد أيضا, شاهد أيضاً
    شاهد أيضًا, اقرأ المزيد, مواضيع ذات صلة, أخبار ذات صلة, مقالات ذات صلة, قد يهمك أيضا
    قد يهمك أيضاً, ذات صلة
    بیشتر بخوانید, همچنین بخوانید, مطالب مرتبط, اخبار مرتبط, یہ بھی پڑھیں
    קראו גם, קרא גם, עוד בנושא, כתבות נוספות
    यह भी पढ़ें, ये भी पढ़ें, इसे भी पढ़ें, और पढ़ें, संबंधित खबरें, আরও পড়ুন, আরো পড়ুন
    延伸阅读, 延伸閱讀, 相关阅读, 相關閱讀, 相关新闻, 相關新聞, 相关文章
    推荐阅读, 推薦閱讀, 更多新闻
    関連記事, 関連ニュース, あわせて読みたい, 合わせて読みたい, こちらもおすすめ, おすすめ記事
    관련 기사, 관련기사, 함께 읽기, 함께 보면 좋은 기사, 추천 기사, 더 읽기
    อ่านเพิ่มเติม, อ่านต่อ, ข่าวที่เกี่ยวข้อง, อ่านข่าวที่เกี่ยวข้อง
    xem thêm, đọc thêm, tin liên quan, bài liên quan, có thể bạn quan tâm
    baca juga, baca selengkapnya, lihat juga, berita terkait, artikel terkait
    soma pia, soma zaidi, habari zinazohusiana, basahin din
    czytaj też, czytaj także, czytaj również, zobacz też, zobacz także, przeczytaj także
    przeczytaj też, čtěte také, čtěte více, přečtěte si také, čítajte aj, prečítajte si aj
    lees ook, lees meer, bekijk ook, läs också, läs även, läs mer, læs også, les også, lue myös
    citește și, citeşte şi, vezi și, olvasd el ezt is, kapcsolódó cikkek, pročitajte i
    pročitajte još, διαβάστε επίσης, δείτε επίσης, კითხეთ ასევე, წაიკითხეთ ასევე, կարդացեք նաև
    """.replace("\n", ",").split(",")  # noqa: RUF001 - letters of many scripts
    if phrase.strip()
)
# "More: the bridge of Semey" points elsewhere, and "More" alone may be a heading.
_OTHERS_BEFORE_A_COLON: Final = ("more", "еще", "ещё", "тағы", "más", "mehr", "mais")
_TOPICS: Final = frozenset(
    phrase.strip()
    for phrase in """
    tags, topics, keywords, filed under, теги, тэги, метки, ключевые слова, мітки, тегтер, тегдер
    кілт сөздер, teglar, etiquetas, palabras clave, archivado en, mots-clés, mots clés, étiquettes
    schlagwörter, schlagworte, stichwörter, palavras-chave, parole chiave, etichette, etiketler
    anahtar kelimeler, الوسوم, وسوم, كلمات مفتاحية, الكلمات المفتاحية, برچسب‌ها, برچسب ها, תגיות
    תגים, टैग, टैग्स, ট্যাগ, 标签, 標籤, 关键词, 關鍵字, タグ, キーワード, 태그, แท็ก, từ khóa, từ khoá
    kata kunci, lebo, tagi, słowa kluczowe, štítky, trefwoorden, taggar, emneord, avainsanat
    etichete, címkék, ετικέτες, თეგები, պիտակներ
    """.replace("\n", ",").split(",")  # noqa: RUF001 - letters of many scripts
    if phrase.strip()
)
# These may be headings of an article where no colon follows.
_TOPICS_BEFORE_A_COLON: Final = (
    "tag", "темы", "тақырыптар", "temas", "themen", "tópicos", "assuntos", "argomenti", "topik",
    "tematy", "témata", "onderwerpen", "ämnen", "oznake",
)  # fmt: skip
_POINTERS: Final = {
    **dict.fromkeys(_OTHERS, Pointer.OTHERS),
    **dict.fromkeys(_TOPICS, Pointer.TOPICS),
}
_BEFORE_A_COLON: Final = {
    **dict.fromkeys(_OTHERS_BEFORE_A_COLON, Pointer.OTHERS),
    **dict.fromkeys(_TOPICS_BEFORE_A_COLON, Pointer.TOPICS),
}


def pointer_of(line: str) -> Pointer | None:
    """What a line stands above or before: other articles ("Read also") or topics ("Tags: rivers").

    >>> pointer_of("Lea también: el puente"), pointer_of("Теги: мост, река")
    (<Pointer.OTHERS: 1>, <Pointer.TOPICS: 2>)
    >>> pointer_of("Read also and often what the others say.")
    """
    ends = [at for colon in _COLONS if (at := line.find(colon, 0, _LONGEST)) >= 0]
    if not ends and len(line) > _LONGEST:
        return None
    label = (line[: min(ends)] if ends else line).strip(_MARKS).lower()
    return _POINTERS.get(label) or (_BEFORE_A_COLON.get(label) if ends else None)
