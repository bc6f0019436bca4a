package org.rectify.engine.benchmark;

/**
 * What one workload did.
 *
 * @param threads that computed
 * @param examplesPerSecond over the windows
 * @param sparsity mean fraction of zeros in the outputs of the hidden layers, over the windows
 * @param skipped fraction of multiply-adds of weights that were left out, over the windows
 */
public record BenchmarkResult(
        String workload,
        String backend,
        int threads,
        int minibatchSize,
        Speed examplesPerSecond,
        double sparsity,
        double skipped) {}
