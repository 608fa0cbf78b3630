#!/usr/bin/env python3
"""The listener's throughput beside Flask and pandas, driven in turn by the same requests, so that a machine's drift hits both.

    src/bench/listener_compare.py FOLDER [--data DIR --models DIR] [--pairs 5] [--seconds 8] [--only anime|recommend] [--json]

FOLDER holds anime.csv and rating.csv. --data and --models are folders of Osusume's in which these files were imported and trained
already; without them that is done first, in folders of the moment. Needs wrk and what listener_reference.py needs (Debian: wrk,
python3-flask, python3-pandas, gunicorn; --python, default /usr/bin/python3, is the one that has them). --listener URL drives a
listener that is running already in place of `osusume serve`; its process is told by --pid.

/anime is asked with five filters, /recommend with strategy=group and one filter (listener_requests.py). No two requests of a
run are alike, each pair has requests of its own, and both sides of a pair get the same sequence; the faster gets further. Both
are warmed, then each is tried with several numbers of connections and driven with the one that is best for it. Answers to a
sample are read beforehand: /anime must give the same rows on both sides, /recommend k titles. An answer of 400 or above, or
trouble with a connection, ends the comparison. wrk takes its share of the same machine on both sides.

The machine has to be calm: how busy it was before each pair is told. Less depends on that in the processor time that each side's
processes used for a request, which stands beside.

With --json the last line is one JSON document. Ends with 1 if a ratio is below what is demanded.
"""

import argparse
import contextlib
import dataclasses
import json
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

import listener_processes
import listener_requests

# What k is where a request does not say.
USUAL_K = 5
DEMANDED = {"anime": 30, "recommend": 15}

COLUMNS = ("anime_id", "name", "genre", "type", "episodes", "rating", "members")

CONNECTIONS = {"reference": (2, 4, 8, 16), "osusume": (2, 4, 8, 16, 32, 64)}

WARM_SECONDS = {"reference": 3, "osusume": 15}

PROBE_SECONDS = 3

SAMPLE = 50

# More than either side has been seen to answer: a run must not come to the end of its requests.
MOST_A_SECOND = 60_000

# Each thread of wrk sends every so-manieth line of a file, made ready before the clock starts.
SCRIPT = """
local threads = {}

function setup(thread)
  thread:set("number", #threads)
  table.insert(threads, thread)
end

function init(args)
  ready, sent, ran_out = {}, 0, false
  local head = " HTTP/1.1\\r\\nHost: " .. args[2] .. "\\r\\n\\r\\n"
  local line = 0
  for path in io.lines(args[1]) do
    if line % tonumber(args[3]) == number then
      table.insert(ready, "GET " .. path .. head)
    end
    line = line + 1
  end
end

function request()
  sent = sent + 1
  if sent > #ready then
    ran_out = true
    sent = 1
  end
  return ready[sent]
end

function done(summary, latency, requests)
  local again = 0
  for _, thread in ipairs(threads) do
    if thread:get("ran_out") then again = 1 end
  end
  local errors = summary.errors
  io.write(string.format(
    '\\n{"requests":%d,"micros":%d,"bytes":%d,"refused":%d,"broken":%d,"ran_out":%d,"p50":%d,"p99":%d}\\n',
    summary.requests, summary.duration, summary.bytes, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout, again,
    latency:percentile(50), latency:percentile(99)))
end
"""


@dataclasses.dataclass
class Side:
    """One of the two; pid is 0 where its process is not known."""

    url: str
    pid: int
    connections: int = 0
    rates: list = dataclasses.field(default_factory=list)
    micros: list = dataclasses.field(default_factory=list)


