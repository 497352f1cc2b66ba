"""Resources as they are kept: pages, their kinds, topics and files, and what is known of them."""

from library.models.facets import By, Facet, FacetValue, OfferedFacet
from library.models.kinds import ResourceKind
from library.models.pages import LibraryPage, ResourcePage
from library.models.parts import Language, RelatedResource, ResourceFile, ResourceLink
from library.models.texts import FilePlace, FileText, NamedDocument, ResourceWords
from library.models.topics import ResourceTopic, Topic, TopicAlias

__all__ = [
    "By",
    "Facet",
    "FacetValue",
    "FilePlace",
    "FileText",
    "Language",
    "LibraryPage",
    "NamedDocument",
    "OfferedFacet",
    "RelatedResource",
    "ResourceFile",
    "ResourceKind",
    "ResourceLink",
    "ResourcePage",
    "ResourceTopic",
    "ResourceWords",
    "Topic",
    "TopicAlias",
]
