#!/usr/bin/env python3
"""Measures w-mnist over active fraction, width, minibatch and threads, and draws examples per second.

Needs matplotlib. benchmarks/README.md tells how the limits that are drawn are measured and computed.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

try:
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot, ticker
    from matplotlib.lines import Line2D
except ImportError:
    sys.exit(f"sweep: {sys.executable} has no matplotlib; install it (Debian: python3-matplotlib, for /usr/bin/python3)")

ROOT = pathlib.Path(__file__).resolve().parent.parent

# The workload's shape: engine/src/main/resources/benchmarks/w-mnist.conf.
WORKLOAD = "w-mnist"
INPUTS, CLASSES, HIDDEN_LAYERS = 784, 10, 3
WIDTH, MINIBATCH, SPARSITY = 1000, 10, 0.83
ACTIVE_INPUTS = 0.19  # of MNIST's pixels

# Weights move too little to change the sparsity while it is measured; the arithmetic is the same.
STANDSTILL = "optimizer.learning-rate=1e-6"

SWEEPS = ("active", "width", "minibatch", "threads")
matplotlib.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "rectify", "font.size": 9})
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")
GREY = "#777777"


class SweepError(Exception):
    """Something a user can mend."""


# ---------------------------------------------------------------- measuring


def warm_up(sparsity):
    """Overrides under which a network starts with so many zeros; at initialisation half of its outputs are."""
    if sparsity <= 0.5:
        return ["warm-up=null"]
    overrides = [f"warm-up.sparsity={sparsity}"]
    if sparsity < 0.75:
        overrides.append("warm-up.optimizer.learning-rate=0.02")  # else it would be left behind between two looks
    return overrides


def bench(options, backend, threads, overrides, parameters):
    """Runs the workload once, and returns what rectify bench says of it."""
    with tempfile.TemporaryDirectory() as folder:
        result = pathlib.Path(folder, "result.json")
        command = [str(options.rectify), "bench", WORKLOAD, "--backend", backend, "--threads", str(threads)]
        command += ["--seconds", str(options.seconds), "--windows", str(options.windows)]
        command += ["--json", str(result), "--parameters", str(options.work / parameters)]
        for override in [STANDSTILL, *overrides]:
            command += ["--set", override]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != 0:
            raise SweepError(f"{' '.join(command)}\nended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return json.loads(result.read_text())[0]


def settings(options):
    """Every point to be measured: sweep, backend, threads, what it changes, overrides, name of its start."""
    for sparsity in options.sparsities if "active" in options.sweeps else ():
        for backend, threads in options.configurations:
            yield "active", backend, threads, {}, warm_up(sparsity), f"sparsity-{sparsity}"
    for width in options.widths if "width" in options.sweeps else ():
        for backend, threads in options.configurations:
            hidden = f"network.hidden=[{','.join([str(width)] * HIDDEN_LAYERS)}]"
            yield "width", backend, threads, {"width": width}, [hidden], f"width-{width}"
    for size in options.minibatches if "minibatch" in options.sweeps else ():
        for backend, threads in options.configurations:
            yield "minibatch", backend, threads, {}, [f"minibatch-size={size}"], f"width-{WIDTH}"
    for threads in options.threads if "threads" in options.sweeps else ():
        for size in (MINIBATCH, 256):
            yield "threads", "vector", threads, {}, [f"minibatch-size={size}"], f"width-{WIDTH}"


def measure(options, report):
    """Adds a point after another to the report, and keeps its file up to date."""
    report["points"] = [point for point in report["points"] if point["sweep"] not in options.sweeps]
    for sweep, backend, threads, changes, overrides, parameters in settings(options):
        result = bench(options, backend, threads, overrides, parameters)
        point = {"sweep": sweep, "width": WIDTH, **changes, **result, "threads": threads}
        report["points"].append(point)
        save(options.json, report)
        print(
            f"{sweep:10} {' '.join(overrides):60} {backend:7} {threads:2} threads"
            f" {point['examples-per-second']['median']:9.0f} examples/s {100 * point['sparsity']:5.1f} % zeros",
            flush=True,
        )


def save(file, report):
    """Never leaves half a file behind."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(".unfinished")
    unfinished.write_text(json.dumps(report, indent=2) + "\n")
    os.replace(unfinished, file)


# ---------------------------------------------------------------- limits


