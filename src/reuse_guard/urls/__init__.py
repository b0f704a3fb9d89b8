"""Addresses: what a browser makes of an href, and when two addresses name one article."""
