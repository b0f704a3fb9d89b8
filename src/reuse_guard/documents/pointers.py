"""Lines that point away from an article, by their words in many languages: "Read also", "Tags".

Such a label stands by itself or before a colon; nothing else of a line is read, and no sentence is
one. It is looked up, not searched for: every line of every page is asked.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Final


class Pointer(Enum):
    """What a line points to: `ELSEWHERE` is an advertisement, or the text below one."""

    OTHERS = auto()
    TOPICS = auto()
    ELSEWHERE = auto()


_LONGEST: Final = 60  # characters of a label
_MARKS: Final = (
    ' \t\n\u00a0.,:;!?*#|>"-\u2013\u2014\u2026\u00ab\u00bb\u201c\u201d\u203a'
    "\u2022\u2192\u25a0\u25ba\u25b6\u25cf\u3010\u3011\uff1a\u2500\u055d\u0589\u1361\u1366\u00bf\u00a1"
)
_COLONS: Final = (":", "\uff1a", "\u055d", "\u1366")  # Armenian, Ethiopic
_OTHERS: Final = frozenset(
    phrase.strip()
    for phrase in """
    read also, see also, also read, read more, read next, related, related news, related articles
    related stories, related content, related posts, related reading, more on this
    more on this story, more on this topic, more from this section, more stories, you may also like
    you might also like, you may like, you might like, you may be interested in
    recommended, recommended for you, recommended stories, recommended reading, further reading
    don't miss, don’t miss, most read, most popular, most viewed, trending now, editor's picks
    editors' picks, latest news, latest stories, up next
    читайте также, читать также, читайте ещё, читайте еще, читайте по теме, по теме, еще по теме
    ещё по теме, смотрите также, вам может понравиться, вам будет интересно
    вам может быть интересно, рекомендуем, рекомендуем прочитать, рекомендуем почитать
    похожие новости, похожие материалы, похожие статьи, другие новости, другие материалы
    материалы по теме, новости по теме, самое читаемое, популярное, популярные новости
    читают сейчас, последние новости, главные новости, что еще почитать, что ещё почитать
    тағы оқыңыз, тағы да оқыңыз, сондай-ақ оқыңыз, оқи отырыңыз, осы тақырыпта, тақырып бойынша
    ұқсас жаңалықтар, ұқсас мақалалар, ұқсас материалдар, басқа жаңалықтар, ең көп оқылғандар
    ең көп оқылған, көп оқылғандар, соңғы жаңалықтар, сонымен бірге оқыңыз
    оқуға кеңес береміз
    дагы окуңуз, ошондой эле окуңуз, shuningdek o‘qing, shuningdek o'qing, mavzuga oid
    eng ko‘p o‘qilgan, eng ko'p o'qilgan, ko‘p o‘qilganlar, mavzuga doir, дагы окугула
    həmçinin oxuyun, bunu da oxuyun, ən çox oxunanlar, oxşar xəbərlər, мөн уншаарай
    читайте також, дивіться також, за темою, найпопулярніше, найчитаніше, популярне, вас зацікавить
    чытайце таксама, прочетете още, вижте още, още по темата, най-четени, свързани статии
    прочитајте још, прочитајте и, најчитаније, повезане вести, прочитај уште, поврзани вести
    lea también, lee también, leer también, lea además, lea más, te puede interesar
    te podría interesar, también te puede interesar, le puede interesar, puede interesarte
    ver también, vea también, mira también, más información, más noticias, noticias relacionadas
    artículos relacionados, relacionado, relacionadas, sobre este tema, lo más leído, más leídas
    lo más visto, te recomendamos, le recomendamos, notas relacionadas
    à lire aussi, lire aussi, à lire également, lire également, voir aussi, à voir aussi
    sur le même sujet, sur le même thème, articles liés, pour aller plus loin, les plus lus
    articles les plus lus, à découvrir aussi, notre sélection, dans la même rubrique
    lesen sie auch, lesen sie mehr, lies auch, auch interessant, das könnte sie auch interessieren
    das könnte dich auch interessieren, mehr zum thema, zum thema, siehe auch, weitere artikel
    passend dazu, weiterlesen, verwandte artikel, meistgelesen, meistgelesene artikel
    mehr aus dem ressort, lesetipp, lesetipps, lesen sie hier, mehr dazu, zum weiterlesen
    leia também, leia mais, veja também, veja mais, saiba mais, notícias relacionadas
    você pode gostar, ler também, artigos relacionados, mais lidas, mais lidos, as mais lidas
    mais populares, relacionadas, pode interessar-lhe
    leggi anche, vedi anche, ti potrebbe interessare, potrebbe interessarti, articoli correlati
    per approfondire, i più letti, più letti, notizie correlate, potrebbe interessarti anche
    ayrıca okuyun, bunu da okuyun, bunlar da ilginizi çekebilir, ilginizi çekebilir, ilgili haberler
    ilgili haber, şunlar da ilginizi çekebilir, daha fazla oku, en çok okunanlar, çok okunanlar
    ilginizi çekebilecek haberler, bunlara da bakın, benzer haberler, son haberler
    اقرأ أيضا, اقرأ أيضاً, اقرأ أيضًا, إقرأ أيضا, إقرأ أيضاً, اقرأ ايضا, شاهد أيضا, شاهد أيضاً
    شاهد أيضًا, اقرأ المزيد, مواضيع ذات صلة, أخبار ذات صلة, مقالات ذات صلة, قد يهمك أيضا
    قد يهمك أيضاً, ذات صلة, اقرؤوا أيضا, اقرأوا أيضا, الأكثر قراءة, الأكثر مشاهدة, أخبار متعلقة
    مواضيع متعلقة, قد يعجبك أيضا, طالع أيضا, تابع أيضا
    بیشتر بخوانید, همچنین بخوانید, مطالب مرتبط, اخبار مرتبط, پربازدیدترین‌ها, پربازدیدها, پربازدید
    پربیننده‌ترین‌ها, خبرهای مرتبط, بخوانید, یہ بھی پڑھیں, مزید پڑھیں, متعلقہ خبریں, مقبول ترین
    سب سے زیادہ پڑھی جانے والی, مزید خبریں
    קראו גם, קרא גם, עוד בנושא, כתבות נוספות, הנקראות ביותר, עוד באתר, אולי יעניין אותך, מומלצים
    यह भी पढ़ें, ये भी पढ़ें, इसे भी पढ़ें, और पढ़ें, संबंधित खबरें, संबंधित ख़बरें, सबसे ज़्यादा पढ़ी गई
    सबसे ज्यादा पढ़ी गई, ताज़ा ख़बरें, हे ही वाचा, हेही वाचा, આ પણ વાંચો, ਇਹ ਵੀ ਪੜ੍ਹੋ
    আরও পড়ুন, আরো পড়ুন, সর্বাধিক পঠিত, সম্পর্কিত খবর, সর্বশেষ, இதையும் படிங்க, இதையும் படியுங்கள்
    இதையும் படிக்க, மேலும் படிக்க, அதிகம் படித்தவை, தொடர்புடைய செய்திகள், ఇవి కూడా చదవండి
    ఇది కూడా చదవండి, ಇದನ್ನೂ ಓದಿ, ഇതും വായിക്കുക, തുടർന്ന് വായിക്കുക, මෙයත් කියවන්න, यो पनि पढ्नुहोस्
    延伸阅读, 延伸閱讀, 相关阅读, 相關閱讀, 相关新闻, 相關新聞, 相关文章
    推荐阅读, 推薦閱讀, 更多新闻, 相关报道, 相關報導, 热门阅读, 热门文章, 热门新闻, 猜你喜欢
    熱門新聞, 熱門文章, 你可能也喜歡, 點擊排行, 热点推荐
    関連記事, 関連ニュース, あわせて読みたい, 合わせて読みたい, こちらもおすすめ, おすすめ記事
    関連リンク, アクセスランキング, 人気記事, 人気記事ランキング, おすすめの記事
    よく読まれている記事, 次に読みたい
    관련 기사, 관련기사, 함께 읽기, 함께 보면 좋은 기사, 추천 기사, 더 읽기, 많이 본 뉴스
    많이 본 기사
    관련 뉴스, 관련뉴스, 인기 기사, 이 시각 주요뉴스, 주요뉴스
    อ่านเพิ่มเติม, อ่านต่อ, ข่าวที่เกี่ยวข้อง, อ่านข่าวที่เกี่ยวข้อง, ข่าวยอดนิยม, ข่าวล่าสุด
    xem thêm, đọc thêm, tin liên quan, bài liên quan, có thể bạn quan tâm, đọc nhiều nhất, đọc nhiều
    tin cùng chuyên mục, tin mới, xem nhiều, tin nổi bật
    baca juga, baca selengkapnya, lihat juga, berita terkait, artikel terkait, terpopuler, terkait
    berita populer, simak juga, rekomendasi untuk anda, pilihan redaksi, baca lainnya, juga baca
    basahin rin, kaugnay na balita, អានបន្ត, ဆက်စပ်သတင်းများ, ອ່ານຕໍ່
    soma pia, soma zaidi, habari zinazohusiana, zilizosomwa zaidi, lees meer oor, basahin din
    czytaj też, czytaj także, czytaj również, zobacz też, zobacz także, przeczytaj także, polecamy
    przeczytaj też, przeczytaj również, najczęściej czytane, najpopularniejsze, powiązane artykuły
    čtěte také, čtěte více, přečtěte si také, nejčtenější, související články, mohlo by vás zajímat
    čítajte aj, čítajte tiež, prečítajte si aj, najčítanejšie, súvisiace články, preberite tudi
    lees ook, lees meer, bekijk ook, meest gelezen, gerelateerde artikelen, zie ook
    läs också, läs även, läs mer, mest läst, mest lästa, læs også, mest læste, mest læst, les også
    mest lest, siste nytt, lue myös, lue lisää, luetuimmat, loe ka, loe lisaks, loetumad
    lasi arī, lasītākie, skaitykite taip pat, skaitomiausi, taip pat skaitykite, lesa einnig
    citește și, citeşte şi, vezi și, cele mai citite, articole similare, te-ar putea interesa
    olvasd el ezt is, olvassa el ezt is, kapcsolódó cikkek, kapcsolódó, legolvasottabb, ajánljuk még
    pročitajte i, pročitajte još, pročitaj i, najčitanije, povezane vijesti, lexoni edhe, lexo edhe
    διαβάστε επίσης, δείτε επίσης, διαβάστε ακόμη, διαβάστε ακόμα, δημοφιλή, σχετικά άρθρα
    კითხეთ ასევე, წაიკითხეთ ასევე, წაიკითხეთ, ყველაზე კითხვადი, მსგავსი სიახლეები
    կարդացեք նաև, կարդացեք նաեւ, ամենաընթերցվածները, նմանատիպ նյութեր, ይህንንም ያንብቡ
    ተጨማሪ ያንብቡ, በብዛት የተነበቡ
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
    תגים, टैग, टैग्स, ট্যাগ, 标签, 標籤, 关键词, 關鍵字, タグ, キーワード, 태그, แท็ก, từ khóa
    từ khoá
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
# What heads an advertisement, and lines that say that the text goes on below one.
_ADVERTISEMENTS: Final = frozenset(
    phrase.strip()
    for phrase in """
    advertisement, advertisements, article continues below, story continues below, sponsored content
    article continues below advertisement, story continues below advertisement
    article continues after ad, advertisement - scroll to continue
    advertisement - continue reading below
    реклама, на правах рекламы, продолжение после рекламы
    на правах реклами, жарнама, reklama, reklam, reklame
    anzeige, werbung, weiterlesen nach der anzeige
    artikel wird nach der anzeige fortgesetzt, werbung - lesen sie unten weiter
    publicité, la suite après la publicité, la suite après cette publicité
    publicidad, continúa después de la publicidad
    publicidade, continua após a publicidade, continua depois da publicidade
    pubblicità, continua dopo la pubblicità
    advertentie, lees verder onder de advertentie
    annons, annonce, annonse, artikkelen fortsetter under annonsen, saken fortsetter under annonsen
    artikeln fortsätter under annonsen, artiklen fortsætter efter annoncen, mainos, mainoslinkki
    juttu jatkuu mainoksen jälkeen, ciąg dalszy pod reklamą
    článek pokračuje pod reklamou
    inzerce, inzercia, hirdetés, publicitate
    διαφήμιση, διαφημιση, iklan, advertensi, reklāma, reklaam
    quảng cáo, โฆษณา, tangazo
    إعلان, إعلانات, פרסומת, آگهی, تبلیغات, تبلیغ, اشتہار
    विज्ञापन, বিজ্ঞাপন, விளம்பரம், ప్రకటన, რეკლამა, գովազդ, ማስታወቂያ, 广告, 廣告, 広告, スポンサーリンク
    広告の下に記事が続きます, 광고
    """.replace("\n", ",").split(",")
    if phrase.strip()
)
_NOUNS_WITH_CAPITALS: Final = frozenset({"anzeige", "werbung", "reklame"})  # in German sentences
# These, and labels of a page's furniture.
_ELSEWHERE: Final = _ADVERTISEMENTS | frozenset(
    phrase.strip()
    for phrase in """
    scroll to continue with content, scroll to continue reading
    listen to this article, save article, give this article
    продолжение ниже, слушать статью, artikel anhören
    écouter cet article, escuchar este artículo, sigue leyendo, ouvir este artigo
    continua a leggere, ascolta l'articolo, tekst gaat verder onder de foto
    artikel gaat verder onder de foto, luister naar dit artikel
    kuuntele juttu, lyssna på artikeln, lytt til saken
    dalsza część artykułu pod materiałem wideo, dalsza część tekstu pod wideo
    dalsza część artykułu pod wideo, dalszy ciąg materiału pod wideo
    článek pokračuje pod videem, článok pokračuje pod videom, articolul continuă mai jos
    haberin devamı, haberin devamı için tıklayın, haberi dinle
    gulir untuk lanjut membaca, lanjutkan membaca, nghe bài viết
    استمع إلى المقال, המשך הכתבה, κοινοποίηση
    share, teilen, partager, compartir, compartilhar, partilhar, condividi, paylaş, udostępnij
    sdílet
    megosztás, distribuie, сподели, подели, поділитися, ulashish, dela, dele, jaa, delen, bagikan
    shiriki
    chia sẻ, แชร์, شارك, שיתוף, שתפו, اشتراک‌گذاری, شیئر کریں, शेयर करें, শেয়ার করুন, பகிர்க
    გაზიარება
    կիսվել, ያጋሩ, 分享, 分享到, シェアする, 공유하기
    記事は下に続きます
    """.replace("\n", ",").split(",")  # noqa: RUF001 - letters of many scripts
    if phrase.strip()
)
_POINTERS: Final = {
    **dict.fromkeys(_OTHERS, Pointer.OTHERS),
    **dict.fromkeys(_TOPICS, Pointer.TOPICS),
}
_BEFORE_A_COLON: Final = {
    **dict.fromkeys(_OTHERS_BEFORE_A_COLON, Pointer.OTHERS),
    **dict.fromkeys(_TOPICS_BEFORE_A_COLON, Pointer.TOPICS),
}


