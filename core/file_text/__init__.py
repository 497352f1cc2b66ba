"""The text inside documents, and a picture of their first page, read where no file can do harm.

`core.file_text.reader.read` is the way in. Whatever a file is, it is opened by a process of its own
(`__main__`) that has limits in time, memory and size, sees no settings, and can open nothing else.
"""
