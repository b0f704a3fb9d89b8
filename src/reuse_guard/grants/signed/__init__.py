"""Signed grants: keys, tokens, whom to trust, and what was taken back; needs the extra `sign`."""
