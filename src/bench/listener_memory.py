#!/usr/bin/env python3
"""The memory of the listener while somebody reads everything: /user?mt_rating=0, some 400 MB at full size.

    src/bench/listener_memory.py --data DIR --models DIR [--times 3] [--path PATH] [--megabytes-a-second N] [--json]
    src/bench/listener_memory.py --listener URL --pid PID …

DIR are folders of Osusume's with an imported data set and what was learned from it; without --listener, `osusume serve` is started
on them and ended afterwards. Linux only: the resident memory is VmRSS in /proc/PID/status, read ten times a second. It is told
before, at its highest during, and after each reading (a second later), beside how much came how fast and how many rows that was,
which a wrong or cut answer would change. With --megabytes-a-second it is read slowly, to see that what waits for a slow reader
does not pile up.
"""

import argparse
import contextlib
import http.client
import json
import pathlib
import sys
import threading
import time
from urllib.parse import urlsplit

import listener_processes

PIECE = 1 << 18


def resident(pid):
    """Resident memory of a process, MB."""
    for line in pathlib.Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    sys.exit(f"/proc/{pid}/status tells no VmRSS: is that the process of the listener?")


class Watch:
    """Reads a process's memory ten times a second while it is open."""

    def __init__(self, pid):
        self.pid = pid
        self.highest = resident(pid)
        self.over = threading.Event()
        self.thread = threading.Thread(target=self._look)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.thread.join()

    def _look(self):
        while not self.over.wait(0.1):
            self.highest = max(self.highest, resident(self.pid))


def read(url, path, megabytes_a_second):
    """Reads an answer to its end; returns (bytes, rows)."""
    address = urlsplit(url)
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=120)
    with contextlib.closing(connection):
        connection.request("GET", path)
        answer = connection.getresponse()
        if answer.status != 200:
            sys.exit(f"{url}{path}: {answer.status}\n{answer.read(400).decode(errors='replace')}")
        size, rows, last = 0, 0, b""
        begun = time.monotonic()
        while piece := answer.read(PIECE):
            size += len(piece)
            rows += piece.count(b"{")
            last = piece
            if megabytes_a_second:
                time.sleep(max(0.0, size / 1e6 / megabytes_a_second - (time.monotonic() - begun)))
        if not last.rstrip().endswith(b"]"):
            sys.exit(f"{url}{path} was cut off after {size} bytes.")
        return size, rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path)
    parser.add_argument("--models", type=pathlib.Path)
    parser.add_argument("--listener", metavar="URL", help="of a listener that is running already")
    parser.add_argument("--pid", type=int, help="its process")
    parser.add_argument("--path", default="/user?mt_rating=0")
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--megabytes-a-second", type=float)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not (args.data and args.models) and not (args.listener and args.pid):
        parser.error("Give --data and --models, or --listener and --pid.")
    out = sys.stderr if args.json else sys.stdout
    readings = []
    with contextlib.ExitStack() as open_things:
        if args.listener:
            url, pid = args.listener.rstrip("/"), args.pid
        else:
            url, pid = open_things.enter_context(listener_processes.listener(args.data, args.models))
        listener_processes.wait_for(url, "/user?user_id=1&limit=1")
        for time_number in range(1, args.times + 1):
            before = resident(pid)
            begun = time.monotonic()
            with Watch(pid) as watch:
                size, rows = read(url, args.path, args.megabytes_a_second)
            seconds = time.monotonic() - begun
            time.sleep(1)
            reading = {"before": before, "highest": watch.highest, "after": resident(pid), "bytes": size, "rows": rows,
                       "seconds": seconds}
            readings.append(reading)
            print(f"reading {time_number}: {size / 1e6:.1f} MB, {rows} rows in {seconds:.1f} s; resident MB: "
                  f"{before:.0f} before, {watch.highest:.0f} at its highest, {reading['after']:.0f} after", file=out, flush=True)
    if args.json:
        print(json.dumps(readings))


if __name__ == "__main__":
    main()
