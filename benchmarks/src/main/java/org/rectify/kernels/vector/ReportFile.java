package org.rectify.kernels.vector;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The results as JSON; numbers in the units of their names, GB/s and GFLOP/s in powers of ten. */
final class ReportFile {

    private final ObjectNode root = new ObjectMapper().createObjectNode();

    ReportFile() {
        root.put("processor", MachineName.processor())
                .put("java", Runtime.version().toString());
        ArrayNode flags = root.putArray("flags");
        BenchmarkProcess.flags().forEach(flags::add);
    }

    void add(MachineLimits limits) {
        ObjectNode node = root.putObject("limits");
        node.put("threads", limits.threads()).put("gflops", limits.gflops());
        ArrayNode arrays = node.putArray("bandwidths");
        limits.bandwidths()
                .forEach((bytes, bandwidth) -> arrays.addObject()
                        .put("bytes", bytes)
                        .put("read", bandwidth.read())
                        .put("read-and-write", bandwidth.readAndWrite()));
    }

    void add(KernelResult result) {
        KernelCase measured = result.measured();
        root.withArray("kernels")
                .addObject()
                .put("kernel", measured.kernel().title())
                .put("layer", measured.layer().toString())
                .put("minibatch", measured.minibatch())
                .put("active", measured.active())
                .put("microseconds", result.microseconds())
                .put("fastest", result.fastest())
                .put("slowest", result.slowest())
                .put("gflops", result.gflops())
                .put("gigabytes", result.gigabytes())
                .put("of-peak", result.ofPeak())
                .put("of-bandwidth", result.ofBandwidth());
    }

    void add(Crossover crossover) {
        ObjectNode node = root.withArray("crossovers").addObject();
        node.put("layer", crossover.layer().toString())
                .put("minibatch", crossover.minibatch())
                .put("dense", crossover.dense());
        ObjectNode sparse = node.putObject("sparse");
        crossover.sparse().forEach((active, time) -> sparse.put(active.toString(), time));
        crossover.fraction().ifPresent(fraction -> node.put("dense-faster-from", fraction));
    }

    String text() {
        return root.toPrettyString() + "\n";
    }
}
