"""Whether a reader sees an element of a page: attributes, inline styles and `<style>` rules."""

from reuse_guard.documents.visibility.page import Visibility
from reuse_guard.documents.visibility.seen import VISIBLE, Seen

__all__ = ["VISIBLE", "Seen", "Visibility"]
