"""Scanned pages, which are pictures of text: straightened, cut into cells and lines, recognised. Needs the extra ``ocr``."""
