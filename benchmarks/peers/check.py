#!/usr/bin/python3
"""Checks that both peers compute what the workloads say: against PyTorch's autograd in double precision.

Every workload in a small shape, in every way a peer may choose, in one process and in two.
"""

import json
import pathlib
import struct
import sys
import tempfile
from dataclasses import replace

import numpy_peer
import pytorch_peer
import workloads

import numpy
import torch

STEPS = 14
TOLERANCE = 1e-4
# So low that the layers below fall into several blocks.
numpy_peer.SMALL = pytorch_peer.SMALL = 3600

CLASSIFIER = {"sizes": (40, 48, 52, 50, 10), "minibatch": 4, "rate": 0.1}
AUTO_ENCODER = {"sizes": (56, 50, 56), "minibatch": 4}
SHAPES = {
    "w-mnist": CLASSIFIER,
    "w-mnist-init": CLASSIFIER,
    "w-mnist-tanh": CLASSIFIER,
    "w-mnist-256": {**CLASSIFIER, "minibatch": 30},
    "w-dae": AUTO_ENCODER,
    "w-text": {**AUTO_ENCODER, "flipped_zeros": 0.05},
    "i-mnist": CLASSIFIER,
    "i-mnist-1000": {**CLASSIFIER, "minibatch": 30},
}


def small_data(workload, rng):
    inputs = workload.sizes[0]
    if isinstance(workload, workloads.Classifier):
        images = rng.random((60, inputs), dtype=numpy.float32) * (rng.random((60, inputs)) < 0.3)
        return images.astype(numpy.float32), rng.integers(workload.sizes[-1], size=60)
    if workload.flipped_zeros:
        return (workloads.texts(inputs, rows=60, ones=5),)
    return (numpy.maximum(rng.standard_normal((60, inputs), dtype=numpy.float32), 0),)


def parameters_with_signs(workload, rng):
    """Initial parameters with some biases, and the signs of the hidden units, as (weights, biases, signs)."""
    layers = [(w, 0.1 * rng.standard_normal(b.size, dtype=numpy.float32)) for w, b in
              workloads.initial_parameters(workload.sizes)]
    signed = isinstance(workload, workloads.Classifier) and workload.activation == "rectifier"
    return [(w, b, numpy.where(numpy.arange(b.size) % 2, -1, 1) if signed and i < len(layers) - 1 else None)
            for i, (w, b) in enumerate(layers)]


def folded(layers):
    """As the product's file of them is read: through the same reader."""
    tensors = {}
    for i, (weights, biases, signs) in enumerate(layers):
        name = "output" if i == len(layers) - 1 else f"layer-{i + 1}"
        tensors[f"{name}/weights"], tensors[f"{name}/biases"] = weights, biases[None, :]
        if signs is not None:
            tensors[f"{name}/signs"] = signs
    header, body = {"__metadata__": {}}, b""
    for name, values in tensors.items():
        raw = values.astype("<f4").tobytes()
        header[name] = {"dtype": "F32", "shape": values.shape, "data_offsets": [len(body), len(body) + len(raw)]}
        body += raw
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "parameters.safetensors")
        encoded = json.dumps(header).encode()
        file.write_bytes(struct.pack("<Q", len(encoded)) + encoded + body)
        return workloads.trained_parameters(file, [layers[0][0].shape[0]] + [b.size for _, b, _ in layers])


class Reference:
    """The workload as it is written down, by autograd, in double precision, signs and all."""

    def __init__(self, workload, layers):
        self.workload = workload
        self.layers = [(torch.tensor(w, dtype=torch.double, requires_grad=True),
                        torch.tensor(b, dtype=torch.double, requires_grad=True),
                        1 if s is None else torch.tensor(s, dtype=torch.double)) for w, b, s in layers]

    def outputs(self, x):
        hidden, penalty = x, 0
        for w, b, s in self.layers[:-1]:
            a = hidden @ w + b
            hidden = torch.tanh(a) if getattr(self.workload, "activation", "") == "tanh" else s * torch.relu(a)
            penalty = penalty + hidden.abs().sum(1).mean()
        w, b, _ = self.layers[-1]
        return hidden @ w + b, penalty

    @torch.enable_grad()
    def learn(self, x, target):
        a, penalty = self.outputs(x)
        if isinstance(self.workload, workloads.Classifier):
            cost = -(torch.log_softmax(a, 1) * target).sum(1).mean() + self.workload.penalty * penalty
        elif self.workload.decoder == "softplus":
            cost = ((torch.nn.functional.softplus(a) - target) ** 2).sum(1).mean()
        else:
            z = torch.sigmoid(a)
            cost = -(target * z.log() + (1 - target) * (1 - z).log()).sum(1).mean()
        cost.backward()
        with torch.no_grad():
            for parameter in (one for w, b, _ in self.layers for one in (w, b)):
                parameter -= self.workload.rate * parameter.grad
                parameter.grad = None

    def parameters(self):
        signs = 1
        for w, b, s in self.layers:
            yield (signs * w).detach().numpy(), b.detach().numpy()
            signs = s if isinstance(s, int) else s[:, None]


