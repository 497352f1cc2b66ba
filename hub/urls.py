from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access

from communities import feeds
from core import language, views
from home import site_map
from home import views as home_views
from home.search import views as search_views
from members.accounts import doors
from members.views import AccountView

handler400 = "core.errors.bad_request"
handler403 = "core.errors.forbidden"
handler404 = "core.errors.not_found"
handler429 = "core.errors.too_many_requests"
handler500 = "core.errors.server_error"

# Documents keep Wagtail's name, which its models and editors reverse.
documents = [path("<int:document_id>/<str:filename>", views.document, name="wagtaildocs_serve")]

urlpatterns = [
    path("", language.front_door, name="front-door"),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap_index, name="sitemap"),
    re_path(r"^sitemap-(?P<part>[1-9]\d{0,3})\.xml$", views.sitemap_part, name="sitemap-part"),
    re_path(
        r"^og/(?P<page_id>\d{1,9})-(?P<digest>[0-9a-f]{12})\.png$",
        views.shared_picture,
        name="shared-picture",
    ),
    path("media/<path:path>", views.media, name="media"),
    re_path(
        r"^josta/(?P<word>[0-9a-z]{1,12})-(?P<shape>day|night|mark)\.svg$", views.belt, name="belt"
    ),
    path("documents/", include(documents)),
    path("styleguide/", views.style_guide, name="style-guide"),
    path("vestules/", views.letter_list, name="letter-list"),
    path("vestules/<slug:name>/", views.letter, name="letter"),
    # Before Wagtail's own address of the same name, which it takes the place of.
    path("admin/account/", never_cache(require_admin_access(AccountView.as_view()))),
    # The backstage has no door of its own: people come in and go out where everybody does.
    path("admin/login/", doors.sign_in),
    path("admin/logout/", doors.sign_out),
    # Nothing in the backstage asks for lists of files by machine, and an original has no address
    # to tell there; the alarm test of Wagtail breaks on purpose.
    re_path(r"^admin/(?:api/main/(?:images|documents)|failwhale)/", views.closed, name="closed"),
    path("admin/", include(wagtailadmin_urls)),
    *i18n_patterns(path("", include("communities.public_urls"))),
    *i18n_patterns(path(_("nearby/"), home_views.nearby, name="nearby")),
    *i18n_patterns(
        path(_("account/"), include("members.accounts.urls")),
        path(_("people/"), include("notifications.public_urls")),
        path(_("people/"), include("members.urls")),
    ),
    *i18n_patterns(path(_("forum/"), include("forum.urls"))),
    *i18n_patterns(path(_("calendar/"), include("events.urls"))),
    *i18n_patterns(path(_("library/"), include("library.urls"))),
    *i18n_patterns(
        path(_("site-map/"), site_map.site_map, name="site-map"),
        path(_("search/"), search_views.search_page, name="search"),
        path(_("search/suggestions/"), search_views.suggestions, name="search-suggestions"),
        re_path(
            r"^(?P<path>(?:[\w\-]+/)*)(?P<kind>rss|atom)\.xml$", feeds.news_feed, name="news-feed"
        ),
    ),
    # Wagtail's name for the address of a page, served through the site's own door.
    *i18n_patterns(re_path(r"^((?:[\w\-]+/)*)$", views.page, name="wagtail_serve")),
]
