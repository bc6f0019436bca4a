#!/usr/bin/python3
"""Runs Rectify and its peers in turn on the same workloads, and prints by how much Rectify is faster."""

import argparse
import datetime
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
WORKLOADS = ["w-mnist", "w-mnist-init", "w-mnist-tanh", "w-mnist-256", "w-dae", "w-text", "i-mnist"]
PEERS = {
    "pytorch": ["/usr/bin/python3", str(HERE / "pytorch_peer.py")],
    "numpy": ["/usr/bin/python3", str(HERE / "numpy_peer.py")],
    "dl4j": [str(HERE / "dl4j_peer")],
}
PRODUCT, REFERENCE = "rectify vector", "rectify nd4j"
LONGEST_RUN = 900

# Multiply-adds with weights for one example when none is skipped: forward, weight gradients, input gradients but the first layer's.
LEARNING, ANSWERING = 2 * 784_000 + 3 * 2_010_000, 784_000 + 2_010_000
MULTIPLY_ADDS = {"w-mnist": LEARNING, "w-mnist-init": LEARNING, "w-mnist-tanh": LEARNING, "w-mnist-256": LEARNING,
                 "i-mnist": ANSWERING, "i-mnist-1000": ANSWERING, "w-dae": 5 * 1000 * 1000, "w-text": 5 * 5000 * 5000}


def command(implementation, workload, threads, options, file):
    backend = implementation.rpartition(" ")[2]
    start = PEERS.get(implementation) or [options.product, "bench"]
    arguments = [workload, "--threads", str(threads), "--seconds", str(options.seconds), "--json", file,
                 "--parameters", options.parameters]
    return [*start, *arguments, *([] if implementation in PEERS else ["--backend", backend])]


def run(implementation, workload, threads, options):
    """The entries of one run's JSON by workload, or what went wrong."""
    with tempfile.TemporaryDirectory() as folder:
        file = str(pathlib.Path(folder, "result.json"))
        try:
            done = subprocess.run(command(implementation, workload, threads, options, file), text=True,
                                  capture_output=True, timeout=LONGEST_RUN)
        except (OSError, subprocess.TimeoutExpired) as error:
            return {}, str(error)
        if done.returncode != 0:
            return {}, (done.stderr or done.stdout).strip()[-600:] or f"exit code {done.returncode}"
        try:
            entries = json.loads(pathlib.Path(file).read_text())
            return {entry["workload"]: entry for entry in entries}, None
        except (OSError, ValueError, KeyError, TypeError) as error:
            return {}, f"no result: {error!r}"


def ratios(rates, peers):
    """Of one round: the product against its fastest peer, and against its own reference backend.

    A round in which one of the peers failed says nothing about the fastest: it may have been that one.
    """
    product = rates.get(PRODUCT)
    fastest = max(rates[peer] for peer in peers) if peers and all(peer in rates for peer in peers) else None
    return {
        "fastest-peer": product / fastest if product and fastest else None,
        "nd4j": product / rates[REFERENCE] if product and REFERENCE in rates else None,
    }


def median(values):
    values = [value for value in values if value is not None]
    return statistics.median(values) if values else None


def compare(workload, threads, implementations, options):
    """All rounds of a workload: one comparison for each entry it has (i-mnist has two)."""
    rounds, failures = [], []
    for number in range(options.rounds):
        shift = number % len(implementations)
        entries = {}
        for implementation in implementations[shift:] + implementations[:shift]:
            results, error = run(implementation, workload, threads, options)
            for name, entry in results.items():
                entries.setdefault(name, {})[implementation] = entry
            if error:
                failures.append({"workload": workload, "threads": threads, "round": number + 1,
                                 "implementation": implementation, "error": error})
                print(f"FAILED {implementation}, {workload}, threads {threads}: {error}", file=sys.stderr, flush=True)
        rounds.append(entries)
    comparisons = []
    for name in sorted({name for entries in rounds for name in entries}):
        runs = [entries.get(name, {}) for entries in rounds]
        rates = [{who: entry["examples-per-second"]["median"] for who, entry in one.items()} for one in runs]
        peers = {who for one in rates for who in one if who in PEERS}
        each = [ratios(one, peers) for one in rates]
        product = [one[PRODUCT] for one in runs if PRODUCT in one]
        comparisons.append({
            "workload": name,
            "threads": threads,
            "examples-per-second": {who: median([one.get(who) for one in rates]) for who in implementations},
            "ratios": {of: median([one[of] for one in each]) for of in ("fastest-peer", "nd4j")},
            "ratios-of-rounds": each,
            "sparsity": median([one.get("sparsity") for one in product]),
            "skipped": median([one.get("skipped") for one in product]),
            "rounds": runs,
        })
    return comparisons, failures


def text(value, kind):
    if value is None:
        return "-"
    return {"rate": f"{value:,.0f}", "ratio": f"{value:.2f}x", "share": f"{100 * value:.0f} %"}[kind]


def table(comparisons, implementations):
    head = ["workload", "threads", *implementations, "against the fastest peer", "against nd4j", "zeros", "skipped"]
    rows = [[one["workload"], str(one["threads"]),
             *(text(one["examples-per-second"][who], "rate") for who in implementations),
             text(one["ratios"]["fastest-peer"], "ratio"), text(one["ratios"]["nd4j"], "ratio"),
             text(one["sparsity"], "share"), text(one["skipped"], "share")] for one in comparisons]
    return head, rows


