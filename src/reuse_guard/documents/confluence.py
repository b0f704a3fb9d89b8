"""Pages as Confluence stores and exports them, whose links are elements of its own.

```
<ac:link><ri:url ri:value="https://orig.kz/1"/><ac:plain-text-link-body><![CDATA[...
```
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Callable

    from reuse_guard.documents.model import Document

_MARK = "<ac:"
# None is looked for past the next one's beginning: a page of nothing else would be read as often.
_CDATA = expression(r"<!\[CDATA\[((?:(?!<!\[CDATA\[|\]\]>).)*)\]\]>", re.DOTALL)
_LINK = expression(
    r"<ac:link(?:\s[^<>]*)?>\s*<ri:url\s[^<>]*?ri:value=\"([^\"]*)\"[^<>]*>(?:\s*</ri:url>)?"
    r"((?:(?!<ac:link[\s>]).)*?)</ac:link>",
    re.DOTALL,
)


def is_stored(text: str) -> bool:
    """Whether a page is in that form."""
    return _MARK in text


def read_stored(reader: Callable[..., Document], text: str, /, **given: object) -> Document:
    """Read such a page with its links and texts as they are shown, each on its own line."""
    plain = _CDATA.sub(lambda found: escape(found[1]), text)
    return reader(_LINK.sub(_anchor, plain), **given)


def _anchor(link: re.Match[str]) -> str:
    """The link as HTML; without words of its own it shows its address."""
    address, words = link.groups()
    return f'<a href="{address}">{words if words.strip() else address}</a>'
