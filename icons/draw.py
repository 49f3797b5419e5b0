#!/usr/bin/env python3
"""Draws every icon file from icon.svg, with nothing but Python: `python3 icons/draw.py`.

It reads the few shapes that icon.svg uses (rounded rectangles, circles, one polygon) and measures each
pixel's distance from their edges, so the same drawing gives the same bytes on every machine.
"""

import math
import re
import struct
import xml.etree.ElementTree as ElementTree
import zlib
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
CANVAS = 512.0
ICO_SIZES = (16, 24, 32, 48, 64, 256)
ICNS_KINDS = (("icp4", 16), ("icp5", 32), ("ic07", 128), ("ic08", 256), ("ic09", 512))
PNG_FILES = (("32x32.png", 32), ("128x128.png", 128), ("128x128@2x.png", 256), ("icon.png", 512))


def rounded_rectangle(x, y, width, height, radius):
    centre_x, centre_y = x + width / 2, y + height / 2
    inner_x, inner_y = width / 2 - radius, height / 2 - radius

    def distance(px, py):
        dx, dy = abs(px - centre_x) - inner_x, abs(py - centre_y) - inner_y
        return math.hypot(max(dx, 0.0), max(dy, 0.0)) + min(max(dx, dy), 0.0) - radius

    return distance


def polygon(points):
    edges = list(zip(points, points[1:] + points[:1]))

    def distance(px, py):
        nearest, inside = math.inf, False
        for (ax, ay), (bx, by) in edges:
            ex, ey, wx, wy = bx - ax, by - ay, px - ax, py - ay
            along = min(max((wx * ex + wy * ey) / (ex * ex + ey * ey), 0.0), 1.0)
            nearest = min(nearest, math.hypot(wx - ex * along, wy - ey * along))
            if (ay > py) != (by > py) and px < (bx - ax) * (py - ay) / (by - ay) + ax:
                inside = not inside
        return -nearest if inside else nearest

    return distance


def colour(text):
    return tuple(int(text[i : i + 2], 16) for i in (1, 3, 5))


def shapes():
    """Yields (distance, colour) from the back to the front; a stroke lies behind its own filling."""

    def walk(element, inherited):
        fill = element.get("fill", inherited)
        number = lambda name: float(element.get(name, "0"))
        kind = element.tag.rpartition("}")[2]
        distance = None
        if kind == "rect":
            distance = rounded_rectangle(number("x"), number("y"), number("width"), number("height"), number("rx"))
        elif kind == "circle":
            cx, cy, r = number("cx"), number("cy"), number("r")
            distance = lambda px, py: math.hypot(px - cx, py - cy) - r
        elif kind == "path":
            values = [float(value) for value in re.findall(r"[\d.]+", element.get("d"))]
            distance = polygon(list(zip(values[::2], values[1::2])))
        if distance:
            half = number("stroke-width") / 2
            if half:
                yield (lambda px, py, d=distance: d(px, py) - half), colour(element.get("stroke"))
                yield (lambda px, py, d=distance: d(px, py) + half), colour(fill)
            else:
                yield distance, colour(fill)
        for child in element:
            yield from walk(child, fill)

    yield from walk(ElementTree.parse(FOLDER / "icon.svg").getroot(), "#000000")


def png(size):
    scale, drawn, rows = CANVAS / size, list(shapes()), []
    for row in range(size):
        line = bytearray([0])
        for column in range(size):
            x, y = (column + 0.5) * scale, (row + 0.5) * scale
            red = green = blue = alpha = 0.0
            for distance, (r, g, b) in drawn:
                cover = min(max(0.5 - distance(x, y) / scale, 0.0), 1.0)
                if cover:
                    red, green, blue = (old * (1 - cover) + new * cover for old, new in ((red, r), (green, g), (blue, b)))
                    alpha = alpha * (1 - cover) + cover
            if alpha:
                line += bytes(round(value / alpha) for value in (red, green, blue)) + bytes([round(alpha * 255)])
            else:
                line += bytes(4)
        rows.append(bytes(line))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"".join(rows), 9)) + chunk(b"IEND", b"")


def ico(pictures):
    entries, data, offset = b"", b"", 6 + 16 * len(ICO_SIZES)
    for size in ICO_SIZES:
        picture = pictures[size]
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset + len(data))
        data += picture
    return struct.pack("<HHH", 0, 1, len(ICO_SIZES)) + entries + data


def icns(pictures):
    body = b"".join(kind.encode() + struct.pack(">I", len(pictures[size]) + 8) + pictures[size] for kind, size in ICNS_KINDS)
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def main():
    sizes = set(ICO_SIZES) | {size for _, size in ICNS_KINDS} | {size for _, size in PNG_FILES}
    pictures = {size: png(size) for size in sorted(sizes)}
    for name, size in PNG_FILES:
        (FOLDER / name).write_bytes(pictures[size])
    (FOLDER / "icon.ico").write_bytes(ico(pictures))
    (FOLDER / "icon.icns").write_bytes(icns(pictures))


main()
