package org.rectify.api.dataset;

/**
 * Dense inputs, kept in whatever form is compact and converted row by row as they are needed.
 *
 * <p>Implementations are safe for use by several threads; row i is the same at every call.
 *
 * @since 0.1
 */
public non-sealed interface DenseFeatures extends Features {

    /**
     * Writes one example, scaled as the network sees it.
     *
     * @param row from 0
     * @param target overwritten from {@code offset} for {@link #columns()} elements
     */
    void copyRow(int row, float[] target, int offset);
}
