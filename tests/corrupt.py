#!/usr/bin/env python3
"""Reads damaged files with the compiled command: an error or a report, never a panic, a hang or an excess.

    cargo build --release
    python3 tests/corrupt.py target/release/barometre tests/formats/study.* data/telecom.csv -n 1000

Every file is damaged N times, each time in a way that its name and a number decide: the same call makes the
same files again. Half of the damage to a zip or a gzip is done inside, then compressed again, so that what
reads the content meets it and not the checksum alone. Exit code 1 when a run failed; its file is kept.
"""

import argparse
import concurrent.futures
import gzip
import io
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from pathlib import Path

SECONDS = 10
MEGABYTES = 2048
# Above what is measured, so that a runaway is measured and the machine still safe.
ADDRESS_SPACE = 24 << 30

NUMBERS = [0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 10**9]
TEXTS = [b'"', b'""', b";", b",", b"\t", b"\n", b"\r", b"\0", b"\xef\xbb\xbf", b"\xff\xfe", b"\xe9", b"&#", b"]]>"]


def place(rng, data):
    # Headers are short and decide everything.
    end = len(data) if rng.random() < 0.6 else min(len(data), 512)
    tail = rng.random() < 0.15
    at = rng.randrange(end + 1)
    return len(data) - min(at, 512) if tail else at


def length(rng, data):
    return min(len(data), 1 + int(rng.paretovariate(0.7)))


def flip(rng, data):
    for _ in range(rng.randint(1, 16)):
        at = min(place(rng, data), len(data) - 1)
        data[at] ^= 1 << rng.randrange(8)


def overwrite(rng, data):
    at, n = place(rng, data), length(rng, data)
    data[at : at + n] = rng.randbytes(len(data[at : at + n]))


def fill(rng, data):
    at, n = place(rng, data), length(rng, data)
    data[at : at + n] = bytes([rng.choice([0, 0, 0xFF, 0x20])]) * len(data[at : at + n])


def truncate(rng, data):
    del data[place(rng, data) :]


def remove(rng, data):
    at = place(rng, data)
    del data[at : at + length(rng, data)]


def insert(rng, data):
    at = place(rng, data)
    data[at:at] = rng.randbytes(length(rng, data)) if rng.random() < 0.5 else rng.choice(TEXTS)


def duplicate(rng, data):
    at = place(rng, data)
    block = data[at : at + length(rng, data)]
    to = at if rng.random() < 0.5 else place(rng, data)
    data[to:to] = block * rng.choice([1, 1, 2, 50])


def number(rng, data):
    width = rng.choice([1, 2, 4, 8])
    value = (rng.choice(NUMBERS) & ((1 << 8 * width) - 1)).to_bytes(width, rng.choice(["little", "big"]))
    at = place(rng, data)
    data[at : at + width] = value


DAMAGES = [flip, overwrite, fill, truncate, remove, insert, duplicate, number]


def damaged(rng, content):
    data = bytearray(content)
    for _ in range(rng.choice([1, 1, 1, 2, 4])):
        if data:
            rng.choice(DAMAGES)(rng, data)
    return bytes(data)


def damaged_inside(rng, content):
    """A compressed file whose content is damaged, or nothing if it is not compressed."""
    if content[:2] == b"\x1f\x8b":
        return gzip.compress(damaged(rng, gzip.decompress(content)), 1)
    if content[:4] != b"PK\x03\x04":
        return None
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        # Half of the time the sheet, else any part.
        sheets = [e for e in entries if "sheet1" in e.filename or e.filename in ("content.xml", "xl/sharedStrings.xml")]
        chosen = rng.choice(sheets if sheets and rng.random() < 0.5 else entries).filename
        for entry in entries:
            part = archive.read(entry)
            copy.writestr(entry.filename, damaged(rng, part) if entry.filename == chosen else part)
    return out.getvalue()


def corruption(path, content, i):
    rng = random.Random(f"{path.name} {i}")
    inside = damaged_inside(rng, content) if rng.random() < 0.5 else None
    return inside if inside is not None else damaged(rng, content)


def run(command, path, content, i, keep):
    """Exit code, seconds, megabytes and what is wrong, if something is."""
    with tempfile.TemporaryDirectory(prefix="corrupt-") as folder:
        file = Path(folder) / path.name
        file.write_bytes(corruption(path, content, i))
        environment = {**os.environ, "TMPDIR": folder}
        with open(Path(folder) / "stderr", "wb") as stderr:
            start = time.monotonic()
            arguments = [command, "metrics", str(file), "--format", "json", "--quiet"]
            child = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=stderr, env=environment)
            late = threading.Event()

            def stop():
                late.set()
                child.kill()

            timer = threading.Timer(SECONDS, stop)
            timer.start()
            _, status, usage = os.wait4(child.pid, 0)
            timer.cancel()
            seconds = time.monotonic() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        said = (Path(folder) / "stderr").read_text(errors="replace")
        megabytes = usage.ru_maxrss / 1024
        wrong = None
        if late.is_set():
            wrong = f"over {SECONDS} s"
        elif child.returncode not in (0, 2):
            wrong = f"exit code {child.returncode}"
        elif "panicked" in said:
            wrong = "panic"
        elif megabytes > MEGABYTES:
            wrong = f"{megabytes:.0f} MB"
        elif child.returncode == 2 and not said.strip():
            wrong = "no message"
        if wrong:
            keep.mkdir(parents=True, exist_ok=True)
            kept = keep / f"{i}-{path.name}"
            shutil.copy(file, kept)
            line = next((line for line in said.splitlines() if "panicked" in line), said.strip()[:300])
            wrong = f"{wrong}: {kept}: {line}"
        return child.returncode, seconds, megabytes, wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("-n", type=int, default=1000, help="corruptions of each file")
    parser.add_argument("-j", type=int, default=2, help="runs at a time")
    parser.add_argument("--first", type=int, default=0, help="number of the first corruption")
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "corrupt", help="where failures go")
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    failures = 0
    print(f"{'file':<28} {'read':>6} {'error':>6} {'wrong':>6} {'max s':>7} {'max MB':>7}")
    with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        for path in options.files:
            content = path.read_bytes()
            numbers = range(options.first, options.first + options.n)
            runs = list(pool.map(lambda i: run(options.command, path, content, i, options.keep), numbers))
            wrong = [w for *_, w in runs if w]
            failures += len(wrong)
            read, refused = (sum(code == c and not w for code, *_, w in runs) for c in (0, 2))
            seconds, megabytes = max(r[1] for r in runs), max(r[2] for r in runs)
            print(f"{path.name:<28} {read:>6} {refused:>6} {len(wrong):>6} {seconds:>7.2f} {megabytes:>7.0f}", flush=True)
            for line in wrong[:5]:
                print(f"  {line}", flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
