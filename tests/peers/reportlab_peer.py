"""Draws the pack with ReportLab, which writes no structure: `reportlab_peer.py SHARED.json OUT.pdf`."""

import json
import pathlib
import re
import sys
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph, Spacer, Table

INK, SOFT, HAIR, LINE = map(HexColor, ("#17222C", "#55626D", "#D9DCD7", "#C4C8C3"))
LIGHTS = {"red": ("#C80500", "#B01008"), "amber": ("#C07800", "#7A4D00"), "green": ("#056E46", "#056E46")}
ARABIC = re.compile("[\u0600-\u06ff][\u0600-\u06ff ]*")


def style(name, size, leading, colour=INK, **other):
    return ParagraphStyle(name, fontName=name, fontSize=size, leading=leading, textColor=colour, **other)


def words(text, style, leads_to=None):
    told = ARABIC.sub(lambda found: f'<font name="Arabic">{found[0]}</font>', escape(text))
    return Paragraph(f'<a href="#{leads_to}">{told}</a>' if leads_to else told, style)


class Light(Flowable):
    """The shape of a light beside its word."""

    def __init__(self, rag):
        super().__init__()
        self.rag, self.height, self.width = rag, 13.8, 55

    def draw(self):
        fill, colour = LIGHTS[self.rag]
        canvas = self.canv
        canvas.setFillColor(HexColor(fill))
        if self.rag == "red":
            canvas.rect(0, 3, 8, 8, stroke=0, fill=1)
        elif self.rag == "amber":
            path = canvas.beginPath()
            path.moveTo(4, 11), path.lineTo(8, 3), path.lineTo(0, 3), path.close()
            canvas.drawPath(path, stroke=0, fill=1)
        else:
            canvas.circle(4, 7, 4, stroke=0, fill=1)
        canvas.setFillColor(HexColor(colour))
        canvas.setFont("Semibold", 10.2)
        canvas.drawString(12.5, 3.6, self.rag.capitalize())


class Place(Flowable):
    """Where a link leads, and an entry of the outline."""

    def __init__(self, name):
        super().__init__()
        self.name, self.width, self.height = name, 0, 0

    def draw(self):
        self.canv.bookmarkPage(self.name)
        self.canv.addOutlineEntry(self.name, self.name, level=0)


def table(heads, widths, rows, head):
    lines = [("LINEBELOW", (0, 0), (-1, 0), 0.9, INK), ("LINEBELOW", (0, 1), (-1, -1), 0.6, HAIR)]
    pads = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 9)]
    pads += [("TOPPADDING", (0, 0), (-1, -1), 4.6), ("BOTTOMPADDING", (0, 0), (-1, -1), 5.2)]
    cells = [[Paragraph(text, head) for text in heads], *rows]
    return Table(cells, colWidths=widths, repeatRows=1, style=lines + pads, hAlign="LEFT")


def main():
    shared, out = sys.argv[1:]
    pack = json.loads(pathlib.Path(shared).read_text())
    for name, file in [("Body", "SourceSans3-Regular"), ("Semibold", "SourceSans3-Semibold"), ("Bold", "SourceSans3-Bold"), ("Arabic", "Vazirmatn-Regular")]:
        pdfmetrics.registerFont(TTFont(name, f"{pack['fonts']}/{file}.ttf", shapable=False))
    title, under = style("Bold", 25, 30), style("Body", 12.4, 16.7, SOFT, spaceAfter=13)
    heading, body = style("Semibold", 13.2, 16.5, spaceBefore=16, spaceAfter=5.5), style("Body", 10.2, 13.8)
    strong, soft = style("Semibold", 10.2, 13.8), style("Body", 10.2, 13.8, SOFT)
    head, right = style("Semibold", 8.6, 11.2, SOFT), style("Body", 10.2, 13.8, alignment=2)
    figure, small = style("Bold", 19, 24), style("Body", 9, 12, SOFT)
    figures = pack["figures"]
    told = [("items", "items"), ("red", "actions red"), ("amber", "actions amber"), ("orders", "orders due")]
    numbers = Table([[[Paragraph(str(figures[key]), figure), Paragraph(name, small)] for key, name in told]], hAlign="LEFT", colWidths=123.3)
    story = [words(pack["title"], title), words(pack["subtitle"], under), numbers, Paragraph("Running order", heading)]
    for at, rows in enumerate(pack["running"]):
        if at:
            story.append(PageBreak())
        cells = []
        for row in rows:
            line = words(f"{row['item']} · {row['who']}", body)
            if row["page"]:
                line = words(f"{row['item']} · {row['who']}", body, row["case"])
            cells.append([row["time"], line, Paragraph(str(row["page"] or ""), right)])
        cells = [[Paragraph(time, body), line, page] for time, line, page in cells]
        story.append(table(("Time", "Item", "Page"), (36, 419.3, 38), cells, head))
    for case in pack["cases"]:
        story += [PageBreak(), Place(case["ref"]), words(case["ref"], title)]
        story.append(words(f"{case['name']} · lead {case['lead']} · {case['time']}", under))
        story += [Spacer(1, 8), words(case["summary"], body), Paragraph("Actions", heading)]
        rows = [
            [Light(row["rag"]) if row["rag"] in LIGHTS else "", words(row["ref"], soft), words(row["text"], body), words(row["owner"], body), words(row["due"], body)]
            for row in case["actions"]
        ]
        story.append(table(("Light", "No.", "Action and last update", "Agency", "Due"), (64, 42, 215.3, 96, 76), rows, head))
    for at, rows in enumerate(pack["orders"]):
        story.append(PageBreak())
        if not at:
            story += [Place("Orders and reviews due"), words("Orders and reviews due", title), Spacer(1, 8)]
        rows = [[words(row["ref"], strong), words(row["kind"], body), words(f"expires, {row['court']}", body), words(row["expires"], body)] for row in rows]
        story.append(table(("Item", "Order", "What falls due", "Date"), (76, 119, 222.3, 76), rows, head))

    def furniture(canvas, _):
        canvas.setFont("Bold", 8.4), canvas.setFillColor(INK)
        canvas.drawCentredString(297.6, 797.9, pack["marking"]), canvas.drawCentredString(297.6, 38.9, pack["marking"])
        canvas.setFont("Body", 8.4), canvas.setFillColor(SOFT)
        canvas.drawString(51, 780.9, pack["title"]), canvas.drawRightString(544.3, 780.9, "Agenda pack")
        canvas.drawRightString(544.3, 38.9, f"Page {canvas.getPageNumber()} of {pack['pages']}")
        canvas.setStrokeColor(LINE), canvas.setLineWidth(0.6)
        canvas.line(51, 771.4, 544.3, 771.4), canvas.line(51, 52.4, 544.3, 52.4)

    frame = Frame(51, 60, 493.3, 693.9, 0, 0, 0, 0)
    document = BaseDocTemplate(out, pagesize=(595.276, 841.89), title=pack["title"], lang=pack["lang"])
    document.addPageTemplates(PageTemplate(frames=frame, onPage=furniture))
    document.build(story)


main()