def weights(width):
    """Inputs times units of each layer."""
    return [INPUTS * width, *[width * width] * (HIDDEN_LAYERS - 1), width * CLASSES]


def dense_multiply_adds(width):
    """Of learning from one example: forward and weight gradient everywhere, input gradient but in the first layer."""
    layers = weights(width)
    return 2 * layers[0] + 3 * sum(layers[1:])


def arithmetic_limit(limits, point, skipped):
    """Examples per second, were all multiply-adds done at the measured peak."""
    return limits["gflops"] * 1e9 / (2 * dense_multiply_adds(point["width"]) * (1 - skipped))


def memory_limit(limits, point):
    """Examples per second, were weights moved at the measured rate: read forward, read and written backward.

    A row of weights is moved once for a minibatch, if its input is active in some example.
    """
    layers = weights(point["width"])
    active = [ACTIVE_INPUTS] + [1 - point["sparsity"]] * HIDDEN_LAYERS
    examples = point["minibatch-size"]
    moved = sum(4 * size * (1 - (1 - fraction) ** examples) for size, fraction in zip(layers, active))
    sizes = sorted(limits["bandwidths"], key=lambda each: each["bytes"])
    level = next((each for each in sizes if each["bytes"] >= 4 * sum(layers)), sizes[-1])
    seconds = moved / level["read"] + 2 * moved / level["read-and-write"]
    return examples * 1e9 / seconds


# ---------------------------------------------------------------- drawing

AXES = {
    "active": ("active hidden units (%)", lambda point: 100 * (1 - point["sparsity"])),
    "width": ("units in each of three hidden layers", lambda point: point["width"]),
    "minibatch": ("examples of a minibatch", lambda point: point["minibatch-size"]),
    "threads": ("threads", lambda point: point["threads"]),
}


def series(points, sweep):
    """The curves of a plot, by their names."""
    curves = {}
    for point in points:
        threads = f"{point['threads']} thread{'s' if point['threads'] > 1 else ''}"
        name = f"minibatch {point['minibatch-size']}" if sweep == "threads" else f"{point['backend']}, {threads}"
        curves.setdefault(name, []).append(point)
    return curves


def draw(options, report, sweep):
    """Draws one sweep."""
    points = [point for point in report["points"] if point["sweep"] == sweep]
    if not points:
        return
    label, place = AXES[sweep]
    figure, axes = pyplot.subplots(figsize=(6.4, 4.0), layout="constrained")
    limits_drawn = False
    for colour, (name, curve) in zip(COLOURS, series(points, sweep).items()):
        curve.sort(key=place)
        draw_curve(axes, curve, place, name, colour)
        if curve[0]["backend"] == "vector":
            limits_drawn |= draw_limits(axes, report, curve, place, colour, with_dense=not limits_drawn)
    axes.set_xlabel(label)
    axes.set_ylabel("examples/s")
    axes.set_yscale("log")
    if sweep in ("width", "minibatch"):
        axes.set_xscale("log")
    if sweep != "active":
        axes.set_xticks(sorted({place(point) for point in points}))
        axes.xaxis.set_minor_locator(ticker.NullLocator())
    plain = ticker.FuncFormatter(lambda value, _: f"{value:,.0f}")
    axes.xaxis.set_major_formatter(plain)
    axes.yaxis.set_major_locator(ticker.LogLocator(subs=(1, 2, 5)))
    axes.yaxis.set_major_formatter(plain)
    axes.yaxis.set_minor_locator(ticker.NullLocator())
    axes.grid(color="#dddddd", linewidth=0.6)
    axes.spines[["top", "right"]].set_visible(False)
    draw_legend(axes, limits_drawn)
    file = options.images / f"benchmarks-{sweep}.svg"
    file.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(file, metadata={"Date": None})
    pyplot.close(figure)
    print(file)


def draw_curve(axes, curve, place, name, colour):
    speeds = [point["examples-per-second"] for point in curve]
    middle = [speed["median"] for speed in speeds]
    spread = [
        [speed["median"] - speed["min"] for speed in speeds],
        [speed["max"] - speed["median"] for speed in speeds],
    ]
    axes.errorbar(
        [place(point) for point in curve],
        middle,
        yerr=spread,
        color=colour,
        marker="o",
        markersize=3.5,
        linewidth=1.5,
        elinewidth=0.8,
        label=name,
    )