def double(values):
    return torch.as_tensor(numpy.array(values), dtype=torch.double)


def drawn(network, workload):
    """The input a network is about to learn from, and the target."""
    if isinstance(workload, workloads.Classifier):
        return double(network.x), double(network.targets)
    if not workload.flipped_zeros:
        return double(network.corrupted), double(network.clean)
    columns, dense = network.encoder.active
    corrupted = numpy.zeros(network.clean.shape)
    corrupted[:, numpy.array(columns)] = numpy.array(dense)
    return double(corrupted), double(network.clean)


def check(library, name, processes):
    workload = replace(workloads.WORKLOADS[name], **SHAPES[name])
    rng = numpy.random.default_rng(7)
    layers = parameters_with_signs(workload, rng)
    team, parameters = workloads.Team(processes), folded(layers)
    network = library.network(workload, parameters, small_data(workload, rng), team)
    reference = Reference(workload, layers)
    team.start()
    network.prepare()
    wrong = 0
    for _ in range(STEPS):
        team.agree(1)
        network.draw()
        x, target = drawn(network, workload)
        if getattr(workload, "learns", True):
            if team.rank == 0:
                reference.learn(x, target)
            network.learn()
        else:
            network.classify()
            wrong += int((reference.outputs(x)[0].argmax(1).numpy() != numpy.array(network.classes)).sum())
    team.barrier()
    team.finish()
    ways = sum(len(choice.ways) for choice in network.choices)
    if not getattr(workload, "learns", True):
        return wrong == 0, f"{wrong} classes differ", ways
    error, moved = 0.0, numpy.inf
    for ours, theirs, start in zip(network.parameters(), reference.parameters(), parameters):
        for a, b, c in zip(ours, theirs, start):
            error = max(error, numpy.abs(a - b).max() / numpy.abs(b - c).max())
            moved = min(moved, numpy.abs(b - c).max())
    return error < TOLERANCE and moved > 1e-4, f"error {error:.1e} of the change", ways


def check_corruption(library):
    """Rates of the noise, in the real shapes: within five standard deviations."""
    failures = []

    def expect(what, hits, trials, rate):
        good = abs(hits - trials * rate) < 5 * numpy.sqrt(trials * rate * (1 - rate))
        print(f"{'ok    ' if good else 'FAILED'} {library.name}: {what} {hits / trials:.4f}, expected {rate}")
        failures.extend([] if good else [what])

    for name in ("w-dae", "w-text"):
        workload = replace(workloads.WORKLOADS[name], sizes=(workloads.WORKLOADS[name].sizes[0], 16, 16)[:2]
                           + (workloads.WORKLOADS[name].sizes[0],))
        data = workloads.data_of(workload)
        network = library.network(workload, workloads.initial_parameters(workload.sizes), data, workloads.Team(1))
        network.prepare()
        ones = zeros = kept = struck = 0
        for _ in range(100):
            network.draw()
            x, clean = (values.numpy() for values in drawn(network, workload))
            ones, kept = ones + (clean != 0).sum(), kept + ((clean != 0) & (x == clean)).sum()
            zeros, struck = zeros + (clean == 0).sum(), struck + ((clean == 0) & (x != clean)).sum()
        if workload.flipped_zeros:
            expect("w-text, ones kept", kept, ones, workload.kept_ones)
            expect("w-text, zeros set", struck, zeros, workload.flipped_zeros)
        else:
            expect("w-dae, masked", ones - kept, ones, workload.masking)
    return failures


def main():
    failures = []
    for library in (pytorch_peer, numpy_peer):
        for name in workloads.WORKLOADS:
            for processes in (1, 2):
                good, what, ways = check(library, name, processes)
                print(f"{'ok    ' if good else 'FAILED'} {library.name:8} {name:13} {processes} processes, "
                      f"{ways} ways: {what}")
                failures.extend([] if good else [name])
        failures += check_corruption(library)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
