"""The search of the whole site: one field, one page, everything that the reader may read."""
