"""What publishers say to their readers in languages of which `calls.py` knows no grammar.

A line that asks readers to follow or subscribe and names a network or a newsletter is a call, as is
one on the rules of readers' comments. Words alone are looked for, of each kind one: imperatives and
names that stand together in no sentence of news.
"""

from __future__ import annotations

from typing import Final

from reuse_guard.expressions import expression
from reuse_guard.text.patterns import by_first_letter

# Where one follows a publisher.
_LATIN_NETWORKS: Final = (
    "facebook|instagram|tik-?tok|twitter|telegram|you-?tube|whats-?app|viber|linkedin|google news"
    "|newsletter|x(?<![a-z]x)(?![a-z])|zalo(?<![a-z]zalo)(?![a-z])|line(?<![a-z]line)(?![a-z])"
)
_LATIN_MEDIUM: Final = expression(by_first_letter(_LATIN_NETWORKS.split("|")))
_MEDIUM: Final = expression(
    r"фејсбук|инстаграм|телеграм|вајбер|фейсбук|вайбер|ютуб|інстаграм|ватсап|вотсап"
    r"|تلغرام|تليغرام|تيليجرام|تلجرام|فيسبوك|فيس بوك|واتس|إنستغرام|انستغرام|يوتيوب|تويتر"
    r"|تلگرام|اینستاگرام|بله|ایتا|فیس بک|واٹس ایپ|یوٹیوب|ٹوئٹر|انسٹاگرام"
    r"|פייסבוק|טלגרם|ווטסאפ|וואטסאפ|אינסטגרם|ערוץ"
    r"|टेलीग्राम|टेलिग्राम|फ़ेसबुक|फेसबुक|व्हाट्सएप|व्हाट्सऐप|इंस्टाग्राम|यूट्यूब|ट्विटर|गूगल न्यूज"
    r"|ফেসবুক|টেলিগ্রাম|ইউটিউব|হোয়াটসঅ্যাপ|গুগল নিউজ|வாட்ஸ்அப்|டெலிகிராம்|பேஸ்புக்|யூடியூப்"
    r"|ფეისბუქ|ტელეგრამ|ინსტაგრამ|ֆեյսբուք|տելեգրամ|յութուբ|ቴሌግራም|ፌስቡክ|ዩቲዩብ|เฟซบุ๊ก|ไลน์"
    r"|微信|公众号|公眾號|微博|抖音|客户端|フェイスブック|公式x|카카오|유튜브|네이버|페이스북"
)
# What readers are asked to do, as it is said to many or politely.
_ASKED: Final = expression(
    r"síg[ae]nos|s[íi]guenos|suscríb[ae]|únete|siga-nos|siga o|siga a|acompanhe|inscreva-se"
    r"|junte-se"
    r"|segue-nos|suivez|abonnez-vous|rejoignez|retrouvez-nous|folgen sie|folge uns|folgt uns"
    r"|abonniere|seguici|iscriviti|unisciti|volg ons|abonneer je|schrijf je in"
    r"|obserwuj|śledź|dołącz do|polub nas|zapisz się|sledujte|přidejte se|odebírejte|pridajte sa"
    r"|kövess|iratkozz|csatlakozz|lájkol[jd]|urmăriți|urmăriţi|urmărește-ne|urmăreşte-ne"
    r"|abonează-te"
    r"|abonați-vă|abonaţi-vă|последвайте|следвайте ни|абонирайте|пратите нас|претплатите"
    r"|pratite nas"
    r"|zapratite|pretplatite|підпису[йв]|підпишіт|стежте за|долучай|приєдну|подпи(?:сывайт|шит)"
    r"|obuna bo.?ling|kuzatib boring|abunə olun|bizi izləyin|жазылыңыз|катталыңыз|takip edin"
    r"|abone ol"
    r"|ακολουθήστε|εγγραφείτε|κάντε like|följ oss|prenumerera på|følg os|abonner på|seuraa meitä"
    r"|tilaa uutis|jälgi meid|sekojiet|sekite mus|ndiqni|ndiqe"
    r"|ikuti (?:kami|saluran|berita|terus|kanal)"
    r"|(?:ber)?gabung(?:lah)? (?:di (?:channel|kanal|saluran|grup)|sekarang|bersama kami)"
    r"|dapatkan (?:berita|update|informasi)"
    r"|theo dõi (?:chúng tôi|báo)"
    r"|mời (?:quý )?(?:bạn|độc giả)|đăng ký (?:kênh|nhận)|ติดตาม(?:ข่าว|เรา|ได้|ช่อง)|กดติดตาม|กดไลก์"
    r"|tufuate|jiunge|i-follow|sundan kami|تابعونا|تابعنا|تابعوا|اشتركوا|اشترك الآن|انضم(?:وا)? إل"
    r"|دنبال کنید|عضو شوید|بپیوندید|فالو کریں|سبسکرائب کریں|جوائن کریں|עקבו|הצטרפו|הירשמו"
    r"|(?:फ़ॉलो|फॉलो|सब्सक्राइब|जॉइन) क|से जुड़ें|जुड़े रहें|অনুসরণ করুন|ফলো করুন|সাবস্ক্রাইব করুন"
    r"|பின்தொடருங்கள்|பின்தொடர்|இணையுங்கள்|გამოგვყე|გამოიწერე|შემოგვიერთდ|հետևեք|հետեւեք|բաժանորդագրվ"
    r"|միացեք|ይከተሉ|ይቀላቀሉ|关注(?:我们|我們|本报)|關注|扫码|扫描|フォロー|友だち追加|채널을? 추가"
    r"|구독하|구독해|팔로우하"
)
# Readers' comments, and what is asked of those who write them or done with what they write.
_COMMENTS: Final = expression(
    r"\bcomment(?:s|aires|i)?\b|\bcomentarios?\b|\bcomentários?\b|комментари|коментар|пікір"
    r"|\bkomment|\bkomentar\b|\bcommenti\b|\breacties\b|komentarz|\bkoment[aá]ř|příspěvk"
    r"|hozzászólás|comentarii"
    r"|\bizoh|yorum|bình luận|\bmaoni\b|σχόλια|კომენტარ|մեկնաբան|አስተያየ|تعليق|تعلیق|نظرها|نظرات"
    r"|دیدگاه|تبصر|תגוב|टिप्पणि|टिप्पणी|মন্তব্য|கருத்து|ความคิดเห็น|评论|評論|留言|コメント|댓글"
)
_RULES: Final = expression(
    r"polite|moderat|checked before|off-topic|insult|вежлив|модератор|оскорб|нецензур|вічлив"
    r"|сыпайы|модерац|учтив|пристојн|höflich|netiquette|geprüft|freigeschaltet|beleidig"
    r"|courtois|modér|relus|injur|revisan|amable|revistos|moderad|educad|kibar"
    r"|nazik"
    r"|incelen|küfür|hakaret|beleefd|gecontroleerd|gemodereerd|kultur[aęy]|sprawdzan|obraź|slušn"
    r"|kontrol"
    r"|נאות|educati\b|controllati\b|udvarias|moderál|ellenőr|politico|verificat|hövlig"
    r"|vänlig"
    r"|granskas|høflig"
    r"|kohtelias|asiallis|tarkast|odobli|ευγενικ|υβριστικ|ზრდილ|თავაზიან|քաղաքավար|ጨዋ"
    r"|adabu|sopan|diperiksa|moderasi|lịch sự|kiểm duyệt|مراجعة|آداب|الإساءة|مسيئة|بررسی|توهین|مؤدب"
    r"|شائستہ|בשפה|הולמ|शालीन|अभद्र|ভদ্র|শালীন|பண்பாக|அவதூறு|สุภาพ|审核|審核|文明|丁寧|誹謗|예의|비방"
)
# Who may read on where an article is cut.
_READERS_WHO_PAY: Final = expression(
    r"subscribers only|only (?:for|available to) subscribers|nur für abonnent|réservée? aux abonnés"
    r"|(?:solo|sólo|exclusiv[oa]) para suscriptores|exclusivo para assinantes"
    r"|riservato agli abbonati"
    r"|solo per (?:gli )?abbonati|alleen voor abonnees|tylko dla (?:prenumerator|subskryb)"
    r"|pouze pro předplatitel|csak előfizet|rezervat abona|само за абонати|лише для передплатник"
    r"|только (?:для подписчик|по подписке)|тек жазылушылар|faqat obunachi"
    r"|(?:yalnızca|sadece) abone"  # noqa: RUF001
    r"|för prenumeranter|for abonnenter|vain tilaajille|μόνο σε συνδρομητές|للمشتركين فقط"
    r"|למנויים בלבד"
    r"|ویژهٔ مشترکان|ویژه مشترکان|केवल सदस्यों|仅供订阅|会员专享|会員限定|구독자 전용"
)
# A line above readers' comments: the word for them, how many, and little else.
_HEADS_COMMENTS: Final = expression(
    r"\W*\d*\W*(?:(?:all|reader|readers.?|view|show) )?(?:comments?|responses|discussion"
    r"|комментари(?:и|ев|я)|коментар[иі]в?|обсуждение|обговорення|пікір(?:лер)?|талқылау"
    r"|(?:fikir va )?izohlar|yorum(?:lar)?|(?:leser)?kommentare?r?|commentaires?|réactions"
    r"|coment[aá]rios?|comentari[is]|commenti|reacties?|komentarz[ey]|komentáře|diskuse|diskusia"
    r"|hozzászólások|komentari|komentar|kommentit|σχόλια|մեկնաբանություններ|კომენტარები"
    r"|תגובות|(?:ال)?تعليقات|نظرات|تبصرے|टिप्पणिया[ँं]|মন্তব্য|கருத்துகள்|ความคิดเห็น"
    r"|评论|評論|留言|网友评论|コメント|댓글|bình luận|maoni|አስተያየቶች)"
    r"\W*\d*\W*\Z"
)
_LONGEST: Final = 160  # characters of a call
_LONGEST_RULES: Final = 400
_LONGEST_HEADING: Final = 40


