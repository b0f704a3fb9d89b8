"""More dresses in the manner of well-known systems, written after the rules that they measure.

See `dresses_of_systems.py`. What failed in them first, and was mended, is in decision 0021.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from evaluation.dresses import Page, paragraphs
from evaluation.dresses_of_systems import linked_lines, linked_tags, tags_of

if TYPE_CHECKING:
    from evaluation.dresses import Dress
    from evaluation.stories import Story, Words


def block_theme(story: Story, others: list[Story], words: Words) -> Page:
    """WordPress with a theme of blocks: most boxes are groups of columns."""
    text = paragraphs(story)
    first, rest = text.split("</p>", 1)
    posts = "".join(
        f'<li class="wp-block-post post-{at} post type-post hentry"><figure class='
        f'"wp-block-post-featured-image"><a href="/{at}"><img src="/{at}.jpg"></a></figure>'
        f'<h2 class="wp-block-post-title"><a href="/{at}">{one.headline}</a></h2>'
        f'<div class="wp-block-post-excerpt"><p class="wp-block-post-excerpt__excerpt">'
        f"{escape(one.teaser)}</p></div></li>"
        for at, one in enumerate(others)
    )
    return Page(
        '<div class="wp-site-blocks"><header class="wp-block-template-part"><div class='
        '"wp-block-group"><p class="wp-block-site-title"><a href="/">A</a></p></div>'
        '</header><main class="wp-block-group is-layout-flow"><div class="wp-block-group '
        f'has-global-padding"><h1 class="wp-block-post-title">{story.headline}</h1>'
        f'<div class="wp-block-group is-layout-flex"><div class="wp-block-post-date"><time>'
        f'{words.date}</time></div><p class="wp-block-paragraph">{words.by}</p>'
        f'<div class="wp-block-post-author-name">{words.name}</div></div></div>'
        '<div class="entry-content wp-block-post-content is-layout-constrained">'
        f'{first}</p><figure class="wp-block-image"><img src="/1.jpg"><figcaption class='
        f'"wp-element-caption">{words.caption}</figcaption></figure>{rest}'
        f'<div class="wp-block-group has-background"><p>{words.join}</p><div class='
        f'"wp-block-button"><a class="wp-block-button__link" href="/n">OK</a></div></div></div>'
        f'<div class="wp-block-group"><div class="taxonomy-post_tag wp-block-post-terms">'
        f'{linked_tags(others)}</div><div class="wp-block-post-author"><div class='
        f'"wp-block-post-author__content"><p class="wp-block-post-author__name">{words.name}</p>'
        f'<p class="wp-block-post-author__bio">{words.author}</p></div></div></div>'
        f'<div class="wp-block-query"><h2 class="wp-block-heading">{words.also}</h2>'
        f'<ul class="wp-block-post-template">{posts}</ul></div></main><footer class='
        f'"wp-block-template-part"><p>{words.rights}</p></footer></div>',
        story.paragraphs,
        words.caption,
    )


def fields(story: Story, others: list[Story], words: Words) -> Page:
    """Drupal: every piece of a page is a field in a region."""
    field = '<div class="field field--name-{} field--label-hidden field__item">{}</div>'
    views = "".join(
        f'<div class="views-row"><div class="views-field views-field-title"><span class='
        f'"field-content"><a href="/{at}">{one.headline}</a></span></div><div class="views-field '
        f'views-field-body"><div class="field-content">{escape(one.teaser)}</div></div></div>'
        for at, one in enumerate(others)
    )
    return Page(
        '<div class="dialog-off-canvas-main-canvas"><div class="layout-container"><div class='
        '"region region-breadcrumb"><ol><li><a href="/">A</a></li></ol></div>'
        f'<div class="region region-content"><div class="block block-page-title-block"><h1 class='
        f'"page-title"><span>{story.headline}</span></h1></div><article class="node node--type-'
        f'article node--view-mode-full"><div class="node__meta"><span>{words.by} <a href="/u">'
        f'{words.name}</a>, {words.date}</span></div><div class="node__content">'
        + field.format("field-image", f'<img src="/1.jpg"><blockquote class="image-field-caption">'
                       f"<p>{words.caption}</p></blockquote>")
        + field.format("body", paragraphs(story))
        + f'<div class="field field--name-field-tags field--label-above"><div class="field__label">'
        f'{words.tags}</div><div class="field__items">{linked_lines(others[:2], "<div>{}</div>")}'
        f'</div></div></div></article><div class="views-element-container block"><h2>{words.also}'
        f'</h2><div class="view-content">{views}</div></div></div><div class="region '
        f'region-footer"><p>{words.rights}</p></div></div></div>',
        story.paragraphs,
        words.caption,
    )  # fmt: skip


def ghost(story: Story, others: list[Story], words: Words) -> Page:
    """Ghost: text, cards and calls are children of one section."""
    text = paragraphs(story)
    first, rest = text.split("</p>", 1)
    feed = "".join(
        f'<article class="gh-card post"><a class="gh-card-link" href="/{at}"><div class='
        f'"gh-card-wrapper"><h3 class="gh-card-title">{one.headline}</h3><p class='
        f'"gh-card-excerpt">{escape(one.teaser)}</p><footer class="gh-card-meta">{words.date}'
        "</footer></div></a></article>"
        for at, one in enumerate(others)
    )
    return Page(
        '<div class="gh-viewport"><main id="gh-main" class="gh-main"><article class="gh-article '
        f'post tag-a"><header class="gh-article-header gh-canvas"><a class="gh-article-tag" '
        f'href="/t">A</a><h1 class="gh-article-title is-title">{story.headline}</h1><div class='
        f'"gh-article-meta"><h4 class="gh-article-author-name"><a href="/a">{words.name}</a></h4>'
        f'<div class="gh-article-meta-content"><time>{words.date}</time><span class='
        f'"gh-article-meta-length"> — {words.minutes}</span></div></div></header><section class='
        f'"gh-content gh-canvas is-body">{first}</p><figure class="kg-card kg-image-card '
        f'kg-card-hascaption"><img class="kg-image" src="/1.jpg"><figcaption><span>{words.caption}'
        f'</span></figcaption></figure>{rest}<div class="kg-card kg-callout-card"><div class='
        f'"kg-callout-text">{words.appeal}</div></div><div class="kg-card kg-signup-card"><p class='
        f'"kg-signup-card-subheading">{words.join}</p><form><input><button>OK</button></form></div>'
        f'<div class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="/1"><div '
        f'class="kg-bookmark-title">{others[0].headline}</div><div class="kg-bookmark-description">'
        f"{escape(others[0].teaser)}</div></a></div></section></article>"
        f'<section class="gh-container is-grid"><h2 class="gh-container-title">{words.also}</h2>'
        f'<div class="gh-feed">{feed}</div></section></main></div>',
        story.paragraphs,
        words.caption,
    )


def squares(story: Story, others: list[Story], words: Words) -> Page:
    """Squarespace: rows and columns of blocks, the text in several of them."""
    block = (
        '<div class="sqs-block {0}-block sqs-block-{0}"><div class="sqs-block-content">{1}</div>'
        "</div>"
    )
    join = f"<p>{words.join}</p><form><input><button>OK</button></form>"
    half = len(story.paragraphs) // 2
    texts = [
        block.format(
            "html",
            f'<div class="sqs-html-content">{paragraphs(story._replace(paragraphs=part))}</div>',
        )
        for part in (story.paragraphs[:half], story.paragraphs[half:])
        if part
    ]
    picture = block.format(
        "image",
        '<div class="image-block-outer-wrapper"><figure><div class="image-block-wrapper"><img '
        f'src="/1.jpg"></div><figcaption class="image-caption-wrapper"><div class="image-caption">'
        f"<p>{words.caption}</p></div></figcaption></figure></div>",
    )
    summary = "".join(
        f'<div class="summary-item"><div class="summary-title"><a href="/{at}">{one.headline}</a>'
        f'</div><div class="summary-excerpt"><p>{escape(one.teaser)}</p></div></div>'
        for at, one in enumerate(others)
    )
    return Page(
        '<div id="siteWrapper"><main id="page"><article class="sections"><section class='
        '"page-section"><div class="content-wrapper"><article class="blog-item-wrapper entry">'
        f'<div class="blog-item-top-wrapper"><div class="blog-item-title"><h1 class="entry-title">'
        f'{story.headline}</h1></div><div class="blog-item-meta-wrapper"><span class='
        f'"blog-author-name">{words.name}</span><time class="blog-date">{words.date}</time></div>'
        '</div><div class="blog-item-content-wrapper"><div class="sqs-layout sqs-grid-12"><div '
        f'class="row sqs-row"><div class="col sqs-col-12">{texts[0]}{picture}{"".join(texts[1:])}'
        f"{block.format('newsletter', join)}"
        f"{block.format('summary-v2', summary)}</div></div></div></div>"
        f'<div class="blog-item-author-profile-wrapper"><div class="author-name">{words.name}</div>'
        f'<div class="author-bio"><p>{words.author}</p></div></div></article></div></section>'
        f'</article></main><footer class="sections"><div class="sqs-block-content"><p>'
        f"{words.rights}</p></div></footer></div>",
        story.paragraphs,
        words.caption,
    )


def by_hand(story: Story, others: list[Story], words: Words) -> Page:
    """A page of 2003 written by hand: `<font>`, `<br>`, a picture in the text, rules across."""
    text = "<br><br>\n&nbsp;&nbsp;&nbsp;".join(map(escape, story.paragraphs[1:]))
    links = " | ".join(f'<a href="{at}.htm">{tag}</a>' for at, tag in enumerate(tags_of(others)))
    return Page(
        f'<center><a href="index.htm"><img src="logo.gif"></a><br>[ {links} ]</center><hr>'
        f'<center><font size="+2" color="navy"><b>{story.headline}</b></font></center>'
        f'<div align="right"><i>{words.date}</i><br><i>{words.name}</i></div>'
        f"&nbsp;&nbsp;&nbsp;{escape(story.paragraphs[0])}<br><br>"
        f'<table align="right" width="200"><tr><td><img src="1.jpg"><br><font size="-1"><i>'
        f"{words.caption}</i></font></td></tr></table>\n{text}"
        f'<hr><center><font size="1">{words.rights}<br><a href="index.htm">{words.more}</a></font>'
        "</center>",
        story.paragraphs,
        words.caption,
    )


BUILDERS: tuple[Dress, ...] = (block_theme, fields, ghost, squares, by_hand)
