"""What the PyTorch and the NumPy peer share: the workloads, their data and parameters, and how they are measured."""

import argparse
import ctypes
import ctypes.util
import gzip
import json
import mmap
import os
import pathlib
import platform
import statistics
import struct
import sys
import time
from dataclasses import dataclass

import numpy

SAMPLE = pathlib.Path(__file__).parents[2] / "datasets/mnist/src/main/resources/org/rectify/dataset/mnist/sample"
SEED = 1
PROCESSORS = sorted(os.sched_getaffinity(0))


@dataclass(frozen=True)
class Classifier:
    """A deep network with a softmax output and its negative log-likelihood."""

    sizes: tuple = (784, 1000, 1000, 1000, 10)
    activation: str = "rectifier"
    penalty: float = 0.001
    minibatch: int = 10
    rate: float = 0.01
    learns: bool = True


@dataclass(frozen=True)
class AutoEncoder:
    """A denoising auto-encoder with a rectifier code and untied weights."""

    sizes: tuple = (1000, 1000, 1000)
    decoder: str = "softplus"
    masking: float = 0.0
    kept_ones: float = 1.0
    flipped_zeros: float = 0.0
    minibatch: int = 10
    rate: float = 0.01


WORKLOADS = {
    "w-mnist": Classifier(),
    "w-mnist-init": Classifier(),
    "w-mnist-tanh": Classifier(activation="tanh", penalty=0.0),
    "w-mnist-256": Classifier(minibatch=256),
    "w-dae": AutoEncoder(masking=0.25),
    "w-text": AutoEncoder(sizes=(5000, 5000, 5000), decoder="sigmoid", kept_ones=0.2, flipped_zeros=0.005),
    "i-mnist": Classifier(learns=False),
    "i-mnist-1000": Classifier(learns=False, minibatch=1000),
}

# Asking for one of these names gives all of its entries.
GROUPS = {"i-mnist": ["i-mnist", "i-mnist-1000"]}

# Whose trained parameters a workload uses where the product keeps none under the workload's own name.
PARAMETERS_OF = {"w-mnist-256": "w-mnist", "i-mnist": "w-mnist", "i-mnist-1000": "w-mnist"}


def digits():
    """The bundled digits: images (examples x pixels, 0 to 1) and labels."""
    images = gzip.decompress((SAMPLE / "train-images-idx3-ubyte.gz").read_bytes())
    count, rows, columns = struct.unpack(">III", images[4:16])
    labels = gzip.decompress((SAMPLE / "train-labels-idx1-ubyte.gz").read_bytes())
    pixels = numpy.frombuffer(images, numpy.uint8, offset=16).reshape(count, rows * columns)
    return pixels.astype(numpy.float32) / 255, numpy.frombuffer(labels, numpy.uint8, offset=8).astype(numpy.int64)


def codes(units):
    """Outputs of a random rectifier layer on the digits: about half of them zero."""
    images, _ = digits()
    weights = glorot(numpy.random.default_rng(SEED), images.shape[1], units)
    return numpy.maximum(images @ weights, 0)


def texts(inputs, rows=2000, ones=30):
    """Binary rows as the columns of their ones (rows x ones)."""
    rng = numpy.random.default_rng(SEED)
    return numpy.sort(rng.permuted(numpy.tile(numpy.arange(inputs), (rows, 1)), axis=1)[:, :ones], axis=1)


def glorot(rng, inputs, units):
    bound = numpy.float32(numpy.sqrt(6 / (inputs + units)))
    return (rng.random((inputs, units), dtype=numpy.float32) * 2 - 1) * bound


def initial_parameters(sizes, seed=SEED):
    """Normalised uniform weights (inputs x units) and zero biases of each layer."""
    rng = numpy.random.default_rng(seed)
    return [(glorot(rng, m, n), numpy.zeros(n, numpy.float32)) for m, n in zip(sizes, sizes[1:])]


