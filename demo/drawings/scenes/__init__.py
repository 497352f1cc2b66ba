"""One module for each motif; its draw(sheet) makes the picture."""
