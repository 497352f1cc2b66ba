"""What lists of the backstage offer to filter by: to leaders nothing out of everybody's."""

from wagtail.admin.filters import WagtailFilterSet
from wagtail.images.views import chooser

from communities.backstage.own import is_bound

# Their choices are gathered out of everybody's: who wrote pages, and the tags of all files.
OF_EVERYBODY = ("owner", "edited_by", "tag")

_form_class = WagtailFilterSet.get_form_class


def form_class(filters):
    """The form of a list's filters, without those that would name everybody's to a leader."""
    if is_bound(filters.request.user):
        for name in OF_EVERYBODY:
            filters.filters.pop(name, None)
    return _form_class(filters)


class ImageChooseView(chooser.ImageChooseView):
    """The chooser of pictures, which suggests no tags to leaders."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if is_bound(self.request.user):
            context["popular_tags"] = []
        return context


def keep_from_leaders():
    """Put them in the place of Wagtail's, once, when Django starts."""
    WagtailFilterSet.get_form_class = form_class
    chooser.viewset.choose_view_class = ImageChooseView
