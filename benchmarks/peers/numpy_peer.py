#!/usr/bin/python3
"""The workloads in NumPy, with products by OpenBLAS's own sgemm: manual forward and backward, nothing allocated.

cblas_sgemm is called directly, because numpy.dot can neither add to its output (W += -rate X'D without a temporary)
nor write into part of an array. See README.md for what was tried.
"""

import ctypes
import functools
import sys

import workloads

workloads.limit_threads()

import numpy

name = "NumPy"
description = "Rectify's workloads in NumPy and OpenBLAS"

# Below this many multiply-adds OpenBLAS (AVX-512 builds) multiplies without packing its operands first.
SMALL = 1_000_000


def sgemm_of(library):
    number, real, pointer = ctypes.c_int, ctypes.c_float, ctypes.c_void_p
    library.cblas_sgemm.argtypes = [number] * 6 + [real, pointer, number, pointer, number, real, pointer, number]
    library.cblas_sgemm.restype = None
    return library.cblas_sgemm


BLAS = workloads.open_blas()
SGEMM = sgemm_of(BLAS)
version = f"{numpy.__version__}, OpenBLAS {BLAS.openblas_get_config().decode().split()[1]}"


def use_threads(number):
    BLAS.openblas_set_num_threads(number)


def product(a, b, c, alpha=1.0, beta=0.0):
    """The arguments of c = alpha a b + beta c; any operand may be a transposed view."""
    def operand(matrix):
        if matrix.strides[1] == 4:
            return 111, matrix.ctypes.data, matrix.strides[0] // 4
        return 112, matrix.ctypes.data, matrix.strides[1] // 4

    (ta, pa, la), (tb, pb, lb) = operand(a), operand(b)
    order, pc, lc = operand(c)
    m, n, k = a.shape[0], b.shape[1], a.shape[1]
    if order == 112:
        return product(b.T, a.T, c.T, alpha, beta)
    # A single row has no stride of its own; BLAS wants one that is wide enough.
    la, lb, lc = max(la, k if ta == 111 else m), max(lb, n if tb == 111 else k), max(lc, n)
    return 101, ta, tb, m, n, k, alpha, pa, la, pb, lb, beta, pc, lc


def small(others):
    """How many rows a block may have; None where so few that it is not worth a call."""
    rows = SMALL // others
    return rows if rows >= 16 else None


def blocks(length, size):
    return [slice(start, min(start + size, length)) for start in range(0, length, size)]


def adder(x, w, y, size=None):
    """Products that add x w to y, in blocks of rows of w."""
    return [product(x[:, rows], w[rows], y, beta=1.0) for rows in blocks(w.shape[0], size or w.shape[0])]


def backward(d, w, g, rows):
    return product(d, w[rows].T, g[:, rows])


def update(x, d, w, rate, rows):
    return product(x[:, rows].T, d, w[rows], alpha=-rate, beta=1.0)


def updater(x, d, w, rate, size=None):
    return [update(x, d, w, rate, rows) for rows in blocks(w.shape[0], size or w.shape[0])]


def run(products):
    for arguments in products:
        SGEMM(*arguments)


