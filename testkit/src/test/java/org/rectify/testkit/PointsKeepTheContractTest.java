package org.rectify.testkit;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.Features;
import org.rectify.api.dataset.Split;
import org.rectify.api.random.RandomStreams;

class PointsKeepTheContractTest extends DatasetContract<Points.Options> {

    @Override
    protected DatasetFactory<Points.Options> factory() {
        return new Points();
    }

    @Override
    protected Sizes sizes() {
        return new Sizes(40, 20, 30);
    }

    @Override
    protected boolean dependsOnSeed() {
        return true;
    }

    /** The same points, of which numbers are to be told. */
    @Nested
    class Measured extends DatasetContract<Points.Options> {

        @Override
        protected DatasetFactory<Points.Options> factory() {
            return new MeasuredPoints();
        }

        @Override
        protected Sizes sizes() {
            return new Sizes(40, 20, 30);
        }

        @Override
        protected boolean dependsOnSeed() {
            return true;
        }
    }

    /** The same points as sparse rows, some without entries, and more of them without labels. */
    @Nested
    class Sparse extends DatasetContract<Points.Options> {

        @Override
        protected DatasetFactory<Points.Options> factory() {
            return new SparsePoints();
        }

        @Override
        protected Sizes sizes() {
            return new Sizes(40, 20, 30);
        }

        @Override
        protected boolean dependsOnSeed() {
            return true;
        }

        @Override
        protected int sampleSize() {
            return 25;
        }

        @Override
        protected int sharedExamples() {
            return 15;
        }
    }

    private static final class SparsePoints extends Points {

        @Override
        public Dataset create(Options options, ComponentContext context) {
            Dataset labelled = super.create(options, context);
            Features unlabelled = features("unlabelled", 50, context.random());
            return new Dataset() {
                @Override
                public DatasetInfo info() {
                    return labelled.info();
                }

                @Override
                public Split train() {
                    return labelled.train();
                }

                @Override
                public Split validation() {
                    return labelled.validation();
                }

                @Override
                public Split test() {
                    return labelled.test();
                }

                @Override
                public Optional<Features> unlabelled() {
                    return Optional.of(unlabelled);
                }
            };
        }

        /** Every tenth row has no entries, every other row two. */
        @Override
        Features features(String name, int size, RandomStreams streams) {
            int[] offsets = new int[size + 1];
            for (int row = 0; row < size; row++) {
                offsets[row + 1] = offsets[row] + (row % 10 == 3 ? 0 : COLUMNS);
            }
            int[] columns = IntStream.range(0, offsets[size])
                    .map(entry -> entry % COLUMNS)
                    .toArray();
            float[] values = points(name, size, streams);
            float[] kept = new float[columns.length];
            System.arraycopy(values, 0, kept, 0, kept.length);
            return new CompressedRows(COLUMNS, offsets, columns, kept);
        }
    }
}
