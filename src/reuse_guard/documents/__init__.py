"""From bytes to a `Document`: decoding, reading, roles, metadata."""
