"""Executes the notebooks of this folder, and keeps or compares what they show.

    python execute.py            # in place
    python execute.py --check    # compares with what is kept, changes nothing

A cell that fails, an output that names a folder of this machine and a notebook over 400 kB are errors. Compared are
the texts, to the character, and the figures, to what an eye can see: another processor may round a pixel otherwise.
"""

import base64
import io
import os
import sys
from pathlib import Path

import nbformat
import numpy as np
from matplotlib.image import imread
from nbclient import NotebookClient

HERE = Path(__file__).resolve().parent
LARGEST = 400_000
# Mean absolute difference of pixels, 0…1, under which two figures are the same.
SAME = 0.002


def execute(path: Path) -> nbformat.NotebookNode:
    """The notebook with the outputs of a fresh kernel, without what changes from run to run."""
    notebook = nbformat.read(path, as_version=4)
    # Timings would differ at each run; threads of a stream would cut it elsewhere.
    client = NotebookClient(
        notebook,
        timeout=600,
        kernel_name="python3",
        record_timing=False,
        coalesce_streams=True,
        resources={"metadata": {"path": str(HERE)}},
    )
    client.execute()
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    return notebook


def outputs(notebook: nbformat.NotebookNode) -> list[tuple[str, str, str]]:
    """Every output as cell id, kind and content."""
    shown = []
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            data = output.get("data") or {f"stream/{output.get('name')}": output.get("text", "")}
            # A file has its kinds sorted, a kernel has not.
            shown += [(cell.id, kind, content) for kind, content in sorted(data.items())]
    return shown


def faults(name: str, notebook: nbformat.NotebookNode, text: str) -> list[str]:
    """What must not be in a notebook that is kept."""
    found = []
    if len(text.encode()) > LARGEST:
        found.append(f"{name}: {len(text.encode())} bytes, more than {LARGEST}")
    machine = {str(HERE.parent), str(Path.home()), os.environ.get("BAROMETRE", ""), "/home/", "/root/", "/tmp/", "/Users/"}
    for cell, kind, content in outputs(notebook):
        if kind == "stream/stderr":
            found.append(f"{name}, {cell}: a message on stderr: {content.strip()[:200]}")
        if not kind.startswith("image/"):
            found += [f"{name}, {cell}: names {place}" for place in sorted(machine) if place and place in content]
    return found


def same_figure(one: str, other: str) -> bool:
    """Whether two PNGs look the same."""
    pixels = [imread(io.BytesIO(base64.b64decode(png)), format="png") for png in (one, other)]
    return pixels[0].shape == pixels[1].shape and float(np.abs(pixels[0] - pixels[1]).mean()) < SAME


def differences(name: str, kept: nbformat.NotebookNode, made: nbformat.NotebookNode) -> list[str]:
    """Outputs that are kept otherwise than they are made."""
    before, after = outputs(kept), outputs(made)
    if [output[:2] for output in before] != [output[:2] for output in after]:
        return [f"{name}: other outputs than those kept; run notebooks/run.sh"]
    found = []
    for (cell, kind, old), (_, _, new) in zip(before, after, strict=True):
        same = same_figure(old, new) if kind == "image/png" else old == new
        if not same:
            found.append(f"{name}, {cell}: another {kind} than the one kept; run notebooks/run.sh")
            if kind != "image/png":
                found += [f"  kept: {old[:600]}", f"  made: {new[:600]}"]
    return found


def main() -> int:
    check = sys.argv[1:] == ["--check"]
    found = []
    for path in sorted(HERE.glob("*.ipynb")):
        print(path.name, flush=True)
        kept = nbformat.read(path, as_version=4)
        made = execute(path)
        text = nbformat.writes(made) + "\n"
        found += faults(path.name, made, text)
        if check:
            found += differences(path.name, kept, made)
        else:
            path.write_text(text, encoding="utf-8")
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