def plain(head, rows):
    widths = [max(map(len, column)) for column in zip(head, *rows)]
    return "\n".join("  ".join([row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:]))])
                     for row in [head, *rows])


def markdown(head, rows, machine, options, failures):
    lines = [f"Examples per second, medians of {options.rounds} rounds; each ratio is the median of the ratios within the "
             f"rounds. {machine['processor']}, {machine['cores']} cores, {machine['date']}.", "",
             "| " + " | ".join(head) + " |", "|---|" + "---:|" * (len(head) - 1)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    if failures:
        lines += ["", "Failed runs:", ""]
        lines += [f"- {one['implementation']}, {one['workload']}, threads {one['threads']}, round {one['round']}: "
                  + " ".join(one["error"].split()) for one in failures]
    return "\n".join(lines) + "\n"


def limits(comparisons, peak):
    """What the product reaches of the machine's arithmetic: of all multiply-adds, and of those that are left to do."""
    lines = [f"Arithmetic alone, at {peak:.0f} GFLOP/s for each thread: what would be possible if weights cost nothing to read.", "",
             "| workload | threads | examples/s | multiplying everything | of that | skipping zeros | of that |",
             "|---|---:|---:|---:|---:|---:|---:|"]
    for one in comparisons:
        rate = one["examples-per-second"][PRODUCT]
        if rate is None or one["skipped"] is None:
            continue
        dense = one["threads"] * peak * 1e9 / 2 / MULTIPLY_ADDS[one["workload"]]
        sparse = dense / (1 - one["skipped"])
        lines.append(f"| {one['workload']} | {one['threads']} | {rate:,.0f} | {dense:,.0f} | {100 * rate / dense:.0f} % "
                     f"| {sparse:,.0f} | {100 * rate / sparse:.0f} % |")
    return "\n".join(lines) + "\n"


def output_of(*arguments):
    try:
        done = subprocess.run(arguments, text=True, capture_output=True, timeout=60)
        return (done.stdout + done.stderr).strip()
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"unknown: {error}"


def machine():
    processor = platform.processor() or platform.machine()
    if pathlib.Path("/proc/cpuinfo").exists():
        names = [line.partition(":")[2].strip() for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines()
                 if line.startswith("model name")]
        processor = names[0] if names else processor
    java = str(pathlib.Path(os.environ["JAVA_HOME"], "bin/java")) if os.environ.get("JAVA_HOME") else "java"
    return {
        "processor": processor,
        "cores": os.cpu_count(),
        "system": platform.platform(),
        "java": output_of(java, "-version").partition("\n")[0],
        "libraries": output_of("/usr/bin/python3", "-c", "import sys; sys.path.insert(0, sys.argv[1])\n"
                               "import numpy_peer, pytorch_peer\n"
                               "print(f'PyTorch {pytorch_peer.version}; NumPy {numpy_peer.version}')", str(HERE)),
        "rectify": output_of("git", "-C", str(ROOT), "describe", "--always", "--dirty"),
        "date": datetime.datetime.now().astimezone().isoformat(timespec="seconds"),
    }


def options_of_command_line():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workloads", nargs="+", default=WORKLOADS, metavar="WORKLOAD", help=" ".join(WORKLOADS))
    parser.add_argument("--threads", nargs="+", type=int, default=[1, 2])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=1, help="length of each window of time")
    parser.add_argument("--peers", nargs="*", choices=list(PEERS), default=list(PEERS))
    parser.add_argument("--nd4j", action=argparse.BooleanOptionalAction, default=True,
                        help="run Rectify's own nd4j backend too")
    parser.add_argument("--parameters", default=str(HERE / "target/parameters"),
                        help="folder of the trained networks that all start from; made where it is missing")
    parser.add_argument("--product", default=str(ROOT / "rectify"), help="the rectify command to measure")
    parser.add_argument("--peak", type=float, default=107, help="GFLOP/s of one core, as benchmarks/kernels measures them")
    parser.add_argument("--json", help="file for everything that was measured")
    parser.add_argument("--markdown", help="file for the table in Markdown")
    return parser.parse_args()


def main():
    options = options_of_command_line()
    implementations = [PRODUCT, *([REFERENCE] if options.nd4j else []), *options.peers]
    pathlib.Path(options.parameters).mkdir(parents=True, exist_ok=True)
    result = {"machine": machine(), "seconds": options.seconds, "rounds": options.rounds, "comparisons": [],
              "failures": []}
    if not pathlib.Path(options.parameters, "w-mnist.safetensors").exists():
        # Trained before the first round, whoever's turn is first: all start from the same sparse network.
        error = run(PRODUCT, "w-mnist", 1, options)[1]
        if error:
            print(f"no trained network, peers start from initial weights: {error}", file=sys.stderr)
    for threads in options.threads:
        for workload in options.workloads:
            comparisons, failures = compare(workload, threads, implementations, options)
            result["comparisons"] += comparisons
            result["failures"] += failures
            if options.json:
                pathlib.Path(options.json).write_text(json.dumps(result, indent=2) + "\n")
            print(plain(*table(comparisons, implementations)), end="\n\n", file=sys.stderr, flush=True)
    head, rows = table(result["comparisons"], implementations)
    document = markdown(head, rows, result["machine"], options, result["failures"])
    document += "\n" + limits(result["comparisons"], options.peak)
    print(plain(head, rows), end="\n\n")
    print(document, end="")
    if options.markdown:
        pathlib.Path(options.markdown).write_text(document)
    sys.exit(1 if result["failures"] else 0)


if __name__ == "__main__":
    main()