class FirstLayer:
    """Owns the weights of this process's units; owes nobody an input gradient."""

    def __init__(self, team, minibatch, weights, biases, rate):
        shares = [team.share(weights.shape[1], rank) for rank in range(team.size)]
        self.panels = [team.array(weights.shape[0], units.stop - units.start) for units in shares]
        for panel, units in zip(self.panels, shares):
            panel[:] = weights[:, units]
        self.team, self.biases, self.rate = team, team.array(biases.size), rate
        self.biases[:] = biases
        self.x = numpy.zeros((minibatch, weights.shape[0]), numpy.float32)

    def prepare(self, y, d, sparse=False):
        """Sparse: whoever draws the input gives its active columns; the whole of it is not made."""
        units = self.team.share(self.biases.size)
        self.w, self.b = self.panels[self.team.rank], self.biases[units]
        self.y, self.d = y[:, units], None if d is None else d[:, units]
        self.gathered = numpy.empty_like(self.w)
        ones = numpy.ones((1, len(self.x)), numpy.float32)
        self.bias = None if d is None else [product(ones, self.d, self.b[None, :], alpha=-self.rate, beta=1.0)]
        self.ones, self.sparse = ones, sparse
        ways = {}
        sizes = {"whole": None, "blocks": small(len(self.x) * self.b.size)}
        for name, size in sizes.items():
            if name == "whole" or size:
                if not sparse:
                    ways[name] = self.dense(size)
                ways[f"{name}, active rows"] = self.active_rows(size)
        self.choice = workloads.Choice("first layer", ways)

    def dense(self, size):
        parts = [functools.partial(run, adder(self.x, self.w, self.y, size))]
        if self.bias:
            parts.append(functools.partial(run, updater(self.x, self.d, self.w, self.rate, size)))
        return parts

    def active_rows(self, size):
        """Gathers the rows of weights that an active input reads, and learns on the copies."""
        def forward():
            if not self.sparse:
                columns = numpy.flatnonzero(self.x.any(axis=0))
                self.active = columns, self.x[:, columns]
            columns, x = self.active
            w = numpy.take(self.w, columns, axis=0, out=self.gathered[: columns.size], mode="clip")
            run(adder(x, w, self.y, size))

        def learn():
            columns, x = self.active
            w = self.gathered[: columns.size]
            run(updater(x, self.d, w, self.rate, size))
            self.w[columns] = w

        return [forward, learn] if self.bias else [forward]

    def forward(self):
        self.y[...] = self.b
        self.choice.run()

    def learn(self):
        run(self.bias)
        self.choice.run(1)

    def parameters(self):
        return numpy.hstack(self.panels), self.biases.copy()


class InnerLayer:
    """Shares its weights: forward each process takes its columns, backward its rows, so that nothing is added twice."""

    def __init__(self, team, name, weights, biases, rate):
        self.team, self.name, self.rate = team, name, rate
        self.w, self.biases = team.array(*weights.shape), team.array(biases.size)
        self.w[:], self.biases[:] = weights, biases

    def prepare(self, x, y, d, g, alone=False):
        """Alone: every process computes the whole output, because it is too small to be shared."""
        rows, own = self.team.share(x.shape[1]), self.team.share(y.shape[1])
        units = slice(0, y.shape[1]) if alone else own
        self.y, self.b = y[:, units], self.biases[units]
        w, size = self.w[:, units], small(self.y.size)
        ways = {"whole": None, **({"blocks": size} if size else {})}
        self.forwards = workloads.Choice(f"{self.name} forward", {
            name: [functools.partial(run, adder(x, w, self.y, size))] for name, size in ways.items()})
        self.choices = [self.forwards]
        if d is not None:
            self.ones = numpy.ones((1, len(x)), numpy.float32)
            self.bias = []
            if own.stop > own.start:
                self.bias.append(product(self.ones, d[:, own], self.biases[None, own], alpha=-self.rate, beta=1.0))
            self.updates = workloads.Choice(f"{self.name} backward", self.backwards(x[:, rows], d, g[:, rows], rows))
            self.choices.append(self.updates)

    def backwards(self, x, d, g, rows):
        """Input gradient, then update: of the whole, or of block by block, where the update finds w in the cache."""
        w, size = self.w[rows], small(d.size)
        every = slice(0, len(w))
        ways = {"whole": [backward(d, w, g, every), *updater(x, d, w, self.rate)]}
        if size:
            pieces = blocks(len(w), size)
            gradients = [backward(d, w, g, piece) for piece in pieces]
            ways["blocks"] = [one for pair in zip(gradients, updater(x, d, w, self.rate, size)) for one in pair]
            ways["gradient in blocks, update whole"] = [*gradients, *updater(x, d, w, self.rate)]
        return {name: [functools.partial(run, products)] for name, products in ways.items()}

    def forward(self):
        self.y[...] = self.b
        self.forwards.run()

    def learn(self):
        run(self.bias)
        self.updates.run()

    def parameters(self):
        return self.w.copy(), self.biases.copy()


