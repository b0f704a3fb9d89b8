"""The columns of every table that a job writes, as Spark's DDL.

`id` is the number of a record, `file << 40 | line`, ascending in the order of the input. `bits` are
whole multiples of 2**-20. A row with a `problem` is one that could not be used.
"""

from __future__ import annotations

from typing import Final

READ: Final = """
    id BIGINT, key STRING, name STRING, url STRING, day DATE, published DATE, words INT,
    policy STRING, content BINARY, document BINARY, fingerprints ARRAY<BIGINT>, problem STRING
"""

# One row a version. `siblings` are all versions of its article, the one that stood first first.
ORIGINALS: Final = """
    id BIGINT, key STRING, name STRING, url STRING, since DATE, words INT, policy STRING,
    document BINARY, fingerprints ARRAY<BIGINT>,
    siblings ARRAY<STRUCT<id: BIGINT, since: DATE, words: INT>>, problem STRING
"""

# `source` is what was read, compressed: reading it again is exact, and few pages are.
PAGES: Final = """
    id BIGINT, name STRING, day DATE, source BINARY, reading STRING,
    fingerprints ARRAY<BIGINT>, problem STRING
"""

# The versions of a page that are looked into, best first; `beyond` more share fingerprints.
PAIRS: Final = "page BIGINT, rank INT, version BIGINT, bits DOUBLE, beyond INT"

# One row for each original of a page that was judged, and for each page or article that could not
# be used (`problem`; then all but its name is null). A page with no original has no row.
VERDICTS: Final = """
    page STRING, original STRING, rank INT, outcome STRING, policy STRING, copied INT, total INT,
    taken INT, estimated INT, own INT, bits DOUBLE, since DATE, page_outcome STRING,
    page_words INT, page_taken INT, more INT, verdict STRING, problem STRING
"""
