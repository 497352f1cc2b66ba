"""What stands around pages that search engines should not keep: those of one person."""

from django.urls import reverse
from django.utils.translation import get_language, override

from core.shell import LanguageLink, Shell, frame_of, shell_for
from core.visit import visit_of


def personal_shell(request, title: str, name: str, *arguments, below=()) -> Shell:
    """The shell of an address of this name, in both languages; `below` are links above it."""
    shell = shell_for(request)
    shell.title = title
    front = frame_of(visit_of(request), get_language()).front
    shell.breadcrumbs = [*([front] if front else []), *below]
    shell.languages = [
        LanguageLink(link.code, link.name, _in_language(link.code, name, arguments), True)
        for link in shell.languages
    ]
    return shell


def _in_language(code: str, name: str, arguments) -> str:
    with override(code):
        return reverse(name, args=arguments)
