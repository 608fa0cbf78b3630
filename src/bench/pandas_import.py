"""Reads a rating.csv with pandas and drops duplicates, as the import is measured against.

Usage: /usr/bin/python3 pandas_import.py rating.csv
Prints one JSON line: seconds (with and without starting Python and loading pandas), rows, peak memory.
"""

import json
import os
import resource
import sys
import time


def process_age() -> float:
    """Seconds since the process was started."""
    with open("/proc/self/stat", encoding="ascii") as stat:
        started = int(stat.read().rsplit(")", 1)[1].split()[19]) / os.sysconf("SC_CLK_TCK")
    with open("/proc/uptime", encoding="ascii") as uptime:
        return float(uptime.read().split()[0]) - started


import pandas  # noqa: E402  loading it is part of what is measured

before = time.perf_counter()
ratings = pandas.read_csv(sys.argv[1])
read = time.perf_counter()
kept = ratings.drop_duplicates(subset=["user_id", "anime_id"], keep="last")
done = time.perf_counter()
print(
    json.dumps(
        {
            "pandas": pandas.__version__,
            "seconds": round(process_age(), 3),
            "read_seconds": round(read - before, 3),
            "drop_seconds": round(done - read, 3),
            "rows": len(kept),
            "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        }
    )
)
