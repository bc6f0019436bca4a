#!/usr/bin/python3
"""The workloads in PyTorch: manual forward and backward into tensors made beforehand, no autograd.

Updates are fused into the product (W.addmm_(x', d, alpha=-rate)), so that no gradient is ever stored. See README.md for
what was tried.
"""

import functools
import sys

import workloads

workloads.limit_threads()

import torch
from torch.nn.functional import embedding_bag

BLAS = workloads.open_blas()

torch.set_num_threads(1)
torch.set_grad_enabled(False)
torch.set_flush_denormal(True)

name = "PyTorch"
version = torch.__version__
description = "Rectify's workloads in PyTorch"

# Below this many multiply-adds OpenBLAS (AVX-512 builds) multiplies without packing its operands first.
SMALL = 1_000_000


def use_threads(number):
    # Only those of products: PyTorch's own make its operations on a minibatch slower.
    BLAS.openblas_set_num_threads(number)


def small(others):
    """How many rows a block may have; None where so few that it is not worth a call."""
    rows = SMALL // others
    return rows if rows >= 16 else None


def blocks(length, size):
    return [slice(start, min(start + size, length)) for start in range(0, length, size or length)]


def adder(x, w, y, size=None):
    """Products that add x w to y, in blocks of rows of w."""
    return [functools.partial(y.addmm_, x[:, rows], w[rows]) for rows in blocks(len(w), size or len(w))]


def backward(d, w, g, rows):
    return functools.partial(torch.mm, d, w[rows].t(), out=g[:, rows])


def updater(x, d, w, rate, size=None):
    """Products that add -rate x'd to w, in blocks of rows of w."""
    return [functools.partial(w[rows].addmm_, x[:, rows].t(), d, alpha=-rate)
            for rows in blocks(len(w), size or len(w))]


def run(products):
    for product in products:
        product()


class FirstLayer:
    """Owns the weights of this process's units; owes nobody an input gradient."""

    def __init__(self, team, minibatch, weights, biases, rate):
        shares = [team.share(weights.shape[1], rank) for rank in range(team.size)]
        self.panels = [tensor(team, weights.shape[0], units.stop - units.start) for units in shares]
        for panel, units in zip(self.panels, shares):
            panel[:] = torch.from_numpy(weights[:, units])
        self.team, self.biases, self.rate = team, tensor(team, biases.size), rate
        self.biases[:] = torch.from_numpy(biases)
        self.x = torch.zeros(minibatch, weights.shape[0])

    def prepare(self, y, d, sparse=False):
        """Sparse: whoever draws the input gives its active columns; the whole of it is not made."""
        units = self.team.share(len(self.biases))
        self.w, self.b = self.panels[self.team.rank], self.biases[units]
        self.y, self.d, self.sparse = y[:, units], None if d is None else d[:, units], sparse
        self.ones, self.gathered = torch.ones(len(self.x)), torch.empty_like(self.w)
        size = small(len(self.x) * len(self.b))
        ways = {}
        for name, rows in {"whole": None, "blocks": size}.items():
            if name == "whole" or rows:
                if not sparse:
                    ways[name] = self.dense(rows)
                ways[f"{name}, active rows"] = self.active_rows(rows)
        self.choice = workloads.Choice("first layer", ways)

    def dense(self, size):
        parts = [functools.partial(run, adder(self.x, self.w, self.y, size))]
        if self.d is not None:
            parts.append(functools.partial(run, updater(self.x, self.d, self.w, self.rate, size)))
        return parts

    def active_rows(self, size):
        """Gathers the rows of weights that an active input reads, and learns on the copies."""
        def forward():
            if not self.sparse:
                columns = self.x.sum(0).nonzero()[:, 0]
                self.active = columns, self.x.index_select(1, columns)
            columns, x = self.active
            w = torch.index_select(self.w, 0, columns, out=self.gathered[: len(columns)])
            run(adder(x, w, self.y, size))

        def learn():
            columns, x = self.active
            w = self.gathered[: len(columns)]
            run(updater(x, self.d, w, self.rate, size))
            self.w.index_copy_(0, columns, w)

        return [forward] if self.d is None else [forward, learn]

    def forward(self):
        self.y.copy_(self.b)
        self.choice.run()

    def learn(self):
        self.b.addmv_(self.d.t(), self.ones, alpha=-self.rate)
        self.choice.run(1)

    def parameters(self):
        return torch.hstack(self.panels).numpy(), self.biases.numpy().copy()