def is_call_abroad(line: str) -> bool:
    """Whether a line in small letters asks its readers to follow or subscribe somewhere.

    >>> is_call_abroad("síguenos en instagram y whatsapp"), is_call_abroad("ikuti kami di telegram")
    (True, True)
    >>> is_call_abroad("le maire suit les débats sur facebook.")
    False
    >>> is_call_abroad("mantan pimpinan twitter bergabung dengan perusahaan itu.")
    False
    """
    if len(line) > _LONGEST:
        return False
    # Most lines name no network: that is soon told.
    names_one = _LATIN_MEDIUM.search(line) or (not line.isascii() and _MEDIUM.search(line))
    return bool(names_one and _ASKED.search(line))


def is_rule_of_comments(text: str) -> bool:
    """Whether a text tells readers how to write comments, and what is done with them.

    >>> is_rule_of_comments("Les commentaires sont relus. Merci de rester courtois.")
    True
    >>> is_rule_of_comments("Ses commentaires ont surpris le maire.")
    False
    """
    text = text.lower() if len(text) <= _LONGEST_RULES else ""
    return bool(_COMMENTS.search(text, 0, _LONGEST) and _RULES.search(text))


def is_offer_to_subscribe(text: str) -> bool:
    """Whether a line says that only subscribers may read on.

    >>> is_offer_to_subscribe("Cet article est réservé aux abonnés.")
    True
    """
    return len(text) <= _LONGEST and _READERS_WHO_PAY.search(text.lower()) is not None


def heads_comments(text: str) -> bool:
    """Whether a line is nothing but the heading of readers' comments.

    >>> heads_comments("Comments (12)"), heads_comments("3 комментария"), heads_comments("评论")
    (True, True, True)
    >>> heads_comments("Comments by the mayor"), heads_comments("Комментарий эксперта")
    (False, False)
    """
    return len(text) <= _LONGEST_HEADING and _HEADS_COMMENTS.match(text.lower()) is not None