class Load:
    """Drives a side with a file of paths. Scratch is a folder for files of the moment."""

    def __init__(self, scratch, threads):
        self.threads = threads
        self.script = scratch / "requests.lua"
        self.script.write_text(SCRIPT, encoding="utf-8")
        self.paths = scratch / "paths.txt"

    def prepare(self, paths):
        self.paths.write_text("\n".join(paths) + "\n", encoding="utf-8")

    def run(self, side, connections, seconds):
        """Requests answered a second, and microseconds of processor time each; ends the program if one was not answered well."""
        url = side.url
        threads = min(self.threads, connections)
        host = url.removeprefix("http://")
        command = ["wrk", "-t", str(threads), "-c", str(connections), "-d", f"{seconds}s", "--timeout", "20s"]
        command += ["-s", str(self.script), url, "--", str(self.paths), host, str(threads)]
        before = listener_processes.processor_seconds(side.pid) if side.pid else 0
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        used = listener_processes.processor_seconds(side.pid) - before if side.pid else 0
        if done.returncode != 0:
            sys.exit(f"{command} failed:\n{done.stdout}{done.stderr}")
        summary = json.loads(done.stdout.strip().splitlines()[-1])
        if summary["refused"] or summary["broken"]:
            sys.exit(f"{url}: {summary['refused']} answers of 400 or above and {summary['broken']} broken connections or "
                     f"time-outs in {summary['requests']} requests.")
        if summary["ran_out"]:
            sys.exit(f"{url} came to the end of its {seconds * MOST_A_SECOND} requests. Raise MOST_A_SECOND.")
        if not summary["requests"]:
            sys.exit(f"{url} answered nothing in {seconds} s.")
        return summary["requests"] / summary["micros"] * 1e6, used / summary["requests"] * 1e6


def rows(body):
    """What /anime answered, one tuple a title; an unknown number is None whether it came as null or as -1."""
    return [tuple(None if row[c] == -1 else row[c] for c in COLUMNS) for row in json.loads(body)]


def check(route, sides, paths):
    """Holds the answers to some paths against each other; returns how many titles each had."""
    found = []
    for path in paths:
        answers = {name: listener_processes.get(side.url, path) for name, side in sides.items()}
        for name, (status, body) in answers.items():
            if status != 200:
                sys.exit(f"{name}, {path}: {status}\n{body.decode(errors='replace')[:400]}")
        bodies = {name: body for name, (_, body) in answers.items()}
        if route == "anime":
            ours, theirs = rows(bodies["osusume"]), rows(bodies["reference"])
            if ours != theirs:
                sys.exit(f"{path} is answered differently.\nosusume: {ours[:5]}\nreference: {theirs[:5]}")
            found.append(len(ours))
        else:
            for name, body in bodies.items():
                answer = json.loads(body)
                if not len(answer["recommended_anime"]) == len(answer["weights"]) == USUAL_K:
                    sys.exit(f"{name}, {path}: {len(answer['recommended_anime'])} titles in place of {USUAL_K}.")
            found.append(USUAL_K)
    return found


def best_connections(load, name, side):
    """How many connections give this side the most, and what each number gave."""
    given = {connections: load.run(side, connections, PROBE_SECONDS)[0] for connections in CONNECTIONS[name]}
    return max(given, key=given.get), given


def warmed(route, sides, make, load, tell):
    """Warms both sides, and finds how many connections are best for each."""
    paths = make(max(*WARM_SECONDS.values(), PROBE_SECONDS) * MOST_A_SECOND, 0)
    for side in sides.values():
        listener_processes.wait_for(side.url, paths[0])
    found = check(route, sides, paths[:SAMPLE])
    tell(f"{route}: {SAMPLE} answers held against each other; titles in each: median {statistics.median(found):g}, "
         f"mean {statistics.mean(found):.1f}, most {max(found)}")
    load.prepare(paths)
    for name, side in sides.items():
        load.run(side, 8, WARM_SECONDS[name])
        side.connections, given = best_connections(load, name, side)
        tell(f"  {name}: {side.connections} connections are best ("
             + ", ".join(f"{c}: {rate:.0f}/s" for c, rate in given.items()) + ")")


def compare(route, sides, make, load, pairs, seconds, tell):
    sides = {name: dataclasses.replace(side, rates=[], micros=[]) for name, side in sides.items()}
    ours, theirs = sides["osusume"], sides["reference"]
    warmed(route, sides, make, load, tell)
    busy = []
    for pair in range(1, pairs + 1):
        load.prepare(make(seconds * MOST_A_SECOND, pair))
        busy.append(listener_processes.machine_busy(2))
        for side in (ours, theirs):
            rate, micros = load.run(side, side.connections, seconds)
            side.rates.append(rate)
            side.micros.append(micros)
        tell(f"  pair {pair}: osusume {ours.rates[-1]:.0f}/s, reference {theirs.rates[-1]:.1f}/s, "
             f"{ours.rates[-1] / theirs.rates[-1]:.1f} times (before it the machine was {busy[-1]:.0%} busy)")
    return summed_up(route, ours, theirs, busy, tell)


