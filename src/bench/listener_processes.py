"""The two sides of a comparison as processes: the reference under gunicorn, and Osusume's own listener."""

import contextlib
import http.client
import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import time
from urllib.parse import urlsplit

HERE = pathlib.Path(__file__).resolve().parent
OSUSUME = HERE.parent.parent / "osusume"

START_SECONDS = 300


def factors_of(data, models):
    """The file of taste groups that belongs to the data set that is open in a folder of data."""
    datasets = json.loads((data / "datasets.json").read_text(encoding="utf-8"))
    fingerprint = datasets["sources"][datasets["open"]]["fingerprint"]
    manifest = json.loads((models / "manifest.json").read_text(encoding="utf-8"))
    if fingerprint not in manifest.get("nmf", {}):
        sys.exit(f"{models} has no taste groups of the data set that is open in {data}. Run `osusume train` with both first.")
    return models / manifest["nmf"][fingerprint]


@contextlib.contextmanager
def reference(folder, factors, python):
    """Runs the reference; gives (its address, its process id)."""
    port = free_port()
    with _process([python, HERE / "listener_reference.py", folder, factors, "--port", str(port)], port) as started:
        yield started


@contextlib.contextmanager
def listener(data, models):
    """Runs `osusume serve`; gives (its address, its process id)."""
    port = free_port()
    with _process([OSUSUME, "serve", "--port", str(port), "--data", data, "--models", models], port) as started:
        yield started


@contextlib.contextmanager
def running(url, pid):
    """A listener that somebody else started."""
    yield url.rstrip("/"), pid


def processor_seconds(pid):
    """What a process and those it started have used so far (Linux)."""
    started = {}
    used = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                after_name = pathlib.Path(f"/proc/{entry}/stat").read_text(encoding="utf-8", errors="replace").rsplit(")", 1)[1]
            except OSError:
                continue
            fields = after_name.split()
            started.setdefault(int(fields[1]), []).append(int(entry))
            used[int(entry)] = int(fields[11]) + int(fields[12])
    ticks, family = 0, [pid]
    while family:
        member = family.pop()
        ticks += used.get(member, 0)
        family += started.get(member, [])
    return ticks / os.sysconf("SC_CLK_TCK")


def machine_busy(seconds):
    """The share of all processors that is in use over some seconds (Linux), 0 to 1."""

    def times():
        with open("/proc/stat", encoding="ascii") as file:
            fields = [int(field) for field in file.readline().split()[1:9]]
        return sum(fields), fields[3] + fields[4]

    all_before, idle_before = times()
    time.sleep(seconds)
    all_after, idle_after = times()
    return 1 - (idle_after - idle_before) / max(1, all_after - all_before)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def _process(command, port):
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [str(part) for part in command], stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT
        )
        try:
            url = f"http://127.0.0.1:{port}"
            _wait(process, said, url)
            yield url, process.pid
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait(process, said, url):
    until = time.monotonic() + START_SECONDS
    while True:
        try:
            if get(url, "/")[0] == 200:
                return
        except OSError:
            pass
        if process.poll() is not None or time.monotonic() > until:
            said.seek(0)
            sys.exit(f"{process.args} did not begin to answer at {url}. It said:\n{said.read().decode(errors='replace')}")
        time.sleep(0.2)


def wait_for(url, path):
    """Waits until a path is answered with 200: models are opened after the port."""
    until = time.monotonic() + START_SECONDS
    while True:
        status, body = get(url, path)
        if status == 200:
            return
        if status != 503 or time.monotonic() > until:
            sys.exit(f"{url}{path}: {status}\n{body.decode(errors='replace')[:400]}")
        time.sleep(0.5)


def get(url, path):
    """(status, body) of one request on a connection of its own."""
    address = urlsplit(url)
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=60)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()