class ClassifierNetwork:
    def __init__(self, workload, parameters, data, team):
        self.team, self.minibatch, self.workload = team, workload.minibatch, workload
        self.images, labels = data
        self.one_hot = numpy.eye(workload.sizes[-1], dtype=numpy.float32)[labels]
        rate = workload.rate / workload.minibatch
        self.first = FirstLayer(team, workload.minibatch, *parameters[0], rate)
        self.inner = [InnerLayer(team, f"layer {i}", *layer, rate) for i, layer in enumerate(parameters[1:], 2)]
        self.h = [team.array(workload.minibatch, units) for units in workload.sizes[1:-1]]
        self.d = [team.array(workload.minibatch, units) for units in workload.sizes[1:-1]]
        self.minibatches = workloads.Minibatches(len(self.images), workload.minibatch)

    def prepare(self):
        self.x = self.first.x
        self.output = numpy.zeros((self.minibatch, self.workload.sizes[-1]), numpy.float32)
        self.targets = numpy.zeros_like(self.output)
        self.row = numpy.zeros((self.minibatch, 1), numpy.float32)
        self.classes = numpy.zeros(self.minibatch, numpy.int64)
        learns = self.workload.learns
        self.first.prepare(self.h[0], self.d[0] if learns else None)
        outputs, gradients = [*self.h[1:], self.output], [*self.d[1:], self.output]
        for layer, x, y, d, g in zip(self.inner, self.h, outputs, gradients, self.d):
            layer.prepare(x, y, d if learns else None, g, alone=y is self.output)
        self.choices = [self.first.choice] + [choice for layer in self.inner for choice in layer.choices]
        self.own_h = [h[:, self.team.share(h.shape[1])] for h in self.h]
        self.own_d = [d[:, self.team.share(d.shape[1])] for d in self.d]
        kind = numpy.float32 if self.workload.activation == "tanh" else bool
        self.slopes = [numpy.zeros(h.shape, kind) for h in self.own_h]

    def draw(self):
        rows = self.minibatches.draw()
        # Any mode but "raise" writes into out without a copy.
        numpy.take(self.images, rows, axis=0, out=self.x, mode="clip")
        if self.workload.learns:
            numpy.take(self.one_hot, rows, axis=0, out=self.targets, mode="clip")

    def activate(self, h):
        if self.workload.activation == "tanh":
            numpy.tanh(h, out=h)
        else:
            numpy.maximum(h, 0, out=h)
        self.team.barrier()

    def forward(self):
        self.first.forward()
        self.activate(self.own_h[0])
        for layer, h in zip(self.inner, self.own_h[1:]):
            layer.forward()
            self.activate(h)
        self.inner[-1].forward()

    def derive(self, h, d, slope):
        """From the gradient of the output to that of the pre-activation, with the L1 penalty's share."""
        if self.workload.activation == "tanh":
            numpy.multiply(h, h, out=slope)
            numpy.subtract(1, slope, out=slope)
        else:
            if self.workload.penalty:
                numpy.add(d, self.workload.penalty, out=d)
            # A mask of booleans is made and applied much faster than one of floats (numpy.sign).
            numpy.greater(h, 0, out=slope)
        numpy.multiply(d, slope, out=d)

    def learn(self):
        self.forward()
        self.subtract_targets_from_softmax()
        # Nobody may change the output weights while another still reads them.
        self.team.barrier()
        for layer, h, d, slope in zip(self.inner[::-1], self.own_h[::-1], self.own_d[::-1], self.slopes[::-1]):
            layer.learn()
            self.derive(h, d, slope)
            self.team.barrier()
        self.first.learn()

    def subtract_targets_from_softmax(self):
        output, row = self.output, self.row
        output -= output.max(axis=1, keepdims=True, out=row)
        numpy.exp(output, out=output)
        output /= output.sum(axis=1, keepdims=True, out=row)
        output -= self.targets

    def classify(self):
        self.forward()
        self.output.argmax(axis=1, out=self.classes)

    def step(self):
        self.draw()
        if self.workload.learns:
            self.learn()
        else:
            self.classify()

    def parameters(self):
        return [layer.parameters() for layer in [self.first, *self.inner]]


