#!/usr/bin/env python3
"""Reads a presentation as people's programs do, or makes one to be used as a template.

slides.py read FILE.pptx         what every slide holds, as JSON
slides.py template KIND OUT.pptx a presentation with two example slides: `narrow` (4:3, dark), `wide` (16:9 on ten
                                 inches), `title-only` (one layout, a title alone), `blank` (no layout with a title)
"""

import json
import sys

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Inches

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SLIDES = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def texts(shape):
    return [p.text for p in shape.text_frame.paragraphs] if shape.has_text_frame else []


def alternative(shape):
    return shape._element.xpath(".//p:cNvPr")[0].get("descr", "")


def read(path):
    presentation = Presentation(path)
    slides = []
    for slide in presentation.slides:
        ids = [e.get("id") for e in slide._element.iter(SLIDES + "cNvPr")]
        beyond = [
            shape.name
            for shape in slide.shapes
            if shape.left < 0
            or shape.top < 0
            or shape.left + shape.width > presentation.slide_width
            or shape.top + shape.height > presentation.slide_height
        ]
        tables = [
            [[cell.text for cell in row.cells] for row in shape.table.rows]
            for shape in slide.shapes
            if shape.has_table
        ]
        slides.append(
            {
                "layout": slide.slide_layout.name,
                "title": slide.shapes.title.text_frame.text,
                "first": slide.shapes[0].shape_id == slide.shapes.title.shape_id,
                "texts": [text for shape in slide.shapes for text in texts(shape)],
                "tables": tables,
                "pictures": [alternative(s) for s in slide.shapes if s._element.tag == SLIDES + "pic"],
                "notes": slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "",
                "beyond": beyond,
                "unique": len(ids) == len(set(ids)),
                "languages": sorted({e.get("lang") for e in slide._element.iter(DRAWING + "rPr")}),
            }
        )
    properties = presentation.core_properties
    size = [presentation.slide_width, presentation.slide_height]
    print(json.dumps({"size": size, "title": properties.title, "language": properties.language, "slides": slides}))


def template(kind, path):
    presentation = Presentation()
    if kind == "wide":
        presentation.slide_width, presentation.slide_height = Inches(10), Inches(5.625)
        for layout in [presentation.slide_master, *presentation.slide_layouts]:
            for shape in layout.placeholders:
                if shape._element.spPr.xfrm is not None:
                    shape.top, shape.height = int(shape.top * 0.75), int(shape.height * 0.75)
    if kind == "narrow":
        fill = presentation.slide_master.background.fill
        fill.solid()
        fill.fore_color.rgb = RGBColor(0x10, 0x20, 0x40)
        colours = presentation.slide_master._element.find(SLIDES + "clrMap")
        colours.set("tx1", "lt1")
        colours.set("bg1", "dk1")
    for n in (1, 2):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = f"Diapositive d'exemple {n}"
        slide.notes_slide.notes_text_frame.text = "Note d'exemple"
    kept = {"title-only": [PP_PLACEHOLDER.TITLE], "blank": []}.get(kind)
    if kept is not None:
        # The layout of the examples cannot go before them.
        for slide_id in list(presentation.slides._sldIdLst):
            presentation.part.drop_rel(slide_id.rId)
            presentation.slides._sldIdLst.remove(slide_id)
        feet = [PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER]
        for layout in list(presentation.slide_layouts):
            kinds = [p.placeholder_format.type for p in layout.placeholders]
            if [k for k in kinds if k not in feet] != kept:
                presentation.slide_layouts.remove(layout)
    presentation.save(path)


if __name__ == "__main__":
    {"read": read, "template": template}[sys.argv[1]](*sys.argv[2:])
