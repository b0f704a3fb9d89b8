"""Whether a block states the terms on which the article may be reused."""

from __future__ import annotations

import re

_CUES = re.compile(
    r"all rights reserved|may not be (?:published|reproduced|copied)|hyperlink|re-?publish|written permission|"
    r"перепечатк|использовани[еи] материалов|при цитировании|гиперссылк|все права защищены|"
    r"сілтеме|барлық құқық|көшіріп бас",
    re.IGNORECASE,
)


def is_reuse_notice(text: str) -> bool:
    """Whether a short block speaks of permission to copy, in any of the languages known here."""
    return len(text) < 700 and len(set(_CUES.findall(text.lower()))) >= 2