class AutoEncoderNetwork:
    def __init__(self, workload, parameters, data, team):
        self.team, self.minibatch, self.workload = team, workload.minibatch, workload
        self.data = data[0]
        # The derivative of (z - x)^2 has a factor of 2: it goes into the rate.
        rate = (2 if workload.decoder == "softplus" else 1) * workload.rate / workload.minibatch
        self.encoder = FirstLayer(team, workload.minibatch, *parameters[0], rate)
        self.decoder = InnerLayer(team, "decoder", *parameters[1], rate)
        self.y, self.dy = (team.array(workload.minibatch, workload.sizes[1]) for _ in range(2))
        self.z, self.dz = (team.array(workload.minibatch, workload.sizes[2]) for _ in range(2))
        self.minibatches = workloads.Minibatches(len(self.data), workload.minibatch)
        self.sparse = workloads.SparseCorruption(workload, self.data) if workload.flipped_zeros else None

    def prepare(self):
        self.rng = numpy.random.Generator(numpy.random.SFC64(workloads.SEED))
        self.corrupted = self.encoder.x
        self.encoder.prepare(self.y, self.dy, sparse=self.sparse is not None)
        self.decoder.prepare(self.y, self.z, self.dz, self.dy)
        self.choices = [self.encoder.choice, *self.decoder.choices]
        units, outputs = self.team.share(self.y.shape[1]), self.team.share(self.z.shape[1])
        self.own_y, self.own_dy = self.y[:, units], self.dy[:, units]
        self.own_z, self.own_dz = self.z[:, outputs], self.dz[:, outputs]
        self.active_units = numpy.zeros(self.own_y.shape, bool)
        self.clean = self.sparse.clean if self.sparse else numpy.zeros_like(self.corrupted)
        self.own_clean = self.clean[:, outputs]
        self.own_scratch = numpy.zeros_like(self.own_z)

    def draw(self):
        rows = self.minibatches.draw()
        if self.sparse:
            self.encoder.active = self.sparse.draw(rows)
        else:
            numpy.take(self.data, rows, axis=0, out=self.clean, mode="clip")
            # A random byte is as good as a random float: 0.25 is 64 in 256.
            drawn = numpy.frombuffer(self.rng.bytes(self.clean.size), numpy.uint8).reshape(self.clean.shape)
            numpy.multiply(self.clean, drawn >= round(256 * self.workload.masking), out=self.corrupted)

    def learn(self):
        self.encoder.forward()
        numpy.maximum(self.own_y, 0, out=self.own_y)
        self.team.barrier()
        self.decoder.forward()
        # By way of tanh: one vectorised function instead of an exponential and a division.
        sigmoid = numpy.multiply(self.own_z, 0.5, out=self.own_dz)
        numpy.tanh(sigmoid, out=sigmoid)
        numpy.multiply(sigmoid, 0.5, out=sigmoid)
        numpy.add(sigmoid, 0.5, out=sigmoid)
        if self.workload.decoder == "softplus":
            self.derive_softplus(sigmoid)
        else:
            numpy.subtract(sigmoid, self.own_clean, out=self.own_dz)
        self.team.barrier()
        self.decoder.learn()
        numpy.greater(self.own_y, 0, out=self.active_units)
        numpy.multiply(self.own_dy, self.active_units, out=self.own_dy)
        self.encoder.learn()

    def derive_softplus(self, slope):
        """(softplus(a) - x) softplus'(a), where softplus' is the sigmoid."""
        z = self.own_scratch
        # log(1 + exp(a)) = max(a, 0) + log(1 + exp(-|a|)): no overflow, and logaddexp is not vectorised.
        numpy.abs(self.own_z, out=z)
        numpy.negative(z, out=z)
        numpy.exp(z, out=z)
        numpy.add(z, 1, out=z)
        numpy.log(z, out=z)
        numpy.maximum(self.own_z, 0, out=self.own_z)
        numpy.add(z, self.own_z, out=z)
        numpy.subtract(z, self.own_clean, out=z)
        numpy.multiply(slope, z, out=self.own_dz)

    def step(self):
        self.draw()
        self.learn()

    def parameters(self):
        return [self.encoder.parameters(), self.decoder.parameters()]


def network(workload, parameters, data, team):
    kind = ClassifierNetwork if isinstance(workload, workloads.Classifier) else AutoEncoderNetwork
    return kind(workload, parameters, data, team)


if __name__ == "__main__":
    workloads.main(sys.modules[__name__])
