"""Looks at the files of a report as other programs read them, and prints what it found as JSON.

sheets.py look FILE.xlsx      sheets, formulas, formats, panes, filters, charts
sheets.py values FILE.xlsx    every cell: {"sheet": [[value, ...], ...]}
sheets.py slides FILE.pptx    every text of shapes, tables and notes
sheets.py parquet FOLDER      of each Parquet file, columns with their type, and rows
sheets.py json FILE           the file itself

A number with decimals is printed as the text "#…" that reads back as the same number, to the last bit.
"""

import json
import sys
import zipfile
from xml.etree import ElementTree


def look(path):
    from openpyxl import load_workbook

    book = load_workbook(path)
    sheets = []
    for sheet in book.worksheets:
        formulas = [c.coordinate for row in sheet.iter_rows() for c in row if c.data_type == "f"]
        formats = sorted({c.number_format for row in sheet.iter_rows() for c in row if c.data_type == "n" and c.value is not None})
        quoted = [c.coordinate for row in sheet.iter_rows() for c in row if c.style and c.quotePrefix]
        sheets.append({
            "name": sheet.title,
            "rows": sheet.max_row,
            "columns": sheet.max_column,
            "formulas": formulas,
            "formats": formats,
            "quoted": quoted,
            "frozen": sheet.freeze_panes,
            "filter": sheet.auto_filter.ref,
            "charts": len(sheet._charts),
        })
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}cNvPr"
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        drawings = [n for n in names if n.startswith("xl/drawings/drawing")]
        alts = [
            node.get("descr", "")
            for name in drawings
            for node in ElementTree.fromstring(archive.read(name)).iter(drawing)
        ]
        charts = [archive.read(n) for n in names if n.startswith("xl/charts/chart")]
        dates = sorted({info.date_time for info in archive.infolist()})
    properties = book.properties
    return {
        "sheets": sheets,
        "alts": alts,
        "intervals": sum(b"<c:errBars>" in chart for chart in charts),
        "dates": dates,
        "created": properties.created.isoformat(),
        "title": properties.title,
    }


def values(path):
    from openpyxl import load_workbook

    book = load_workbook(path)
    return {s.title: [[c.value for c in row] for row in s.iter_rows()] for s in book.worksheets}


def slides(path):
    from pptx import Presentation

    texts = []
    for slide in Presentation(path).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                texts.append(shape.text_frame.text)
            if getattr(shape, "has_table", False) and shape.has_table:
                texts.extend(cell.text for row in shape.table.rows for cell in row.cells)
        if slide.has_notes_slide:
            texts.append(slide.notes_slide.notes_text_frame.text)
    return texts


def parquet(path):
    import pathlib

    import pyarrow.parquet

    def table(file):
        found = pyarrow.parquet.read_table(file)
        return {"columns": {f.name: str(f.type) for f in found.schema}, "rows": found.to_pylist()}

    return {file.stem: table(file) for file in sorted(pathlib.Path(path).glob("*.parquet"))}


def json_file(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def exact(value):
    """The value with its numbers as texts that lose nothing."""
    if isinstance(value, float):
        return f"#{value!r}"
    if isinstance(value, list):
        return [exact(item) for item in value]
    if isinstance(value, dict):
        return {key: exact(item) for key, item in value.items()}
    return value if isinstance(value, (int, str, bool, type(None))) else str(value)


if __name__ == "__main__":
    what, path = sys.argv[1:]
    readers = {"look": look, "values": values, "slides": slides, "parquet": parquet, "json": json_file}
    json.dump(exact(readers[what](path)), sys.stdout, ensure_ascii=False)
