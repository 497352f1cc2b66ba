"""What the templates of the library say of files."""

from django import template

from core.file_text.reading import Trouble
from core.file_text.words import sentence_of

register = template.Library()


@register.simple_tag
def trouble_in_words(trouble: str) -> str:
    """What is wrong with a file, and what can be done."""
    return str(sentence_of(Trouble(trouble)))
