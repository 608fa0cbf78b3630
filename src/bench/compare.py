#!/usr/bin/env python3
"""Osusume beside pandas and scikit-learn, run in turn on the same files, so that a machine's drift hits both.

    src/bench/compare.py FOLDER [--runs 3] [--only import|train|open]

FOLDER holds anime.csv and rating.csv. Needs pandas and scikit-learn (Debian: python3-pandas, python3-sklearn) under
--python (default /usr/bin/python3). Prints the median of each figure and the median of the ratios pair by pair. Whole-process
seconds and peak resident memory are the operating system's own account of each finished process.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
OSUSUME = HERE.parent.parent / "osusume"


def run(command):
    """Runs a command; returns (the lines it printed, wall seconds, peak resident MB)."""
    with tempfile.TemporaryFile() as out:
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.PIPE)
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        if status != 0:
            sys.exit(f"{command} failed:\n{said.decode()}")
        out.seek(0)
        lines = out.read().decode().strip().splitlines()
    return lines, seconds, usage.ru_maxrss / 1024


def show(title, ours, theirs):
    ratio = statistics.median(t / o for o, t in zip(ours, theirs))
    print(f"{title}: osusume {statistics.median(ours):.2f}, reference {statistics.median(theirs):.2f}, "
          f"reference/osusume {ratio:.1f} (pairs: {', '.join(f'{t / o:.1f}' for o, t in zip(ours, theirs))})")


def compare_import(folder, places, python, runs):
    ours, ours_mb, theirs, theirs_mb = [], [], [], []
    for _ in range(runs):
        _, seconds, mb = run([OSUSUME, "import", folder / "anime.csv", folder / "rating.csv", "--json", *places])
        ours.append(seconds)
        ours_mb.append(mb)
        _, seconds, mb = run([python, HERE / "pandas_import.py", folder / "rating.csv"])
        theirs.append(seconds)
        theirs_mb.append(mb)
    show("import, whole process, s", ours, theirs)
    show("import, peak MB", ours_mb, theirs_mb)


def compare_train(places, folder, python, runs):
    ours, ours_mb, whole, theirs, theirs_mb = [], [], [], [], []
    for _ in range(runs):
        lines, seconds, mb = run([OSUSUME, "train", "--json", *places])
        made = json.loads(lines[-1])
        ours.append(made["seconds"])
        whole.append(seconds)
        ours_mb.append(mb)
        lines, _, mb = run([python, HERE / "nmf_reference.py", folder / "rating.csv", "20"])
        reference = json.loads(lines[-1])
        theirs.append(reference["seconds"])
        theirs_mb.append(mb)
        print(f"  relative error: osusume {made['relative_error']:.6f} after {made['iterations']} iterations, "
              f"scikit-learn {reference['relative_error']:.6f} after {reference['iterations']}")
    show("training, s (ours: start, iterations and scaling; theirs: fit_transform)", ours, theirs)
    show("training, peak MB", ours_mb, theirs_mb)
    print(f"train, whole process with opening and writing: {statistics.median(whole):.2f} s")


def measure_open(places, runs):
    with_data = [run([OSUSUME, "anime", "--anime-id", "1", "--json", *places])[1] for _ in range(runs)]
    bare = [run([OSUSUME, "--version"])[1] for _ in range(runs)]
    print(f"reopen: `anime` {statistics.median(with_data):.2f} s, `--version` {statistics.median(bare):.2f} s, "
          f"difference {statistics.median(with_data) - statistics.median(bare):.2f} s")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", choices=["import", "train", "open"])
    parser.add_argument("--python", default="/usr/bin/python3")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        places = ["--data", f"{scratch}/data", "--models", f"{scratch}/models"]
        run([OSUSUME, "import", args.folder / "anime.csv", args.folder / "rating.csv", "--json", *places])
        if args.only in (None, "import"):
            compare_import(args.folder, places, args.python, args.runs)
        if args.only in (None, "open"):
            measure_open(places, args.runs)
        if args.only in (None, "train"):
            compare_train(places, args.folder, args.python, args.runs)


if __name__ == "__main__":
    main()
