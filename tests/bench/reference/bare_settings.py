"""V: a Django project of one view and nothing else."""

SECRET_KEY = "of a reference that keeps nothing secret"
ALLOWED_HOSTS = ["127.0.0.1"]
INSTALLED_APPS: list[str] = []
MIDDLEWARE: list[str] = []
ROOT_URLCONF = "tests.bench.reference.bare_urls"
USE_TZ = True
