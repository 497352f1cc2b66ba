"""Everything that is written about resources beside their pages."""

from library.actions.keeping import keep_documents, keep_words
from library.actions.reading import await_reading, forget_picture, read_document
from library.actions.reviewing import ask_for_reviews
from library.actions.sorting import keep_old_name, merge_topics

__all__ = [
    "ask_for_reviews",
    "await_reading",
    "forget_picture",
    "keep_documents",
    "keep_old_name",
    "keep_words",
    "merge_topics",
    "read_document",
]