def pointer_of(line: str) -> Pointer | None:
    """What a line stands above or before: other articles ("Read also"), topics ("Tags: rivers").

    >>> pointer_of("Lea también: el puente"), pointer_of("Теги: мост, река")
    (<Pointer.OTHERS: 1>, <Pointer.TOPICS: 2>)
    >>> pointer_of("Publicité"), pointer_of("Publicité : une affiche retirée.")
    (<Pointer.ELSEWHERE: 3>, None)
    >>> pointer_of("Read also and often what the others say.")
    """
    ends = [at for colon in _COLONS if (at := line.find(colon, 0, _LONGEST)) >= 0]
    if not ends and len(line) > _LONGEST:
        return None
    label = (line[: min(ends)] if ends else line).strip(_MARKS).lower().replace("i\u0307", "i")
    if label in _POINTERS:
        return _POINTERS[label]
    if label in _ELSEWHERE and not (ends and line[min(ends) :].strip(_MARKS)):
        return Pointer.ELSEWHERE
    return _BEFORE_A_COLON.get(label) if ends else None


def is_advertisement(words: str) -> bool:
    """Whether words inside a sentence head an advertisement there, and are none of its own.

    >>> is_advertisement("Advertisement"), is_advertisement("ANZEIGE"), is_advertisement("Anzeige")
    (True, True, False)
    """
    label = words.strip(_MARKS)
    key = label.lower()
    if key not in _ADVERTISEMENTS or label.isupper():
        return key in _ADVERTISEMENTS
    return key == "advertisement" or (label[:1].isupper() and key not in _NOUNS_WITH_CAPITALS)
