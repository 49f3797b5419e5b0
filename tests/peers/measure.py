"""Prints how the pack of 60 cases comes out of Hub Tasking and out of other engines, side by side in one run.

    python3 measure.py PROGRAM [--only NAME ...]

Whole processes, each engine once in every round, medians of five rounds. The peak is that of the largest process of an
engine. What cannot be run is reported as not measured, with the reason.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ROUNDS = 5
# What our pack is held to: its time as a share of another engine's, its peak, its size, and how the time grows.
LIMITS = {"krilla": 1.5, "typst": 0.5, "MiB": 64, "KB": 250, "more cases": 4.5}


class NotMeasured(Exception):
    """An engine that is not there, or failed, and why."""


def python():
    inside = ROOT / "tools" / "peers" / "bin" / "python"
    if not inside.exists():
        raise NotMeasured("its packages are not installed: see tests/setup/peers.sh")
    return str(inside)


def krilla(place, out):
    program = ROOT / "target" / "peers" / "release" / "krilla-peer"
    if not program.exists():
        raise NotMeasured("the bench program is not built: see tests/setup/peers.sh")
    return [str(program), place / "shared.json", out]


def script(name, source, *more):
    return lambda place, out: [python(), HERE / name, place / source, out, *more]


def chromium(place, out):
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        raise NotMeasured("no Chromium on this machine")
    profile = f"--user-data-dir={place / 'profile'}"
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", profile]
    return [program, *options, f"--print-to-pdf={out}", (place / "page.html").as_uri()]


def alone(program):
    """Returns how the papers are drawn without the rest of the program: what the writer itself takes."""
    render = program.parent / "examples" / "render"

    def command(place, out):
        if not render.exists():
            raise NotMeasured("the example of the papers is not built: see the Makefile")
        return [render, place / "model.json", out]

    return command


# Who draws the large pack too.
LARGE = ("Hub Tasking", "its papers alone", "krilla")
# What of a program that shows windows is taken by its start, whatever it is asked for.
START = "its start alone"


def engines(program):
    """Returns the engines by name, each as the command that writes a pack into a file."""
    ours = lambda place, out: [program, "paper", "render", place / "model.json", "--out", out]
    return {
        "Hub Tasking": ours,
        START: lambda place, out: [program, "--version"],
        "its papers alone": alone(program),
        "krilla": krilla,
        "typst": script("typst_peer.py", "shared.json"),
        "ReportLab": script("reportlab_peer.py", "shared.json"),
        "Chromium": chromium,
        "WeasyPrint": script("weasyprint_peer.py", "page.html"),
        "WeasyPrint, tagged": script("weasyprint_peer.py", "page.html", "tagged"),
    }


def run(command):
    """Runs a command and returns its seconds and the peak of its largest process in MiB."""
    with tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        child = subprocess.Popen([str(part) for part in command], stdout=said, stderr=said, stdin=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - begun
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            said.seek(0)
            words = said.read().decode(errors="replace").strip().splitlines()
            raise NotMeasured(f"it failed: {words[-1] if words else child.returncode}")
    return seconds, used.ru_maxrss / 1024


def looked_into(file):
    """Returns how many pages a file has and whether it is tagged."""
    try:
        said = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=False).stdout
    except FileNotFoundError:
        return "?", "?"
    found = dict(re.findall(r"^(Pages|Tagged): +(\S+)", said, re.MULTILINE))
    return found.get("Pages", "?"), found.get("Tagged", "?")


def measured(commands, place):
    """Returns the figures of each engine by name: seconds, MiB, KB, pages, tagged; or why there are none."""
    figures, open_engines = {}, dict(commands)
    runs = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in list(open_engines.items()):
            out = place / f"{name}.pdf"
            try:
                out.unlink(missing_ok=True)
                runs[name].append(run(command(place, out)))
                if not out.exists() and name != START:
                    raise NotMeasured("it wrote no file")
            except NotMeasured as why:
                figures[name] = str(why)
                del open_engines[name]
    for name in open_engines:
        out = place / f"{name}.pdf"
        seconds, peak = (statistics.median(values) for values in zip(*runs[name]))
        size, about = (out.stat().st_size / 1000, looked_into(out)) if out.exists() else (0, ("–", "–"))
        figures[name] = (seconds, peak, size, *about)
    return figures


def prepared(folder, cases):
    place = folder / str(cases)
    place.mkdir()
    subprocess.run([sys.executable, HERE / "prepare.py", place, str(cases)], check=True)
    subprocess.run([sys.executable, HERE / "page.py", place / "shared.json", place / "page.html"], check=True)
    return place


def verdict(value, limit):
    return "yes" if value <= limit else "OVER"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("program", type=pathlib.Path)
    arguments.add_argument("--only", nargs="*")
    arguments.add_argument("--json", type=pathlib.Path)
    asked = arguments.parse_args()
    commands = engines(asked.program.resolve())
    if asked.only:
        commands = {name: command for name, command in commands.items() if name in asked.only}
    with tempfile.TemporaryDirectory() as folder:
        place = prepared(pathlib.Path(folder), 60)
        figures = measured(commands, place)
        more = prepared(pathlib.Path(folder), 250)
        ours = {name: command for name, command in commands.items() if name in LARGE}
        large = measured(ours, more)
    heads = ("pack of 60 cases, whole process, median of 5", "seconds", "MiB", "KB", "pages", "tagged")
    print("{:<46} {:>8} {:>7} {:>7} {:>6} {:>7}".format(*heads))
    for rows, after in ((figures, ""), (large, ", 250 cases")):
        for name, told in rows.items():
            if isinstance(told, str):
                print(f"{name + after:<46} not measured: {told}")
                continue
            seconds, peak, size, pages, tagged = told
            print(f"{name + after:<46} {seconds:>8.3f} {peak:>7.0f} {size:>7.0f} {pages:>6} {tagged:>7}")
    ours = figures.get("Hub Tasking")
    if isinstance(ours, str) or ours is None:
        return
    print()
    checks = [("peak in MiB", ours[1], LIMITS["MiB"]), ("size in KB", ours[2], LIMITS["KB"])]
    for peer in ("krilla", "typst"):
        if isinstance(figures.get(peer), tuple):
            checks.insert(0, (f"time as a share of {peer}", ours[0] / figures[peer][0], LIMITS[peer]))
    if isinstance(large.get("Hub Tasking"), tuple):
        checks.append(("250 cases as times the 60", large["Hub Tasking"][0] / ours[0], LIMITS["more cases"]))
    for what, value, limit in checks:
        print(f"{what:<46} {value:>8.2f} {limit:>7} {verdict(value, limit)}")
    if asked.json:
        asked.json.write_text(json.dumps({"60": figures, "250": large}))


if __name__ == "__main__":
    main()
