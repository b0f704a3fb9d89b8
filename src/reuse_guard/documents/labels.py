"""Labels of encodings, as browsers take them."""

from __future__ import annotations

import codecs

# What browsers take a label for (WHATWG Encoding Standard), where Python is stricter or differs.
_BROWSER_LABELS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "utf-16": "utf-16-le",
    "utf-32": "utf-32-le",
}


def python_name(label: str) -> str | None:
    """The codec a browser would use for `label`, or None when there is no such text encoding."""
    try:
        info = codecs.lookup(label.strip())
    except (LookupError, ValueError):
        return None
    if not info._is_text_encoding or info.name in ("utf-7", "idna", "punycode"):
        return None
    return _BROWSER_LABELS.get(info.name, info.name)