def summed_up(route, ours, theirs, busy, tell):
    ratios = [a / b for a, b in zip(ours.rates, theirs.rates)]
    ratio = statistics.median(ratios)
    met = ratio >= DEMANDED[route]
    tell(f"{route}, requests a second: osusume {statistics.median(ours.rates):.0f}, reference "
         f"{statistics.median(theirs.rates):.1f}, osusume/reference {ratio:.1f} (least {min(ratios):.1f}, most "
         f"{max(ratios):.1f}); {DEMANDED[route]} are demanded: {'met' if met else 'MISSED'}")
    if ours.pid:
        tell(f"{route}, processor time a request: osusume {statistics.median(ours.micros):.0f} µs, reference "
             f"{statistics.median(theirs.micros):.0f} µs")
    return {"requests_a_second": {"osusume": ours.rates, "reference": theirs.rates},
            "processor_micros": {"osusume": ours.micros, "reference": theirs.micros},
            "connections": {"osusume": ours.connections, "reference": theirs.connections},
            "machine_busy_before": busy, "ratio": ratio, "least": min(ratios), "most": max(ratios),
            "demanded": DEMANDED[route], "met": met}


def imported_and_trained(folder, scratch, tell):
    data, models = scratch / "data", scratch / "models"
    places = ["--data", data, "--models", models, "--json"]
    for command in (["import", folder / "anime.csv", folder / "rating.csv"], ["train"]):
        tell(f"osusume {command[0]}…")
        done = subprocess.run([listener_processes.OSUSUME, *command, *places], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(f"osusume {command[0]} failed:\n{done.stderr}")
    return data, models


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--data", type=pathlib.Path)
    parser.add_argument("--models", type=pathlib.Path)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=8)
    parser.add_argument("--threads", type=int, default=2, help="of wrk")
    parser.add_argument("--only", choices=["anime", "recommend"])
    parser.add_argument("--listener", metavar="URL", help="of a listener that is running already")
    parser.add_argument("--pid", type=int, default=0, help="its process, to tell its processor time")
    parser.add_argument("--python", default="/usr/bin/python3")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if bool(args.data) != bool(args.models):
        parser.error("--data and --models go together.")
    if not shutil.which("wrk"):
        parser.error("there is no wrk on the PATH. Install it (Debian: sudo apt-get install wrk).")

    def tell(line):
        print(line, file=sys.stderr if args.json else sys.stdout, flush=True)

    with contextlib.ExitStack() as open_things:
        scratch = pathlib.Path(open_things.enter_context(tempfile.TemporaryDirectory()))
        data, models = (args.data, args.models) if args.data else imported_and_trained(args.folder, scratch, tell)
        factors = listener_processes.factors_of(data, models)
        ours = listener_processes.running(args.listener, args.pid) if args.listener else listener_processes.listener(data, models)
        theirs = listener_processes.reference(args.folder, factors, args.python)
        sides = {"reference": Side(*open_things.enter_context(theirs)), "osusume": Side(*open_things.enter_context(ours))}
        load = Load(scratch, args.threads)
        results = {}
        if args.only in (None, "anime"):
            titles = listener_requests.titles(args.folder)
            results["anime"] = compare(
                "anime", sides, lambda count, seed: listener_requests.anime_paths(titles, count, seed),
                load, args.pairs, args.seconds, tell)
        if args.only in (None, "recommend"):
            users = listener_requests.users(args.folder)
            results["recommend"] = compare(
                "recommend", sides, lambda count, seed: listener_requests.recommend_paths(users, count, seed),
                load, args.pairs, args.seconds, tell)
    if args.json:
        print(json.dumps(results))
    return 0 if all(result["met"] for result in results.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
