"""Draws the pack with typst: `typst_peer.py SHARED.json OUT.pdf`."""

import json
import pathlib
import shutil
import sys
import tempfile

import typst

shared, out = map(pathlib.Path, sys.argv[1:])
with tempfile.TemporaryDirectory() as folder:
    # Because typst reads nothing outside of the folder of its source.
    source = pathlib.Path(folder) / "pack.typ"
    shutil.copy(pathlib.Path(__file__).with_name("pack.typ"), source)
    shutil.copy(shared, source.with_name("shared.json"))
    typst.compile(
        source,
        output=out,
        font_paths=[json.loads(shared.read_text())["fonts"]],
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
    )
