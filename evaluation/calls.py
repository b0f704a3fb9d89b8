"""Is a line that stands below articles everywhere, such as a call, ever one of an article?

    python -m evaluation.calls [DATA]

Of the blocks of all saved pages, how many are calls, names of the desk or other furniture, and
those that stand in the article as its annotators read it; of the sentences of the news of each
language, those that are taken for one.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Final

from evaluation import pages, shares
from evaluation.data import data_folder
from reuse_guard.documents.furniture import Kind, is_furniture, kind_of
from reuse_guard.documents.signoffs import is_signoff

if TYPE_CHECKING:
    from collections.abc import Callable


def is_call(text: str) -> bool:
    """Whether a reader of pages takes a block for a call."""
    return kind_of(text) is Kind.CALL


KINDS: Final[dict[str, Callable[[str], bool]]] = {
    "calls": is_call,
    "names of the desk": is_signoff,
    "furniture, calls too": is_furniture,
}


def main() -> None:
    """Print the counts, and every line that is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?")
    folder = data_folder(parser.parse_args().data)
    blocks = []
    for key, article in pages.articles(folder / "pages").items():
        body = " ".join(article["articleBody"].split())
        page = pages.saved_page(folder / "pages", key, article["url"])
        texts = (" ".join(block.text.split()) for block in page.blocks)
        blocks += [(text, text in body) for text in texts]
    for kind, is_one in KINDS.items():
        found = [(text, is_article) for text, is_article in blocks if is_one(text)]
        wrong = [text for text, is_article in found if is_article]
        print(f"{kind}: {len(found)} blocks, of the article {len(wrong)}", *wrong, sep="\n  ")
    for language in ("en", "ru", "kk"):
        sentences = [one for article in shares.articles(folder, language) for one in article]
        taken = [one for one in sentences if any(is_one(one) for is_one in KINDS.values())]
        print(f"{language}: {len(taken)} of {len(sentences):,} sentences", *taken, sep="\n  ")


if __name__ == "__main__":
    main()
