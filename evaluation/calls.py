"""Is a line that asks something of readers ever a part of an article?

    python -m evaluation.calls [DATA]

Of the blocks of all saved pages, how many are such lines, and those that stand in the article as
its annotators read it; of the sentences of the news of each language, those that are taken for one.
"""

from __future__ import annotations

import argparse

from evaluation import pages, shares
from evaluation.data import data_folder
from reuse_guard.documents.furniture import Kind, kind_of


def is_call(text: str) -> bool:
    """Whether a reader of pages takes a block for a call."""
    return kind_of(text) is Kind.CALL


def main() -> None:
    """Print the counts, and every line that is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?")
    folder = data_folder(parser.parse_args().data)
    truth = pages.articles(folder / "pages")
    calls, wrong = 0, []
    for key, article in truth.items():
        body = " ".join(article["articleBody"].split())
        page = pages.saved_page(folder / "pages", key, article["url"])
        found = [" ".join(b.text.split()) for b in page.blocks if is_call(b.text)]
        calls += len(found)
        wrong += [text for text in found if text in body]
    print(f"{calls} blocks of {len(truth)} pages, of the article {len(wrong)}", *wrong, sep="\n  ")
    for language in ("en", "ru", "kk"):
        sentences = [one for article in shares.articles(folder, language) for one in article]
        taken = [sentence for sentence in sentences if is_call(sentence)]
        print(f"{language}: {len(taken)} of {len(sentences):,} sentences", *taken, sep="\n  ")


if __name__ == "__main__":
    main()
