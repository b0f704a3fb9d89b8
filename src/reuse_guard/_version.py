"""The version of reuse_guard."""

__version__ = "0.1.0"
