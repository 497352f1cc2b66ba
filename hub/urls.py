from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.decorators.cache import never_cache
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access

from core import language, views
from members.views import AccountView

handler400 = "core.errors.bad_request"
handler403 = "core.errors.forbidden"
handler404 = "core.errors.not_found"
handler500 = "core.errors.server_error"

# Documents keep Wagtail's name, which its models and editors reverse.
documents = [path("<int:document_id>/<str:filename>", views.document, name="wagtaildocs_serve")]

urlpatterns = [
    path("", language.front_door, name="front-door"),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
    path("media/<path:path>", views.media, name="media"),
    path("documents/", include(documents)),
    path("vestules/", views.letter_list, name="letter-list"),
    # Before Wagtail's own address of the same name, which it takes the place of.
    path("admin/account/", never_cache(require_admin_access(AccountView.as_view()))),
    # Nothing in the backstage asks for lists of files by machine, and an original has no address
    # to tell there; the alarm test of Wagtail breaks on purpose.
    re_path(r"^admin/(?:api/main/(?:images|documents)|failwhale)/", views.closed, name="closed"),
    path("admin/", include(wagtailadmin_urls)),
    # Wagtail's name for the address of a page, served through the site's own door.
    *i18n_patterns(re_path(r"^((?:[\w\-]+/)*)$", views.page, name="wagtail_serve")),
]
