"""What editors do with topics beside their list."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from communities.views.header import header
from library.actions import merge_topics
from library.backstage.forms import MergeForm
from library.models import Topic


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("library.delete_topic", raise_exception=True)
def merge(request, pk: int):
    """Ask with which topic this one is merged; then move everything there."""
    topic = get_object_or_404(Topic, pk=pk)
    form = MergeForm(request.POST or None, topic=topic)
    if request.method == "POST" and form.is_valid():
        into = form.cleaned_data["into"]
        merge_topics(topic=topic, into=into)
        said = _("“%(name)s” is now another name of “%(into)s”.")
        messages.success(request, said % {"name": topic.name, "into": into.name})
        return redirect("topics:edit", into.pk)
    title = _("Merge the topic “%(name)s”") % {"name": topic.name}
    return render(request, "library/admin/merge.html", header(title, "tag") | {"form": form})