def read_safetensors(file):
    raw = file.read_bytes()
    length = struct.unpack("<Q", raw[:8])[0]
    tensors = {}
    for name, entry in json.loads(raw[8 : 8 + length]).items():
        if name != "__metadata__":
            if entry["dtype"] != "F32":
                raise SystemExit(f"{file}: tensor {name} is {entry['dtype']}, expected F32")
            start, end = entry["data_offsets"]
            tensors[name] = numpy.frombuffer(raw[8 + length + start : 8 + length + end], "<f4").reshape(entry["shape"])
    return tensors


def trained_parameters(file, sizes):
    """Parameters the product kept: weights [inputs x units], biases, and the fixed signs of the hidden units.

    Signs are folded into the weights that read the units: diag(s) W learns exactly as W does on s * h.
    """
    tensors = read_safetensors(file)
    layers = [name[: -len("/weights")] for name in tensors if name.endswith("/weights")]
    # layer-1, layer-2, ... in order, and whatever the last layer is called (output, decoder) at the end.
    layers.sort(key=lambda name: int(name.rpartition("-")[2]) if name.rpartition("-")[2].isdigit() else sys.maxsize)
    shapes = [tensors[name + "/weights"].shape for name in layers]
    if shapes != list(zip(sizes, sizes[1:])):
        raise SystemExit(f"{file}: weights are {shapes}, expected {list(zip(sizes, sizes[1:]))}")
    parameters, signs = [], 1.0
    for name in layers:
        parameters.append((signs * tensors[name + "/weights"], tensors[name + "/biases"].reshape(-1).copy()))
        signs = tensors[name + "/signs"].reshape(-1, 1) if name + "/signs" in tensors else 1.0
    return parameters


def parameters_of(name, workload, folder):
    candidates = [name, PARAMETERS_OF.get(name, name)]
    for file in [pathlib.Path(folder, f"{candidate}.safetensors") for candidate in candidates] if folder else []:
        if file.exists():
            return trained_parameters(file, workload.sizes), file.name
    return initial_parameters(workload.sizes), "initial"


def data_of(workload):
    if isinstance(workload, Classifier):
        return digits()
    if workload.flipped_zeros:
        return (texts(workload.sizes[0]),)
    return (codes(workload.sizes[0]),)


class Minibatches:
    """Rows of minibatch after minibatch, shuffled anew for every pass; the same in every process of a team."""

    def __init__(self, examples, minibatch, seed=SEED):
        self.rng = numpy.random.default_rng(seed)
        self.order = numpy.arange(examples)
        self.minibatch = minibatch
        self.next = examples

    def draw(self):
        if self.next + self.minibatch > self.order.size:
            self.rng.shuffle(self.order)
            self.next = 0
        self.next += self.minibatch
        return self.order[self.next - self.minibatch : self.next]


class SparseCorruption:
    """Salt-and-pepper noise on binary rows given as the columns of their ones."""

    def __init__(self, workload, data, seed=SEED):
        self.minibatch, self.inputs = workload.minibatch, workload.sizes[0]
        self.data, self.rng, self.kept_ones = data, numpy.random.default_rng(seed + 1), workload.kept_ones
        self.clean = numpy.zeros((self.minibatch, self.inputs), numpy.float32)
        self.positions = numpy.empty(0, numpy.int64)
        # A Poisson number of hits spread evenly over all cells hits each one independently with this probability.
        self.hits = -numpy.log1p(-workload.flipped_zeros) * self.minibatch * self.inputs

    def draw(self, rows):
        """Sets the clean minibatch; gives the columns active in the corrupted one, and its dense part there."""
        flat = self.clean.reshape(-1)
        flat[self.positions] = 0
        self.positions = (self.data[rows] + self.inputs * numpy.arange(self.minibatch)[:, None]).reshape(-1)
        kept = self.positions[self.rng.random(self.positions.size, dtype=numpy.float32) < self.kept_ones]
        flat[self.positions] = 1
        struck = self.rng.integers(flat.size, size=self.rng.poisson(self.hits))
        active = numpy.concatenate([kept, struck[flat[struck] == 0]])
        rows_of, columns_of = numpy.divmod(active, self.inputs)
        columns, index = numpy.unique(columns_of, return_inverse=True)
        corrupted = numpy.zeros((self.minibatch, columns.size), numpy.float32)
        corrupted[rows_of, index] = 1
        return columns, corrupted


