"""The search of the whole site: what of the pages is found, how it is kept, found and ranked."""
