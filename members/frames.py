"""What stands around pages about people: nothing that search engines should keep."""

from django.urls import reverse
from django.utils.translation import get_language, override

from core.shell import LanguageLink, Link, Shell, frame_of, shell_for
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


def my_page_link(title: str) -> Link:
    """The way back to one's own page."""
    return Link(title, reverse("members:my-page"))


def _in_language(code: str, name: str, arguments) -> str:
    with override(code):
        return reverse(name, args=arguments)
