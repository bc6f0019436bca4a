package org.rectify.kernels.vector;

import java.util.List;

/** A kernel that is measured, and what it does for each weight it meets. */
enum Kernel {
    FORWARD_SPARSE("ForwardKernel.sparse", KernelBenchmarks.class, "forwardSparse", 1, false, true),
    FORWARD_DENSE("ForwardKernel.dense", KernelBenchmarks.class, "forwardDense", 1, false, false),
    GRADIENT_AND_UPDATE("BackwardKernel.gradientAndUpdate", KernelBenchmarks.class, "gradientAndUpdate", 2, true, true),
    GRADIENT("BackwardKernel.gradient", KernelBenchmarks.class, "gradient", 1, false, true),
    UPDATE("BackwardKernel.update", KernelBenchmarks.class, "update", 1, true, true),
    OUTPUT_FORWARD("OutputKernel.forward", OutputKernelBenchmarks.class, "forward", 1, false, true),
    OUTPUT_GRADIENT_AND_UPDATE(
            "OutputKernel.gradientAndUpdate", OutputKernelBenchmarks.class, "gradientAndUpdate", 2, true, true);

    private static final String FIRST = "784x1000";
    private static final String MIDDLE = "1000x1000";
    private static final String WIDE = "5000x5000";
    private static final String OUTPUT = "1000x10";

    private final String title;
    private final Class<?> benchmarks;
    private final String method;
    private final int multiplyAdds;
    private final boolean writes;
    private final boolean skipsZeros;

    Kernel(String title, Class<?> benchmarks, String method, int multiplyAdds, boolean writes, boolean skipsZeros) {
        this.title = title;
        this.benchmarks = benchmarks;
        this.method = method;
        this.multiplyAdds = multiplyAdds;
        this.writes = writes;
        this.skipsZeros = skipsZeros;
    }

    /** The class and its method, as the engine's sources name them. */
    String title() {
        return title;
    }

    /** The class that runs it. */
    Class<?> benchmarks() {
        return benchmarks;
    }

    /** The method that runs it. */
    String method() {
        return method;
    }

    /** Multiply-adds for each weight of each active input of each example. */
    int multiplyAdds() {
        return multiplyAdds;
    }

    /** Whether weights are written back. */
    boolean writes() {
        return writes;
    }

    /** Whether rows of inputs that are zero are left out. */
    boolean skipsZeros() {
        return skipsZeros;
    }

    /** The layers it works on in a network, at minibatches of ten. */
    List<String> layers() {
        return switch (this) {
            case FORWARD_SPARSE, FORWARD_DENSE, UPDATE -> List.of(FIRST, MIDDLE, WIDE);
            case GRADIENT_AND_UPDATE, GRADIENT -> List.of(MIDDLE, WIDE);
            case OUTPUT_FORWARD, OUTPUT_GRADIENT_AND_UPDATE -> List.of(OUTPUT);
        };
    }

    /** The layers it is measured on at larger minibatches too. */
    List<String> layersOfLargeMinibatches() {
        return switch (this) {
            case FORWARD_SPARSE, FORWARD_DENSE, GRADIENT_AND_UPDATE -> List.of(MIDDLE);
            case GRADIENT, UPDATE, OUTPUT_FORWARD, OUTPUT_GRADIENT_AND_UPDATE -> List.of();
        };
    }
}
