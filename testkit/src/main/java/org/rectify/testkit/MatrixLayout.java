package org.rectify.testkit;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The ways in which the elements of a matrix may lie in memory. */
enum MatrixLayout {
    /** Row after row. */
    ROWS {
        @Override
        INDArray empty(DataType type, long rows, long columns) {
            return Nd4j.create(type, new long[] {rows, columns}, 'c');
        }
    },
    /** Column after column. */
    COLUMNS {
        @Override
        INDArray empty(DataType type, long rows, long columns) {
            return Nd4j.create(type, new long[] {rows, columns}, 'f');
        }
    },
    /** The rows of another matrix as columns. */
    TRANSPOSED {
        @Override
        INDArray empty(DataType type, long rows, long columns) {
            return ROWS.empty(type, columns, rows).transpose();
        }
    },
    /** The inside of a larger matrix. */
    VIEW {
        @Override
        INDArray empty(DataType type, long rows, long columns) {
            return inside(ROWS.empty(type, rows + 2, columns + 3));
        }
    };

    /** A matrix of this layout. */
    abstract INDArray empty(DataType type, long rows, long columns);

    /** A copy of a matrix in this layout. */
    INDArray copyOf(INDArray matrix) {
        INDArray copy = empty(matrix.dataType(), matrix.rows(), matrix.columns());
        copy.assign(matrix);
        return copy;
    }

    /** A view of all but the first and last row, the first two columns and the last. */
    static INDArray inside(INDArray larger) {
        return larger.get(
                NDArrayIndex.interval(1, larger.rows() - 1L), NDArrayIndex.interval(2, larger.columns() - 1L));
    }
}