class Team:
    """Processes that share memory and run one program, each on its own units, with one thread each.

    On small minibatches this is often faster than the threads of a BLAS, which wait for each other in every product and
    never take the path for small ones. Waiting spins; it relies on stores becoming visible in order, as x86-64 promises.
    """

    def __init__(self, size):
        self.size, self.rank, self.children = size, 0, []
        self.flags = memoryview(mmap.mmap(-1, 64 * (size + 2))).cast("q")
        self.passed = 0

    def array(self, *shape):
        """Zeros all processes see; to be made before the team starts."""
        memory = mmap.mmap(-1, 4 * int(numpy.prod(shape)), flags=mmap.MAP_ANONYMOUS
                           | (mmap.MAP_SHARED if self.size > 1 else mmap.MAP_PRIVATE))
        memory.madvise(mmap.MADV_HUGEPAGE)
        return numpy.frombuffer(memory, numpy.float32).reshape(shape)

    def start(self):
        """Forks the others, and gives each a processor of its own."""
        sys.stdout.flush()
        for rank in range(1, self.size):
            child = os.fork()
            if child == 0:
                self.rank, self.children = rank, []
                break
            self.children.append(child)
        if 1 < self.size <= len(PROCESSORS):
            os.sched_setaffinity(0, {PROCESSORS[self.rank]})

    def share(self, units, rank=None):
        """The units of a process, in whole cache lines."""
        rank = self.rank if rank is None else rank
        lines = (units + 15) // 16
        return slice(min(units, 16 * (lines * rank // self.size)), min(units, 16 * (lines * (rank + 1) // self.size)))

    def barrier(self):
        flags, passed, spins = self.flags, self.passed + 1, 0
        self.passed = passed
        flags[8 * self.rank] = passed
        for rank in range(0, 8 * self.size, 8):
            while flags[rank] < passed:
                spins += 1
                # Some time without news: perhaps the other waits for this very processor, or is no more.
                if spins % 1_000 == 0:
                    os.sched_yield()
                if spins % 1_000_000 == 0:
                    self.check_alive()

    def check_alive(self):
        if self.rank > 0 and os.getppid() == 1 or any(os.waitpid(one, os.WNOHANG)[0] for one in self.children):
            raise SystemExit("another process of the team has died")

    def agree(self, value):
        """The first process's word, heard by all; holds everybody until it is given."""
        # Two places in turn: whoever is slow to read must not find the next word.
        place = 8 * (self.size + self.passed % 2)
        if self.rank == 0:
            self.flags[place] = value
        self.barrier()
        return self.flags[place]

    def finish(self):
        if self.rank > 0:
            os._exit(0)
        for child in self.children:
            os.waitpid(child, 0)
        os.sched_setaffinity(0, PROCESSORS)


class Choice:
    """Does something in the fastest of several ways: times them in turn while they are used, until told to choose.

    A way is a tuple of callables, the parts of a step: forward, or forward and update.
    """

    def __init__(self, name, ways):
        self.name, self.ways, self.spent = name, ways, 0.0
        self.explore()

    def run(self, part=0):
        if self.parts:
            self.parts[part]()
            return
        way = list(self.ways)[self.turn % len(self.ways)]
        start = time.perf_counter()
        self.ways[way][part]()
        self.spent += time.perf_counter() - start
        if part == len(self.ways[way]) - 1:
            self.times[way].append(self.spent)
            self.turn, self.spent = self.turn + 1, 0.0

    def medians(self):
        return {way: statistics.median(times) for way, times in self.times.items()}

    def explore(self):
        self.times, self.turn, self.parts = {way: [] for way in self.ways}, 0, None

    def choose(self):
        self.parts = self.ways[self.best()]

    def best(self):
        return min(self.ways, key=self.medians().get)

    def __str__(self):
        return f"{self.name} {self.best()}"


def window(team, network, seconds, steps=3):
    """Steps for a while, and at least so many; gives examples per second."""
    done, start = 0, time.perf_counter()
    while team.agree(time.perf_counter() - start < seconds or done < steps):
        network.step()
        done += 1
    return done * network.minibatch / (time.perf_counter() - start)


def rates_of(network, team, options):
    """Lets a network find its fastest form while it learns, before each window; gives the rates of all windows."""
    team.start()
    network.prepare()
    choices = [choice for choice in network.choices if len(choice.ways) > 1]
    window(team, network, 0.2)
    rates = []
    for _ in range(options.windows):
        # Anew before each window: which way is fastest changes with what else the machine's caches are used for.
        for choice in choices:
            choice.explore()
        window(team, network, 0.2, steps=5 * max(len(choice.ways) for choice in choices))
        for choice in choices:
            choice.choose()
        rates.append(window(team, network, options.seconds))
    team.finish()
    return rates


def measure(library, name, parameters, data, options):
    """Measures with all threads in BLAS and with all in a team of processes; gives the form and the rates of the faster."""
    measured = {}
    for processes in sorted({1, options.threads}):
        threads = options.threads // processes
        library.use_threads(threads)
        team = Team(processes)
        network = library.network(WORKLOADS[name], parameters, data, team)
        rates = rates_of(network, team, options)
        if not all(numpy.isfinite(values).all() for layer in network.parameters() for values in layer):
            raise SystemExit(f"{name}: the parameters are no longer finite")
        choices = [choice for choice in network.choices if len(choice.ways) > 1]
        form = f"{processes} processes with {threads} threads; " + "; ".join(map(str, choices))
        measured[form] = rates
        if options.verbose:
            print(f"  {processes} processes with {threads} threads: median {statistics.median(rates):.1f} examples/s")
            for choice in choices:
                print(f"    {choice.name}:", ", ".join(f"{way} {1e6 * t:.0f} us" for way, t in choice.medians().items()))
    form = max(measured, key=lambda one: statistics.median(measured[one]))
    return form, measured[form]


def open_blas():
    """The OpenBLAS that both libraries load."""
    library = ctypes.CDLL("libopenblas.so.0" if platform.system() == "Linux" else ctypes.util.find_library("openblas"))
    library.openblas_get_config.restype = ctypes.c_char_p
    return library


def limit_threads():
    """To be called before the first import of a library: one thread, until use_threads asks for more."""
    for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = "1"


def main(library):
    parser = argparse.ArgumentParser(description=library.description)
    parser.add_argument("workloads", nargs="*", metavar="WORKLOAD", help=", ".join(WORKLOADS))
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=1, help="length of a window")
    parser.add_argument("--windows", type=int, default=5)
    parser.add_argument("--parameters", help="folder of trained parameters, WORKLOAD.safetensors")
    parser.add_argument("--json", help="file to write the results to")
    parser.add_argument("--verbose", action="store_true", help="print how long each way tried took")
    options = parser.parse_args()
    unknown = [name for name in options.workloads if name not in WORKLOADS]
    if unknown:
        parser.error(f"no workload {unknown[0]}: there are {', '.join(WORKLOADS)}")
    names = [one for name in options.workloads or WORKLOADS for one in GROUPS.get(name, [name])]
    results = []
    for name in dict.fromkeys(names):
        parameters, origin = parameters_of(name, WORKLOADS[name], options.parameters if name != "w-mnist-init" else None)
        form, rates = measure(library, name, parameters, data_of(WORKLOADS[name]), options)
        summary = {"median": statistics.median(rates), "min": min(rates), "max": max(rates)}
        print(f"{name:14} {library.name} {library.version}  threads {options.threads}  "
              f"median {summary['median']:9.1f}  min {summary['min']:9.1f}  max {summary['max']:9.1f} examples/s  "
              f"({origin} parameters)", flush=True)
        results.append({"workload": name, "library": library.name, "version": library.version,
                        "threads": options.threads, "minibatch-size": WORKLOADS[name].minibatch, "form": form,
                        "parameters": origin, "examples-per-second": summary})
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(results, indent=2) + "\n")
