"""Which files can be read, by the ends of their names."""

# The module that holds `open_<extension>`. Each has its libraries, and none waits for another's.
MODULES = {
    "pdf": "pdf",
    "docx": "docx",
    "pptx": "pptx",
    "xlsx": "xlsx",
    "odt": "open_document",
    "odp": "open_document",
    "ods": "open_document",
    "rtf": "rtf",
    "txt": "plain",
    "csv": "plain",
}
