"""The originals of a project: a card of each for searching, the document when it is needed.

A card is small and remembered between runs, so that checking one candidate reads only the originals
that it may have used.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self

import numpy as np

from reuse_guard.documents.read import read
from reuse_guard.errors import ReadError, ReuseGuardError
from reuse_guard.frozen import frozen
from reuse_guard.scan.discover import shown_path
from reuse_guard.scan.index import hash_runs
from reuse_guard.urls.identity import parse_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from reuse_guard.documents.model import Document
    from reuse_guard.originals import Store
    from reuse_guard.scan.terms import Governed


@dataclass(frozen=True, slots=True, eq=False)
class Card:
    """What is kept of an original for searching.

    Attributes:
        addresses: where it is published, by the lock and by itself.
        runs: hashes of its distinct word runs.
    """

    addresses: tuple[str, ...]
    runs: NDArray[np.uint64]

    @classmethod
    def of(cls, document: Document) -> Self:
        """The card of an original."""
        addresses = filter(None, (document.url, *document.article_urls))
        return cls(tuple(addresses), hash_runs(document.body_words))

    def dump(self) -> str:
        """The card as text that `load` reads."""
        runs = base64.b85encode(self.runs.astype("<u8").tobytes()).decode("ascii")
        return json.dumps([self.addresses, runs])

    @classmethod
    def load(cls, text: str) -> Self:
        """The card from its text."""
        addresses, runs = json.loads(text)
        return cls(tuple(addresses), np.frombuffer(base64.b85decode(runs), "<u8"))

    def has_address(self, url: str) -> bool:
        """Whether an address leads to the original."""
        wanted = parse_address(url)
        known = filter(None, map(parse_address, self.addresses))
        return wanted is not None and any(wanted.names_same(address) for address in known)


@frozen
class Reader:
    """Reads one original; done in several processes.

    Attributes:
        store: where the snapshots are.
    """

    store: Store

    def __call__(self, governed: Governed) -> Document | ReuseGuardError:
        """The original with its words prepared, or why it cannot be used."""
        try:
            return self.read(governed)
        except ReuseGuardError as error:
            return error

    def read(self, governed: Governed) -> Document:
        """The original with its words prepared.

        Raises:
            ReadError: it cannot be read, or holds no article.
        """
        snapshot = governed.snapshot
        path = shown_path(self.store.folder, snapshot.file)
        document = read(
            Path(path),
            url=snapshot.address,
            encoding=snapshot.encoding,
            body_selector=governed.policy.body_selector,
        )
        if not len(document.body_words):
            msg = "holds no article text; take it anew, or name its body in the policy"
            raise ReadError(msg, source=path)
        document.settle()
        return document


@dataclass(frozen=True, slots=True)
class Shelf:
    """Originals by their number, read when they are first asked for.

    Attributes:
        reader: of snapshots.
        governed: every original with its policy.
        documents: those that were read already.
    """

    reader: Reader
    governed: Sequence[Governed]
    documents: dict[int, Document] = field(default_factory=dict)

    def document(self, number: int) -> Document:
        """An original."""
        if number not in self.documents:
            self.documents[number] = self.reader.read(self.governed[number])
        return self.documents[number]
