package org.rectify.kernels.vector;

/** Inputs and units of a layer, written {@code 784x1000}. */
record LayerShape(int inputs, int units) {

    /** Reads what {@link #toString()} writes. */
    static LayerShape of(String text) {
        int middle = text.indexOf('x');
        return new LayerShape(
                Integer.parseInt(text.substring(0, middle)), Integer.parseInt(text.substring(middle + 1)));
    }

    /** What the weights take. */
    long bytes() {
        return (long) inputs * units * Float.BYTES;
    }

    @Override
    public String toString() {
        return inputs + "x" + units;
    }
}
