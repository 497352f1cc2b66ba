"""What the site is measured against: V, a bare Django view, and M, a minimal Wagtail page.

V stands for what any answer costs on this server, M for what any Wagtail page costs. Both are
served as the site is: by the same gunicorn with the same kind of worker, threads and connections.
"""
