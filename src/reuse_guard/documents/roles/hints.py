"""What the names that page authors give their boxes tell: `class="story-body"`, `id="comments"`.

Names are only hints: each list holds words that many content systems share, none of one site.
The weights in `weights.py` say how much a hint counts, measured over many sites.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

_WORDS = {
    "comment": (
        "comment commentlist disqus discussion reply respond kommentar kommentare comentario"
        " commentaire commenti komentar komentarz reactie yorum forum yorumlar komentari"
        " kommentarer kommentit reacties diskuse binhluan talkback talkbacks hozzaszolas"
        " kommentarii kommentariy kommentariev pikir pikirler"
    ),
    "related": (
        "related relacionada relacionado recommend recommended recommendation recirc more readmore"
        " also popular trending latest similar suggested next outbrain taboola teaser promo further"
        " recent recommendations onward carousel slider most aussi tambien correlati correlate"
        " verwandte weitere meistgelesen aanbevolen ilgili destacado populares ultimas terkait"
        " lienquan tinlienquan polecane czytajtez leesook lireaussi benzer souvisejici povezane"
        " srodne kapcsolodo relaterat relaterade relaterte bacajuga leiatambem readalso"
    ),
    "caption": (
        "caption credit legend copyright figcaption bildunterschrift bildtext bijschrift didascalia"
        " legende legenda leyenda epigrafe pie cutline podpis popisek kuvateksti billedtekst"
        " bildetekst onderschrift bildzeile bildnachweis fotonachweis didascalie keterangan"
        " chuthich resimalti kepalairas fotoonderschrift"
    ),
    "picture": (
        "photo image img picture video player media gallery figure thumb thumbnail slideshow embed"
        " source slide lightbox foto fotografia imagen imagem immagine bild bilder galeria galerie"
        " resim gambar zdjecie"
    ),
    "author": (
        "author byline bio biography profile contributor writer avatar reporter person autor auteur"
        " about journalist signature autora autore firma verfasser yazar redaktion redaktor tacgia"
        " penulis muhabir szerzo avtor toimittaja skribent verslaggever giornalista periodista"
        " cronista kirjoittaja forfatter journalista"
    ),
    "share": (
        "share sharing social follow facebook twitter instagram whatsapp telegram sharedaddy"
        " addthis sharethis addtoany compartir compartilhar partager teilen condividi"
        " delen paylas sns"
    ),
    "buttons": "button btn tool toolbar print action tweet",
    "ad": (
        "ad ads advert advertisement advertising sponsor sponsored dfp banner promoted adv"
        " publicidad publicidade publicite pubblicita werbung anzeige annonce"
        " reklama reklam reklame iklan"
    ),
    "join": (
        "newsletter subscribe subscription signup signin login register registration paywall"
        " premium"
        " donate donation support cookie consent gdpr modal popup overlay alert notification abo"
        " disclaimer terms legal form quiz poll survey membership cta suscripcion assinatura"
        " abonnement iscriviti boletin offer nyhetsbrev"
        " nieuwsbrief hirlevel infolettre podpiska rassylka"
        " onetrust didomi rodo kvkk lgpd"
    ),
    "furniture": (
        "nav navbar navigation menu footer foot header masthead breadcrumb breadcrumbs sidebar side"
        " aside rail widget sitemap skip search pagination pager branding topbar secondary tab"
        " cabecera rodape barra lateral navegacion navegacao crumb topicpath paging gnb lnb gnav"
    ),
    "meta": (
        "date time meta info published updated stamp timestamp label kicker category rubric eyebrow"
        " tag topic keyword hashtag count views rating stats dateline datetime datum fecha hora"
        " etiqueta schlagwort rubrik volanta dachzeile etiket tarih tanggal"
    ),
    "lead": (
        "standfirst summary intro dek deck subtitle subheading subhead subhed excerpt abstract lead"
        " lede chapo sapo entradilla bajada sumario vorspann perex anons ingress description"
        " synopsis tagline strap subline sommario subheadline copete entete chapeau teasertext"
        " blurb strapline subtitulo sottotitolo untertitel manchet catenaccio zajawka resumo spot"
        " bevezeto introtext ringkasan"
    ),
    "prose": (
        "prose wysiwyg richtext texto cuerpo corpo inhalt contenu artikeltext metin tekst"
        " articlebody"
        " maincontent paragraph bodytext storytext fulltext corps testo newstext articletext"
        " articlecontent entrycontent postcontent newscontent newsdetail storybody"
    ),
    "article": (
        "article story content body entry post text main paragraph copy news single artikel noticia"
        " nota notizia articulo artigo articolo haber berita nyhet"
    ),
}
# Names run together, such as "relatedposts": by how they begin.
_STEMS = {
    "related": "related", "recommend": "related", "newslett": "join", "subscri": "join",
    "advert": "ad", "sponsor": "ad", "breadcrumb": "furniture", "sidebar": "furniture",
    "sharing": "share", "social": "share",
}  # fmt: skip
# "story-body", "entryContent", "post_text": a kind of work and a word for its text.
_WORKS = frozenset(
    "article story entry post news content main body single detail page artikel".split()  # noqa: SIM905
)
_TEXTS = frozenset("body text content copy paragraph".split())  # noqa: SIM905
# "photo-sign", "picDesc", "img_title": a picture and a word for what is said of it. Boxes called
# "image-text" or "video-description" hold the text of a page as often.
_SHOWN = frozenset("photo foto pic picture img image imagen bild".split())  # noqa: SIM905
_SAYING = frozenset(
    "sign desc descr description title subtitle author credit note info name source podpis"  # noqa: SIM905
    " signature about alt copyright rights comment".split()
)
_CATEGORY = {
    **{shown + saying: "caption" for shown in _SHOWN for saying in _SAYING},
    **{word: category for category, words in _WORDS.items() for word in words.split()},
}
_RUN_TOGETHER = 8  # letters of two words or more
_PART = expression(r"[A-Z]?[a-z]+|[A-Z]{2,}")
_ATTRIBUTES = frozenset({"class", "id", "itemprop", "data-component", "data-testid", "data-module"})
# WordPress writes the tags and categories of a post into the class of its article.
_POST = expression("hentry|type-post")

_DIGIT = expression("[0-9]")
_NUMBER = expression(r"[-_]\d+(?!\S)")

_NOTHING: frozenset[str] = frozenset()

UNFAVOURABLE = frozenset(_WORDS) - {"lead", "prose", "article"}


def names_of(attributes: Mapping[str, str]) -> str:
    """The names that an author gave to an element, of all its attributes."""
    return " ".join([value for name, value in attributes.items() if name in _ATTRIBUTES]).strip()


@lru_cache(maxsize=8192)
def kind_of(classes: str) -> str:
    """The classes that an element shares with others of its kind.

    Numbers at the end of a name tell one of many from the next, as in "views-row-3"; WordPress
    writes a post's own number, tags and categories into the classes of its box.

    >>> kind_of("row views-row-3"), kind_of("post-7 type-post hentry tag-bridge")
    ('row views-row', 'hentry')
    """
    if "hentry" in classes:
        return "hentry"
    return _NUMBER.sub("", classes) if _DIGIT.search(classes) else classes


def hints_of(names: str, void: frozenset[str] = frozenset()) -> frozenset[str]:
    """The categories that an element's names suggest, such as `{"prose", "article"}`.

    Args:
        names: of the element.
        void: words that tell nothing on this page.
    """
    if not names:
        return _NOTHING
    if not void:
        return _categories(names)
    telling = [word for word in _words(names) if word not in void]
    return _categories(" ".join(telling)) if telling else _NOTHING


def unfavourable_words(names: str) -> frozenset[str]:
    """The words among an element's names that speak against what is in it."""
    return frozenset(word for word in _words(names) if _category(word) in UNFAVOURABLE)


