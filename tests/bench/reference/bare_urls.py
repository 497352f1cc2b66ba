from django.http import HttpResponse
from django.urls import path

BODY = b"<!doctype html><title>V</title><p>A bare view.</p>"


def bare(request):
    # Without the length gunicorn would cut the answer into chunks, which the site's are not.
    return HttpResponse(BODY, headers={"Content-Length": str(len(BODY))})


urlpatterns = [path("", bare)]
