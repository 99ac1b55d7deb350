"""Joins the overlapping strokes of a font's glyphs, which some renderers show as holes.

    npm install pathkit-wasm
    python3 join-outlines.py noto-sans-sc-chinese-simplified-700-normal.woff joined.woff

Needs fontTools and Node.js. Widths, names and everything but the outlines stay as they are.
"""

import json
import os
import subprocess
import sys

from fontTools.pens.basePen import decomposeQuadraticSegment
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont


def commands(glyphs, name):
    """A glyph as moves, lines, quadratic curves and closings."""
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    found = []
    for op, points in pen.value:
        if op == "moveTo":
            found.append(["M", *points[0]])
        elif op == "lineTo":
            found.append(["L", *points[0]])
        elif op == "qCurveTo":
            if points[-1] is None:  # a closed curve without a point on it
                off = points[:-1]
                first = tuple((a + b) / 2 for a, b in zip(off[-1], off[0]))
                found.append(["M", *first])
                points = off + (first,)
            found += [["Q", *control, *end] for control, end in decomposeQuadraticSegment(points)]
        else:
            found.append(["Z"])
    return found


def contours(drawn):
    """Lists of points, the first on the curve, then (end) or (control, end)."""
    all = []
    for op, *numbers in drawn:
        points = list(zip(numbers[::2], numbers[1::2]))
        if op == "M":
            all.append([points])
        elif op != "Z":
            all[-1].append(points)
    return all


def polygon(contour):
    points = []
    for segment in contour:
        if len(segment) == 2:
            (x0, y0), (x1, y1), (x2, y2) = points[-1], *segment
            for t in (i / 8 for i in range(1, 9)):
                s = 1 - t
                points.append((s * s * x0 + 2 * s * t * x1 + t * t * x2, s * s * y0 + 2 * s * t * y1 + t * t * y2))
        else:
            points.append(segment[0])
    return points


def area(points):
    return sum(points[i - 1][0] * points[i][1] - points[i][0] * points[i - 1][1] for i in range(len(points))) / 2


def within(point, points):
    inside = False
    for (x1, y1), (x2, y2) in zip(points[-1:] + points, points):
        if (y1 > point[1]) != (y2 > point[1]) and point[0] < (x2 - x1) * (point[1] - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def just_inside(points):
    """A point beside the middle of the longest edge."""
    sign = 1 if area(points) > 0 else -1
    edges = list(zip(points[-1:] + points, points))
    (x1, y1), (x2, y2) = max(edges, key=lambda e: (e[1][0] - e[0][0]) ** 2 + (e[1][1] - e[0][1]) ** 2)
    length = max(1e-9, ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5)
    return ((x1 + x2) / 2 - (y2 - y1) / length * 0.05 * sign, (y1 + y2) / 2 + (x2 - x1) / length * 0.05 * sign)


def reversed_contour(contour):
    ends = [segment[-1] for segment in contour]
    turned = [[ends[-1]]]
    for i in range(len(contour) - 1, 0, -1):
        turned.append([*contour[i][:-1], ends[i - 1]])
    return turned


def directed(all):
    """Outlines one way round, holes the other, as TrueType wants it."""
    shapes = [polygon(contour) for contour in all]
    found = []
    for i, contour in enumerate(all):
        depth = sum(within(just_inside(shapes[i]), other) for j, other in enumerate(shapes) if j != i)
        clockwise = area(shapes[i]) < 0
        found.append(contour if clockwise == (depth % 2 == 0) else reversed_contour(contour))
    return found


def glyph_of(all):
    pen = TTGlyphPen(None)
    for contour in all:
        rounded = [[(round(x), round(y)) for x, y in segment] for segment in contour]
        pen.moveTo(rounded[0][0])
        for before, segment in zip(rounded, rounded[1:]):
            if len(segment) == 2:
                pen.qCurveTo(*segment)
            elif segment[0] != before[-1]:
                pen.lineTo(segment[0])
        pen.closePath()
    return pen.glyph()


def total(all):
    return abs(sum(area(polygon(contour)) for contour in all))


def main(source, target):
    font = TTFont(source, recalcTimestamp=False)
    glyphs = font.getGlyphSet()
    drawn = {name: commands(glyphs, name) for name in font.getGlyphOrder()}
    drawn = {name: found for name, found in drawn.items() if found}
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "join-outlines.js")
    joined = json.loads(subprocess.run(["node", script], input=json.dumps(drawn).encode(), stdout=-1, check=True).stdout)
    changed = 0
    for name, found in joined.items():
        before = contours(drawn[name])
        after = directed([contour for contour in contours(found) if abs(area(polygon(contour))) > 0.5])
        if len(before) == len(after) and abs(total(before) - total(after)) < 2:
            continue
        glyph = glyph_of(after)
        font["glyf"][name] = glyph
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyph, "xMin", 0))
        changed += 1
    font.flavor = "woff"
    font.save(target)
    print(f"{changed} of {len(joined)} glyphs joined")


if __name__ == "__main__":
    main(*sys.argv[1:])
