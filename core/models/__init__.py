from core.audience import Audience
from core.models.jobs import JobRun
from core.models.media import HubDocument, HubImage, HubRendition
from core.models.pages import BasePage
from core.models.search import SearchEntry, SearchWord
from core.models.site import SiteSettings
from core.models.stamp import PageStamp

__all__ = [
    "Audience",
    "BasePage",
    "HubDocument",
    "HubImage",
    "HubRendition",
    "JobRun",
    "PageStamp",
    "SearchEntry",
    "SearchWord",
    "SiteSettings",
]
