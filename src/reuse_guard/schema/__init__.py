"""What policies and grants share: strict models, exact ratios, TOML and JSON files.

Everything here turns what a person wrote into values, or into an error that names the input, the
key and the remedy.
"""

from reuse_guard.schema.days import Day
from reuse_guard.schema.files import (
    MAX_FILE_BYTES,
    load_json,
    load_mapping,
    parse_toml,
    read_text,
)
from reuse_guard.schema.models import Strict, validate
from reuse_guard.schema.ratios import Ratio, format_ratio, parse_ratio

__all__ = [
    "MAX_FILE_BYTES",
    "Day",
    "Ratio",
    "Strict",
    "format_ratio",
    "load_json",
    "load_mapping",
    "parse_ratio",
    "parse_toml",
    "read_text",
    "validate",
]
