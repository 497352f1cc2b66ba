"""The pictures beside posts, through the same door as the words."""

from django.http import FileResponse, Http404
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.audience import Audience
from core.views import FILE_POLICY
from forum.access import picture_for
from forum.picture_sizes import SIZES, file_of_size
from forum.views.signing_in import or_sign_in

# An hour after a post is hidden nobody is handed its pictures from anybody's store any more.
PUBLIC, PRIVATE = "public, max-age=3600, immutable", "private, no-store"


@require_safe
@or_sign_in
def post_picture(request, key, size: str):
    """A picture in one of its sizes."""
    if size not in SIZES:
        raise Http404
    picture = picture_for(request.user, key, timezone.now())
    try:
        content = file_of_size(picture, size)
    except FileNotFoundError:
        raise Http404 from None
    post = picture.post
    is_public = post.state == post.State.SHOWN and post.topic.state == post.topic.State.SHOWN
    is_public = is_public and post.topic.place.audience == Audience.EVERYONE
    response = FileResponse(content, content_type="image/webp")
    response.headers["Cache-Control"] = PUBLIC if is_public else PRIVATE
    response.headers["Content-Security-Policy"] = FILE_POLICY
    return response
