from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail.admin import urls as wagtailadmin_urls

from core import language, views

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
    path("admin/", include(wagtailadmin_urls)),
    # Wagtail's name for the address of a page, served through the site's own door.
    *i18n_patterns(re_path(r"^((?:[\w\-]+/)*)$", views.page, name="wagtail_serve")),
]
