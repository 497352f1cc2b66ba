"""Resources as they are kept: pages, their kinds, topics and files, and what is known of them."""

from library.models.collections import CollectionItem, CollectionPage
from library.models.facets import By, Facet, FacetValue, OfferedFacet
from library.models.kinds import ResourceKind
from library.models.pages import LibraryPage, ResourcePage
from library.models.parts import Language, RelatedResource, ResourceFile, ResourceLink
from library.models.requests import ResourceRequest
from library.models.texts import FilePlace, FileText, NamedDocument, ResourceWords
from library.models.topics import ResourceTopic, Topic, TopicAlias
from library.models.use import FileDownloads, HelpfulMark, SavedResource, UseNote

__all__ = [
    "By",
    "CollectionItem",
    "CollectionPage",
    "Facet",
    "FacetValue",
    "FileDownloads",
    "FilePlace",
    "FileText",
    "HelpfulMark",
    "Language",
    "LibraryPage",
    "NamedDocument",
    "OfferedFacet",
    "RelatedResource",
    "ResourceFile",
    "ResourceKind",
    "ResourceLink",
    "ResourcePage",
    "ResourceRequest",
    "ResourceTopic",
    "ResourceWords",
    "SavedResource",
    "Topic",
    "TopicAlias",
    "UseNote",
]
