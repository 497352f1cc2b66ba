from notifications.models.letters import ABOUT_LENGTH, DeadAddress, Letter
from notifications.models.notices import LetterWish, Notice

__all__ = ["ABOUT_LENGTH", "DeadAddress", "Letter", "LetterWish", "Notice"]