class InnerLayer:
    """Shares its weights: forward each process takes its columns, backward its rows, so that nothing is added twice."""

    def __init__(self, team, name, weights, biases, rate):
        self.team, self.name, self.rate = team, name, rate
        self.w, self.biases = tensor(team, *weights.shape), tensor(team, biases.size)
        self.w[:], self.biases[:] = torch.from_numpy(weights), torch.from_numpy(biases)

    def prepare(self, x, y, d, g, alone=False, rectified=True):
        """Alone: every process computes the whole output, because it is too small to be shared."""
        rows, own = self.team.share(x.shape[1]), self.team.share(y.shape[1])
        units = slice(0, y.shape[1]) if alone else own
        self.x, self.y, self.b = x, y[:, units], self.biases[units]
        size = small(self.y.numel())
        ways = {name: [functools.partial(run, adder(x, self.w[:, units], self.y, rows))]
                for name, rows in {"whole": None, "blocks": size}.items() if name == "whole" or rows}
        # Bags read whole rows of contiguous weights only, so a process could not take its columns; and they lose by far
        # where a product is large enough for BLAS or tiny.
        if rectified and self.team.size == 1 and len(x) <= 32 and not alone:
            ways["bags of active rows"] = [self.add_bags]
        self.forwards = workloads.Choice(f"{self.name} forward", ways)
        self.choices = [self.forwards]
        if d is not None:
            self.own_b, self.own_d, self.ones = self.biases[own], d[:, own], torch.ones(len(x))
            self.updates = workloads.Choice(f"{self.name} backward", self.backwards(x[:, rows], d, g[:, rows], rows))
            self.choices.append(self.updates)

    def add_bags(self):
        """Sums the rows of weights of each example's active units, weighted by their outputs."""
        active = self.x.nonzero()
        offsets = torch.bincount(active[:, 0], minlength=len(self.x)).cumsum(0)
        values = self.x.view(-1).index_select(0, torch.add(active[:, 1], active[:, 0], alpha=self.x.shape[1]))
        offsets = torch.cat([offsets.new_zeros(1), offsets])
        self.y.add_(embedding_bag(active[:, 1].int(), self.w, offsets.int(), mode="sum", per_sample_weights=values,
                                  include_last_offset=True))

    def backwards(self, x, d, g, rows):
        """Input gradient, then update: of the whole, or of block by block, where the update finds w in the cache."""
        w, size = self.w[rows], small(d.numel())
        ways = {"whole": [backward(d, w, g, slice(0, len(w))), *updater(x, d, w, self.rate)]}
        if size:
            gradients = [backward(d, w, g, piece) for piece in blocks(len(w), size)]
            ways["blocks"] = [one for pair in zip(gradients, updater(x, d, w, self.rate, size)) for one in pair]
            ways["gradient in blocks, update whole"] = [*gradients, *updater(x, d, w, self.rate)]
        return {name: [functools.partial(run, products)] for name, products in ways.items()}

    def forward(self):
        self.y.copy_(self.b)
        self.forwards.run()

    def learn(self):
        if len(self.own_b):
            self.own_b.addmv_(self.own_d.t(), self.ones, alpha=-self.rate)
        self.updates.run()

    def parameters(self):
        return self.w.numpy().copy(), self.biases.numpy().copy()


def tensor(team, *shape):
    return torch.from_numpy(team.array(*shape))


def silence(d, h):
    """Sets d to zero where the rectifier's output h is."""
    torch.ops.aten.threshold_backward.grad_input(d, h, 0, grad_input=d)