def is_note_of_editors(element: etree._Element) -> bool:
    """Whether an element is a comment in the margin of a draft, as Google Docs writes it out."""
    mark = element.find("p/a") if element.tag == "div" else None
    return mark is not None and (mark.get("href") or "").startswith("#cmnt_ref")


@lru_cache(maxsize=8192)
def _categories(names: str) -> frozenset[str]:
    if _POST.search(names):
        return frozenset({"article"})
    words = _words(names)
    if not _SHOWN.isdisjoint(words) and any(_says_of_picture(*two) for two in pairwise(words)):
        return frozenset({"caption", "picture"})
    found = {category for word in words if (category := _category(word))}
    if not _TEXTS.isdisjoint(words) and any(
        work in _WORKS and text in _TEXTS for work, text in pairwise(words)
    ):
        found.add("prose")
    return frozenset(found)


def _says_of_picture(shown: str, saying: str) -> bool:
    return shown in _SHOWN and saying in _SAYING


def _words(names: str) -> list[str]:
    return " ".join(_PART.findall(names[:1000])).lower().split()


@lru_cache(maxsize=8192)
def _category(word: str) -> str | None:
    known = _CATEGORY.get(word) or _CATEGORY.get(word.removesuffix("s"))
    if known or len(word) < _RUN_TOGETHER:
        return known
    return next((category for stem, category in _STEMS.items() if word.startswith(stem)), None)
