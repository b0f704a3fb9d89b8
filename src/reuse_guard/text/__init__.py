"""Text as words with character offsets: spans, folding, words, sentences."""
