"""Draws the page with WeasyPrint: `weasyprint_peer.py PAGE.html OUT.pdf [tagged]`."""

import sys

import weasyprint

page, out, *tagged = sys.argv[1:]
weasyprint.HTML(filename=page).write_pdf(out, pdf_tags=bool(tagged))
