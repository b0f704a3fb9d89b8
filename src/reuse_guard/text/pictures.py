"""How words begin that speak of pictures, of films and of who makes them, in three languages."""

from __future__ import annotations

from typing import Final

STILL: Final = (
    r"photo(?!cop)", "picture", "image", "illustra", "graphics",
    "фото", "снимок", "снимк", "изображени", "иллюстра", "сурет",
)  # fmt: skip
_MOVING: Final = ("video", "видео", "бейне")

OF_STILL: Final = rf"(?:{'|'.join(STILL)})\w*"
"""An expression for a word on pictures, in small letters."""
OF_PICTURES: Final = rf"(?:{'|'.join((*STILL, *_MOVING))})\w*"
"""The same, for films too."""
