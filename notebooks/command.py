"""The `barometre` command, and the tables of the reports that it writes."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import polars as pl

HERE = Path(__file__).resolve().parent
# Where the notebooks write: reports, study files. Git ignores it.
OUTPUT = HERE / "sorties"


def program() -> str:
    """The command: `BAROMETRE`, else the path, else what Cargo built beside this folder."""
    named = os.environ.get("BAROMETRE")
    if named:
        return named
    on_path = shutil.which("barometre")
    if on_path:
        return on_path
    target = Path(os.environ.get("CARGO_TARGET_DIR", HERE.parent / "target"))
    for profile in ("release", "debug"):
        built = target / profile / "barometre"
        if built.exists():
            return str(built)
    raise FileNotFoundError("barometre is not installed: cargo install --path .")


def barometre(*arguments: object) -> str:
    """Runs the command in this folder and gives what it prints; its message when it fails."""
    done = subprocess.run(
        [program(), *map(str, arguments)], capture_output=True, text=True, cwd=HERE, check=False
    )
    # 1 is "done, and a target is missed" (--check).
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr)
    return done.stdout


def write_report(name: str, *command: object) -> Path:
    """Runs a command that writes a report, into `sorties/NAME`, and gives that folder."""
    folder = OUTPUT / name
    OUTPUT.mkdir(exist_ok=True)
    barometre(*command, "-o", folder)
    return folder


def report_json(folder: Path) -> dict:
    """The whole report, as `report.json` has it."""
    return json.loads((folder / "report.json").read_text(encoding="utf-8"))


def table(folder: Path, name: str) -> pl.DataFrame:
    """A table of the report, typed: `tables/NAME.parquet`, else the array of `report.json`, under the same names.

    `segment_column` and `segment_value` are null for the total; `share_promoters` and the like are the shares of groups.
    """
    parquet = folder / "tables" / f"{name}.parquet"
    if parquet.exists():
        return pl.read_parquet(parquet)
    report = report_json(folder)
    within, _, array = name.partition("_")
    rows = report[name] if name in report else report[within][array]
    return pl.DataFrame([flat(row) for row in rows], infer_schema_length=None)


def flat(row: dict) -> dict:
    """A row of `report.json` as the columns of its table; lists other than segments are left out."""
    columns = {}
    for key, value in row.items():
        if key == "segment":
            parts = value or []
            columns["segment_column"] = " × ".join(part["column"] for part in parts) or None
            columns["segment_value"] = " × ".join(part["value"] for part in parts) or None
        elif key == "shares" and value:
            columns |= {f"share_{group}": share for group, share in value.items()}
        elif isinstance(value, dict):
            columns |= {f"{key}_{inner}": part for inner, part in value.items()}
        elif not isinstance(value, list):
            columns[key] = value
    return columns
