"""What the lists of the forum show."""


def forum_context(page, request, visit) -> dict:
    """The sections of the forum, and the topics in which something was said last."""
    return {}


def section_context(page, request, visit) -> dict:
    """A part of the topics of a section."""
    return {}
