package org.rectify.api.dataset;

/**
 * The inputs of a split: dense rows, or compressed sparse rows; at least one column, possibly no rows.
 *
 * @since 0.1
 */
public sealed interface Features permits DenseFeatures, CompressedRows {

    /** Number of examples. */
    int rows();

    /** Number of inputs of each example. */
    int columns();
}
