"""Compares workbooks as openpyxl sees them: what a file holds after scoring or restoring against what it held before.

Reads a JSON list of {"name", "before", "after": {word: path}, "anyFont": whether the fonts may differ, "ours": {word:
{"sheets": [names], "marks": {sheet: ["cell I14", "column L", "conditional I15", "print"]}}}} from standard input; writes
{name: {"unreadable": words or null, word: [differences]}}. A file that openpyxl cannot read although it is the
original is said, not compared.
"""

import json
import sys
import warnings

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

warnings.simplefilter("ignore")


def look_of(cell, known, any_font):
    # Cells under a merged one have no look in openpyxl's eyes.
    key = tuple(cell._style or ())
    if key not in known:
        parts = () if key == () else (cell.number_format, None if any_font else cell.font, cell.fill, cell.border, cell.alignment, cell.protection)
        known[key] = "|".join(repr(part) for part in parts)
    return known[key]


def text_of(value):
    for name in ("text", "ref"):
        if hasattr(value, name) and not isinstance(value, str):
            return f"{value.ref}: {getattr(value, 'text', None)} {getattr(value, 'r1', None)}"
    return value


def picture(path, any_font):
    """{sheet: {what: value}} and what belongs to the whole workbook under ""."""
    book = load_workbook(path)
    results = None
    known = {}
    whole = {
        "names": sorted(f"{n.name}|{n.localSheetId}|{n.hidden}|{n.attr_text}" for n in book.defined_names.definedName),
        "epoch": str(book.epoch),
        "calculation": book.calculation and book.calculation.calcMode,
        "active": book.views[0].activeTab if book.views else None,
        "styles": sorted(book.named_styles),
    }
    sheets = {"": whole}
    for sheet in book.worksheets:
        held = {}
        for row in sheet.iter_rows():
            for cell in row:
                # Made by the loop: the file has no such cell.
                if cell._style is None:
                    continue
                look = look_of(cell, known, any_font)
                value = text_of(cell.value)
                if cell.data_type == "f" or getattr(cell.value, "ref", None):
                    results = results or load_workbook(path, data_only=True)
                    value = f"{value} → {results[sheet.title][cell.coordinate].value!r}"
                # A blank cell with nothing of its own is no cell.
                note = cell.comment.text if cell.comment else None
                link = (cell.hyperlink.target, cell.hyperlink.location) if cell.hyperlink else None
                held[f"cell {cell.coordinate}"] = (value, cell.data_type, look, note, link)
        usual = sheet.sheet_format.defaultRowHeight
        for number, row in sheet.row_dimensions.items():
            held[f"row {number}"] = (row.height or usual, row.hidden, row.outlineLevel, row.collapsed)
        for name, column in sheet.column_dimensions.items():
            last = min(column.max or 0, 60)
            for number in range(column.min or 1, last + 1):
                said = (column.width, column.hidden, column.outlineLevel, column.collapsed, tuple(column._style or ())[:0])
                held[f"column {get_column_letter(number)}"] = said
        held["merges"] = sorted(str(area) for area in sheet.merged_cells.ranges)
        held["state"] = sheet.sheet_state
        held["panes"] = (sheet.freeze_panes, sheet.sheet_view.zoomScale, sheet.sheet_view.rightToLeft)
        held["print"] = (sheet.print_area, sheet.print_title_rows, sheet.print_title_cols)
        held["page"] = (repr(sheet.page_setup), repr(sheet.page_margins), repr(sheet.print_options))
        heads = (sheet.oddHeader, sheet.oddFooter, sheet.evenHeader, sheet.evenFooter, sheet.firstHeader, sheet.firstFooter)
        held["heads"] = [(head.left.text, head.center.text, head.right.text) for head in heads]
        held["breaks"] = (repr(sheet.row_breaks), repr(sheet.col_breaks))
        held["protection"] = repr(sheet.protection)
        held["filter"] = repr(sheet.auto_filter)
        held["validations"] = sorted(repr(each) for each in sheet.data_validations.dataValidation)
        held["tables"] = sorted(repr(each) for each in sheet.tables.values())
        held["drawings"] = (len(sheet._images), len(sheet._charts))
        held["tab"] = repr(sheet.sheet_properties)
        for block in sheet.conditional_formatting:
            held[f"conditional {block.sqref}"] = [repr(rule) for rule in block.rules]
        sheets[sheet.title] = held
    return sheets


NOTHING = (None, "n", None, None, None)


def is_blank(value):
    return value is None or value[0] is None


def differences(before, after, ours):
    found = []
    skipped = {(sheet, what) for sheet, whats in ours["marks"].items() for what in whats}
    for sheet in sorted(set(before) | set(after)):
        if sheet in ours["sheets"]:
            continue
        if (sheet in before) != (sheet in after):
            found.append(f"{sheet}: 工作表{'没了' if sheet in before else '多了'}")
            continue
        one, other = before[sheet], after[sheet]
        for what in sorted(set(one) | set(other)):
            if (sheet, what) in skipped:
                continue
            was, now = one.get(what), other.get(what)
            if was == now:
                continue
            # A row, column or blank cell that is only mentioned now, or no more, says nothing.
            if what.startswith("cell ") and was is None and is_blank(now):
                continue
            if what.startswith("cell ") and now is None and is_blank(was):
                continue
            if what.startswith("row ") and (was is None or now is None):
                rest = (was or now)
                if rest[0] is None or rest[1:] == (False, 0, False):
                    continue
            found.append(f"{sheet} {what}: {short(was)} → {short(now)}")
    return found


def short(value):
    text = repr(value)
    return text if len(text) < 300 else f"{text[:300]}…"


answers = {}
for task in json.load(sys.stdin):
    answer = {"unreadable": None}
    answers[task["name"]] = answer
    try:
        load_workbook(task["before"])
    except Exception as error:  # openpyxl's own limits: whatever it says
        answer["unreadable"] = f"{type(error).__name__}: {error}"
        continue
    before = picture(task["before"], task["anyFont"])
    for word, path in task["after"].items():
        try:
            answer[word] = differences(before, picture(path, task["anyFont"]), task["ours"][word])
        except Exception as error:
            answer[word] = [f"openpyxl: {type(error).__name__}: {error}"]
json.dump(answers, sys.stdout, ensure_ascii=False)