class ClassifierNetwork:
    def __init__(self, workload, parameters, data, team):
        self.team, self.minibatch, self.workload = team, workload.minibatch, workload
        self.images = torch.from_numpy(data[0])
        self.one_hot = torch.eye(workload.sizes[-1])[torch.from_numpy(data[1])]
        rate = workload.rate / workload.minibatch
        self.first = FirstLayer(team, workload.minibatch, *parameters[0], rate)
        self.inner = [InnerLayer(team, f"layer {i}", *layer, rate) for i, layer in enumerate(parameters[1:], 2)]
        self.h = [tensor(team, workload.minibatch, units) for units in workload.sizes[1:-1]]
        self.d = [tensor(team, workload.minibatch, units) for units in workload.sizes[1:-1]]
        self.minibatches = workloads.Minibatches(len(self.images), workload.minibatch)

    def prepare(self):
        self.x = self.first.x
        self.output = torch.zeros(self.minibatch, self.workload.sizes[-1])
        self.targets, self.gradient = torch.zeros_like(self.output), torch.zeros_like(self.output)
        self.classes = torch.zeros(self.minibatch, dtype=torch.long)
        learns, rectified = self.workload.learns, self.workload.activation == "rectifier"
        self.first.prepare(self.h[0], self.d[0] if learns else None)
        outputs, gradients = [*self.h[1:], self.output], [*self.d[1:], self.gradient]
        for layer, x, y, d, g in zip(self.inner, self.h, outputs, gradients, self.d):
            layer.prepare(x, y, d if learns else None, g, alone=y is self.output, rectified=rectified)
        self.choices = [self.first.choice] + [choice for layer in self.inner for choice in layer.choices]
        self.own_h = [h[:, self.team.share(h.shape[1])] for h in self.h]
        self.own_d = [d[:, self.team.share(d.shape[1])] for d in self.d]
        self.slopes = [torch.zeros(h.shape) for h in self.own_h]

    def draw(self):
        rows = torch.from_numpy(self.minibatches.draw())
        torch.index_select(self.images, 0, rows, out=self.x)
        if self.workload.learns:
            torch.index_select(self.one_hot, 0, rows, out=self.targets)

    def activate(self, h):
        if self.workload.activation == "tanh":
            h.tanh_()
        else:
            h.relu_()
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
            # d (1 - h^2) = d - d h h
            torch.mul(d, h, out=slope)
            d.addcmul_(slope, h, value=-1)
        else:
            if self.workload.penalty:
                d.add_(self.workload.penalty)
            silence(d, h)

    def learn(self):
        self.forward()
        torch.softmax(self.output, 1, out=self.gradient)
        self.gradient.sub_(self.targets)
        # Nobody may change the output weights while another still reads them.
        self.team.barrier()
        for layer, h, d, slope in zip(self.inner[::-1], self.own_h[::-1], self.own_d[::-1], self.slopes[::-1]):
            layer.learn()
            self.derive(h, d, slope)
            self.team.barrier()
        self.first.learn()

    def classify(self):
        self.forward()
        torch.argmax(self.output, 1, out=self.classes)

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
        self.data = torch.from_numpy(data[0])
        # The derivative of (z - x)^2 has a factor of 2: it goes into the rate.
        rate = (2 if workload.decoder == "softplus" else 1) * workload.rate / workload.minibatch
        self.encoder = FirstLayer(team, workload.minibatch, *parameters[0], rate)
        self.decoder = InnerLayer(team, "decoder", *parameters[1], rate)
        self.y, self.dy = (tensor(team, workload.minibatch, workload.sizes[1]) for _ in range(2))
        self.z, self.dz = (tensor(team, workload.minibatch, workload.sizes[2]) for _ in range(2))
        self.minibatches = workloads.Minibatches(len(self.data), workload.minibatch)
        self.sparse = workloads.SparseCorruption(workload, data[0]) if workload.flipped_zeros else None

    def prepare(self):
        torch.manual_seed(workloads.SEED)
        self.corrupted = self.encoder.x
        self.encoder.prepare(self.y, self.dy, sparse=self.sparse is not None)
        self.decoder.prepare(self.y, self.z, self.dz, self.dy)
        self.choices = [self.encoder.choice, *self.decoder.choices]
        units, outputs = self.team.share(self.y.shape[1]), self.team.share(self.z.shape[1])
        self.own_y, self.own_dy = self.y[:, units], self.dy[:, units]
        self.own_z, self.own_dz = self.z[:, outputs], self.dz[:, outputs]
        self.clean = torch.from_numpy(self.sparse.clean) if self.sparse else torch.zeros_like(self.corrupted)
        self.own_clean = self.clean[:, outputs]
        self.own_scratch = torch.zeros(self.own_z.shape)
        self.random = torch.zeros((self.clean.numel() + 7) // 8, dtype=torch.long)
        self.drawn = self.random.view(torch.uint8)[: self.clean.numel()].view(self.clean.shape)
        self.kept = torch.zeros(self.clean.shape, dtype=torch.bool)

    def draw(self):
        rows = self.minibatches.draw()
        if self.sparse:
            columns, corrupted = self.sparse.draw(rows)
            self.encoder.active = torch.from_numpy(columns), torch.from_numpy(corrupted)
        else:
            torch.index_select(self.data, 0, torch.from_numpy(rows), out=self.clean)
            # A random byte is as good as a random float, and five times as fast as bernoulli_: 0.25 is 64 in 256.
            self.random.random_(-(2**63), None)
            torch.ge(self.drawn, round(256 * self.workload.masking), out=self.kept)
            torch.mul(self.clean, self.kept, out=self.corrupted)

    def learn(self):
        self.encoder.forward()
        self.own_y.relu_()
        self.team.barrier()
        self.decoder.forward()
        if self.workload.decoder == "softplus":
            # (softplus(a) - x) softplus'(a), where softplus' is the sigmoid.
            torch._C._nn.softplus(self.own_z, out=self.own_scratch)
            self.own_scratch.sub_(self.own_clean)
            torch.mul(self.own_z.sigmoid_(), self.own_scratch, out=self.own_dz)
        else:
            torch.sub(self.own_z.sigmoid_(), self.own_clean, out=self.own_dz)
        self.team.barrier()
        self.decoder.learn()
        silence(self.own_dy, self.own_y)
        self.encoder.learn()

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
