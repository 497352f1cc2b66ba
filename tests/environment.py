"""Loaded before Django's settings: tests run in their own profile and their own folder."""

import gc
import os
from pathlib import Path

os.environ["HUB_PROFILE"] = "test"
os.environ.setdefault("VAR_ROOT", str(Path(__file__).resolve().parent.parent / ".cache" / "var"))
# Playwright keeps an event loop in this thread, which Django takes for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# Making and forgetting pages keeps the collector of garbage busy with what is not garbage.
gc.set_threshold(100_000, 50, 100)


def pytest_collection_finish():
    """What has been imported stays, so nobody need look at it again."""
    gc.freeze()
