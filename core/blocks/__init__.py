"""The blocks that editors build pages from."""

from core.blocks.body import BodyBlock

__all__ = ["BodyBlock"]
