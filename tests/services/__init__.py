"""Real servers and programs for the tests: PostgreSQL, Redis, Chromium, a migrated database."""
