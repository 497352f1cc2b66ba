"""What stands in the form of a resource, in the order in which one thinks of it."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from library.files_panel import FilesPanel

MOST_FILES = 30
MOST_LINKS = 30
MOST_RELATED = 6

RESOURCE_PANELS = [
    FieldRowPanel([FieldPanel("kind"), FieldPanel("level")]),
    FieldPanel("body"),
    InlinePanel("files", heading=_("Files"), label=_("file"), max_num=MOST_FILES),
    FilesPanel(heading=_("Are the files read?")),
    InlinePanel("links", heading=_("Links"), label=_("link"), max_num=MOST_LINKS),
    FieldPanel("video"),
    FieldPanel("topics"),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("author"), FieldPanel("year")]),
            FieldRowPanel([FieldPanel("language"), FieldPanel("licence")]),
        ],
        heading=_("Where it comes from"),
    ),
    FieldPanel("communities", widget=CheckboxSelectMultiple),
    FieldPanel("marks", widget=CheckboxSelectMultiple),
    FieldPanel("review_date"),
    InlinePanel(
        "related",
        heading=_("What goes with it"),
        label=_("resource"),
        max_num=MOST_RELATED,
        help_text=_("Without any, resources about the same topics stand there."),
    ),
]
FACET_PANELS = [
    InlinePanel(
        "facets",
        heading=_("By what readers choose"),
        label=_("way of choosing"),
        help_text=_("Without any, readers choose by everything that is known of resources."),
    )
]