def draw_limits(axes, report, curve, place, colour, with_dense):
    """Draws the limits of the points whose number of threads they were measured with; tells whether there were any."""
    known = [point for point in curve if str(point["threads"]) in report["limits"]]
    places = [place(point) for point in known]
    lines = [
        (colour, (0, (6, 3)), lambda limits, point: arithmetic_limit(limits, point, point["skipped"])),
        (colour, (0, (2, 2)), memory_limit),
    ]
    if with_dense:
        lines.append((GREY, (0, (6, 3)), lambda limits, point: arithmetic_limit(limits, point, 0)))
    for line_colour, dashes, limit in lines:
        values = [limit(report["limits"][str(point["threads"])], point) for point in known]
        axes.plot(places, values, color=line_colour, linestyle=dashes, linewidth=1)
    return bool(known)


def draw_legend(axes, with_limits):
    handles, _ = axes.get_legend_handles_labels()
    if with_limits:
        handles += [
            Line2D([], [], color="black", linestyle=(0, (6, 3)), linewidth=1, label="limit of arithmetic"),
            Line2D([], [], color="black", linestyle=(0, (2, 2)), linewidth=1, label="limit of memory"),
            Line2D([], [], color=GREY, linestyle=(0, (6, 3)), linewidth=1, label="limit of arithmetic, nothing skipped"),
        ]
    axes.legend(handles=handles, loc="lower left", bbox_to_anchor=(-0.1, 1.01), ncols=3, frameon=False, fontsize=8)


# ---------------------------------------------------------------- command line


def listed(kind):
    return lambda text: [kind(part) for part in text.split(",")]


def configuration(text):
    backend, _, threads = text.partition(":")
    return backend, int(threads or 1)


def sweep_name(text):
    if text not in SWEEPS:
        raise argparse.ArgumentTypeError(f"no sweep '{text}'; accepted are {', '.join(SWEEPS)}")
    return text


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add = parser.add_argument
    add("--limits", action="append", default=[], type=pathlib.Path, metavar="FILE",
        help="what the machine can do, from benchmarks/kernels --limits THREADS --json FILE; may be repeated")
    add("--sweeps", type=listed(sweep_name), default=list(SWEEPS), help="some of " + ",".join(SWEEPS))
    add("--configurations", type=listed(configuration), default=[("vector", 1), ("vector", 2), ("nd4j", 1)],
        metavar="BACKEND:THREADS,...", help="curves of all sweeps but the last (default: vector:1,vector:2,nd4j:1)")
    add("--sparsities", type=listed(float), default=[0.5, 0.6, 0.7, 0.75, 0.8, 0.83, 0.87, 0.9, 0.95])
    add("--widths", type=listed(int), default=[250, 500, 1000, 2000, 4000])
    add("--minibatches", type=listed(int), default=[1, 2, 5, 10, 20, 50, 100, 256, 1000])
    add("--threads", type=listed(int), default=[1, 2, 4])
    add("--seconds", type=float, default=1, help="length of a window of time (default: 1)")
    add("--windows", type=int, default=5, help="how many windows (default: 5)")
    add("--rectify", type=pathlib.Path, default=ROOT / "rectify", help="the command that is measured")
    add("--work", type=pathlib.Path, default=ROOT / "benchmarks" / "target" / "sweep",
        help="where trained networks are kept, and found again")
    add("--images", type=pathlib.Path, default=ROOT / "docs" / "images")
    add("--json", type=pathlib.Path, default=ROOT / "docs" / "images" / "benchmarks-sweep.json",
        help="the numbers; sweeps that are not chosen keep theirs")
    add("--draw", action="store_true", help="measure nothing, draw the numbers of the last time")
    return parser.parse_args()


def read_limits(files):
    limits = {}
    for file in files:
        measured = json.loads(file.read_text())
        if "limits" not in measured:
            raise SweepError(f"{file}: no limits in it; make it with benchmarks/kernels --limits THREADS --json FILE")
        limits[str(measured["limits"]["threads"])] = measured["limits"]
    return limits


def main():
    options = arguments()
    try:
        report = json.loads(options.json.read_text()) if options.json.exists() else {"limits": {}, "points": []}
        report["limits"].update(read_limits(options.limits))
        if not options.draw:
            measure(options, report)
        save(options.json, report)
        for sweep in options.sweeps:
            draw(options, report, sweep)
    except (SweepError, OSError, json.JSONDecodeError) as error:
        sys.exit(f"sweep: {error}")


if __name__ == "__main__":
    main()
