"""What a share may leave out: quoted speech, and words from a source both sides had.

Nothing is left out by itself: the verdict prints the share with and without, and the policy says
which of them is judged.
"""

from reuse_guard.exclusions.common import common_words, read_common_source
from reuse_guard.exclusions.formulae import find_formulae
from reuse_guard.exclusions.quotes import find_quotations
from reuse_guard.exclusions.spans import words_in

__all__ = ["common_words", "find_formulae", "find_quotations", "read_common_source", "words_in"]
