"""Writes the pack as a page for browsers and for WeasyPrint: `page.py SHARED.json OUT.html`."""

import json
import pathlib
import sys
from html import escape

STYLE = """
@page { size: 595.276pt 841.89pt; margin: 88pt 51pt 66pt 51pt;
  @top-left { content: "%(title)s"; } @top-center { content: "%(marking)s"; font-weight: 700; }
  @top-right { content: "Agenda pack"; } @bottom-center { content: "%(marking)s"; font-weight: 700; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); }
  @top-left, @top-right, @top-center, @bottom-center, @bottom-right { font: 8.4pt "Paper"; color: #55626D; } }
body { font: 10.2pt/13.8pt "Paper", "Paper Arabic"; color: #17222C; margin: 0; }
h1, h2 { font-size: 25pt; line-height: 30pt; margin: 0 0 2pt; }
h3 { font-size: 13.2pt; line-height: 16.5pt; margin: 16pt 0 5.5pt; font-weight: 600; }
p.under { font-size: 12.4pt; line-height: 16.7pt; color: #55626D; margin: 0 0 13pt; }
p { margin: 8pt 0 0; }
section { break-before: page; }
ul.figures { display: flex; list-style: none; margin: 0; padding: 0; }
ul.figures li { width: 25%%; font-size: 9pt; color: #55626D; }
ul.figures b { display: block; font-size: 19pt; line-height: 24pt; color: #17222C; }
table { border-collapse: collapse; width: 100%%; table-layout: fixed; }
table.next { break-before: page; }
th { font-size: 8.6pt; text-align: left; color: #55626D; font-weight: 600; border-bottom: 0.9pt solid #17222C; }
th, td { padding: 4.6pt 9pt 5.2pt 0; vertical-align: top; }
td, tbody th { border-bottom: 0.6pt solid #D9DCD7; }
tbody th { font-size: 10.2pt; color: #17222C; }
tr { break-inside: avoid; }
a { color: inherit; text-decoration: none; }
td.page { text-align: right; padding-right: 0; }
td.light { font-weight: 600; } td.red { color: #B01008; } td.amber { color: #7A4D00; } td.green { color: #056E46; }
td.number { color: #55626D; }
svg { width: 8pt; height: 8pt; margin-right: 4.5pt; vertical-align: -1pt; }
"""

SHAPES = {
    "red": '<rect width="8" height="8" fill="#C80500"/>',
    "amber": '<path d="M4 0 8 8 0 8Z" fill="#C07800"/>',
    "green": '<circle cx="4" cy="4" r="4" fill="#056E46"/>',
}


def face(family, name, weight, folder):
    source = pathlib.Path(folder, name + ".ttf").as_uri()
    return f'@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url("{source}"); }}'


def table(kind, heads, widths, rows):
    columns = "".join(f'<col style="width: {width}pt">' for width in widths)
    heads = "".join(f'<th scope="col">{head}</th>' for head in heads)
    return (
        f'<table class="{kind}"><colgroup>{columns}</colgroup><thead><tr>{heads}</tr></thead>'
        f'<tbody>{"".join(f"<tr>{row}</tr>" for row in rows)}</tbody></table>'
    )


def running_row(row):
    words = escape(f"{row['item']} · {row['who']}")
    if row["page"]:
        words = f'<a href="#{row["case"]}">{words}</a>'
    return f"<td>{row['time']}</td><th scope=\"row\">{words}</th><td class=\"page\">{row['page'] or ''}</td>"


def action_row(row):
    shape = SHAPES.get(row["rag"])
    light = f'<svg viewBox="0 0 8 8" aria-hidden="true">{shape}</svg>{row["rag"].capitalize()}' if shape else ""
    return (
        f'<td class="light {row["rag"]}">{light}</td><td class="number">{row["ref"]}</td>'
        f'<td>{escape(row["text"])}</td><td>{escape(row["owner"])}</td><td>{row["due"]}</td>'
    )


def page(pack):
    faces = [
        face("Paper", "SourceSans3-Regular", 400, pack["fonts"]),
        face("Paper", "SourceSans3-Semibold", 600, pack["fonts"]),
        face("Paper", "SourceSans3-Bold", 700, pack["fonts"]),
        face("Paper Arabic", "Vazirmatn-Regular", 400, pack["fonts"]),
    ]
    figures = pack["figures"]
    told = [("items", "items"), ("red", "actions red"), ("amber", "actions amber"), ("orders", "orders due")]
    parts = [
        f'<!doctype html><html lang="{pack["lang"]}"><meta charset="utf-8"><title>{escape(pack["title"])}</title>',
        f'<style>{"".join(faces)}{STYLE % {key: escape(pack[key]) for key in ("title", "marking")}}</style>',
        f'<h1>{escape(pack["title"])}</h1><p class="under">{escape(pack["subtitle"])}</p><ul class="figures">',
        *(f"<li><b>{figures[key]}</b>{words}</li>" for key, words in told),
        "</ul><h3>Running order</h3>",
    ]
    for at, rows in enumerate(pack["running"]):
        heads = ("Time", "Item", "Page")
        kind = "running next" if at else "running"
        parts.append(table(kind, heads, (36, 420, 37.3), map(running_row, rows)))
    for case in pack["cases"]:
        under = escape(f"{case['name']} · lead {case['lead']} · {case['time']}")
        parts.append(f'<section id="{case["ref"]}"><h2>{case["ref"]}</h2><p class="under">{under}</p>')
        parts.append(f"<p>{escape(case['summary'])}</p><h3>Actions</h3>")
        heads = ("Light", "No.", "Action and last update", "Agency", "Due")
        parts.append(table("", heads, (64, 42, 215, 96, 76), map(action_row, case["actions"])) + "</section>")
    for at, rows in enumerate(pack["orders"]):
        parts.append("<section>" + ("" if at else "<h2>Orders and reviews due</h2>"))
        cells = (
            f'<th scope="row">{row["ref"]}</th><td>{row["kind"]}</td>'
            f"<td>expires, {escape(row['court'])}</td><td>{row['expires']}</td>"
            for row in rows
        )
        heads = ("Item", "Order", "What falls due", "Date")
        parts.append(table("", heads, (76, 119, 222, 76), cells) + "</section>")
    return "\n".join(parts)


if __name__ == "__main__":
    shared, out = map(pathlib.Path, sys.argv[1:])
    out.write_text(page(json.loads(shared.read_text())))
