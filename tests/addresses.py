"""Every address that the site answers, found by walking its URL patterns."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, get_resolver, reverse

# Patterns that stand for more addresses than one, and that Django cannot write one of.
EXAMPLES = {"admin/^.*/$": "/admin/nav/tada/", "closed": "/admin/failwhale/"}


@dataclass(frozen=True)
class Address:
    """One URL pattern: its full name, or its route where it has none, and its parameters."""

    name: str
    route: str
    parameters: tuple[str, ...]
    is_positional: bool

    @property
    def key(self) -> str:
        """The name with its parameters, because several patterns may share one name."""
        return f"{self.name}({','.join(self.parameters)})" if self.parameters else self.name

    def path(self, values: dict) -> str:
        """The address with these values for its parameters."""
        if self.name in EXAMPLES:
            return EXAMPLES[self.name]
        if self.name == self.route:
            return f"/{self.route}"
        chosen = {name: values[name] for name in self.parameters}
        if self.is_positional:
            return reverse(self.name, args=list(chosen.values()))
        return reverse(self.name, kwargs=chosen)


def all_addresses() -> list[Address]:
    """Every pattern, in the order in which they are tried."""
    return list(_walk(get_resolver(), "", ""))


def _walk(resolver, route: str, space: str) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        full_route = route + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            regex = pattern.pattern.regex
            named = tuple(regex.groupindex)
            positional = ("path",) if regex.groups and not named else ()
            name = space + pattern.name if pattern.name else full_route
            yield Address(name, full_route, named or positional, bool(positional))
        else:
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from _walk(pattern, full_route, space + inner)
