package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;
import org.rectify.api.array.OutputRange;
import org.rectify.api.reconstruction.ElementwiseReconstruction;
import org.rectify.api.reconstruction.Reconstruction;

/**
 * What every reconstruction must satisfy; its author extends this class and names the reconstruction.
 *
 * <pre>{@code
 * class LogCoshTest extends ReconstructionContract {
 *     @Override
 *     protected Reconstruction reconstruction() {
 *         return Components.make(new MyPlugin().reconstructions(), "linear-log-cosh");
 *     }
 * }
 * }</pre>
 *
 * <p>Every reconstruction is checked through its array forms, in 32 and 64 bits: gradients against finite differences,
 * targets of 0 and 1 and all through their interval, pre-activations as far as 1e6, the declared ranges, NaN, memory
 * layouts, purity. An {@link ElementwiseReconstruction} is checked through its scalar and bulk forms too. Kinks are
 * found from the costs and left out.
 *
 * @since 0.1
 */
public abstract class ReconstructionContract {

    private static final List<DataType> TYPES = List.of(DataType.FLOAT, DataType.DOUBLE);
    private static final List<OutputRange> RANGES = List.of(
            OutputRange.UNIT_INTERVAL, OutputRange.SIGNED_UNIT_INTERVAL, OutputRange.NON_NEGATIVE, OutputRange.REAL);
    private static final double[] EXTREMES = {1e6, 1e5, 1e4, 1000, 700, 100, 40};
    private static final int UNITS = 12;
    private static final float SENTINEL = -7.25f;

    /** The reconstruction under test. */
    protected abstract Reconstruction reconstruction();

    @Test
    final void someValuesAreAccepted() {
        assertThat(RANGES).as("ranges of values").anyMatch(reconstruction()::accepts);
    }

    @Test
    final void acceptedValuesAreThoseWhoseTargetsHaveTheirInterval() {
        Reconstruction reconstruction = reconstruction();
        for (OutputRange range : RANGES) {
            assertThat(reconstruction.accepts(range))
                    .as("whether values in %s are accepted", range)
                    .isEqualTo(reconstruction.targets().contains(reconstruction.targets(range)));
        }
    }

    @Test
    final void targetsLieInTheDeclaredRange() {
        Reconstruction reconstruction = reconstruction();
        for (OutputRange range : RANGES) {
            OutputRange declared = reconstruction.targets(range);
            for (DataType type : TYPES) {
                if (reconstruction.accepts(range)) {
                    INDArray targets = targets(reconstruction, Probes.inside(range, type, 8, UNITS), range);
                    assertThat(Agreement.those(targets, target -> !declared.contains(target)))
                            .as("targets of type %s outside %s, declared for values in %s", type, declared, range)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    final void targetsOfHalfNegatedValuesLieInTheInterval() {
        Reconstruction reconstruction = reconstruction();
        OutputRange interval = reconstruction.targets();
        for (OutputRange range : RANGES) {
            for (DataType type : TYPES) {
                if (reconstruction.accepts(range)) {
                    INDArray negated = Probes.inside(range, type, 8, UNITS).neg();
                    assertThat(Agreement.those(
                                    targets(reconstruction, negated, range), target -> !interval.contains(target)))
                            .as("targets of type %s outside %s, of negated values in %s", type, interval, range)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    final void reconstructionsLieInTheInterval() {
        Reconstruction reconstruction = reconstruction();
        OutputRange interval = reconstruction.targets();
        for (DataType type : TYPES) {
            INDArray decoded = decoded(reconstruction, Probes.minibatch(type, UNITS, Probes.upTo(Float.MAX_VALUE)));
            assertThat(Agreement.those(decoded, value -> !interval.contains(value)))
                    .as("reconstructions of type %s outside %s", type, interval)
                    .isEmpty();
        }
    }

    @Test
    final void gradientsAgreeWithFiniteDifferences() {
        assertGradients(
                Probes.minibatch(DataType.DOUBLE, 3, UNITS, "pre-activations"), randomTargets(DataType.DOUBLE, 3));
    }

    @Test
    final void gradientsOfAllZeroAndAllOneTargetsAgreeWithFiniteDifferences() {
        for (double target : new double[] {0, 1}) {
            if (reconstruction().targets().contains(target)) {
                INDArray preActivations = Probes.minibatch(DataType.DOUBLE, 2, UNITS, "targets");
                assertGradients(preActivations, preActivations.like().assign(target));
            }
        }
    }

    @Test
    final void costsOfExtremePreActivationsAreFinite() {
        for (DataType type : TYPES) {
            INDArray preActivations = Probes.minibatch(type, UNITS, Probes.upTo(EXTREMES[0]));
            for (double target : someTargets()) {
                Costed costed = costed(
                        reconstruction(), preActivations, preActivations.like().assign(target));
                assertThat(costed.cost())
                        .as("cost of type %s, target %s, of pre-activations up to %s", type, target, EXTREMES[0])
                        .isFinite();
                assertThat(Agreement.those(costed.gradients(), gradient -> !Double.isFinite(gradient)))
                        .as("gradients of type %s, target %s, that are not finite", type, target)
                        .isEmpty();
            }
        }
    }

    @Test
    final void costsOfExtremePreActivationsGrowAsTheirGradientsSay() {
        for (double extreme : EXTREMES) {
            for (double z : new double[] {extreme, -extreme}) {
                for (double target : someTargets()) {
                    double step = 1e-5 * extreme;
                    double difference = costAt(z + step, target) - costAt(z - step, target);
                    double gradient = gradientAt(z, target);
                    double precision = 1e-12 + 1e-14 * Math.abs(costAt(z, target)) / step;
                    assertThat(gradient)
                            .as("gradient at z = %s, target %s", z, target)
                            .matches(
                                    slope -> Math.abs(slope - difference / (2 * step))
                                            <= 1e-6 * Math.abs(slope) + precision,
                                    "agrees with the difference of costs " + difference / (2 * step));
                }
            }
        }
    }

    @Test
    final void downhillLeadsTowardsTheTarget() {
        Reconstruction reconstruction = reconstruction();
        INDArray preActivations = Probes.minibatch(DataType.DOUBLE, UNITS, Probes.ordinary());
        double[] z = Matrices.toDoubles(preActivations);
        double[] decoded = Matrices.toDoubles(decoded(reconstruction, preActivations));
        for (double target : someTargets()) {
            INDArray targets = preActivations.like().assign(target);
            double[] gradients = Matrices.toDoubles(
                    costed(reconstruction, preActivations, targets).gradients());
            for (int i = 0; i < z.length; i++) {
                assertThat((decoded[i] - target) * gradients[i])
                        .as("error times gradient at z = %s, target %s", z[i], target)
                        .isGreaterThanOrEqualTo(0);
            }
        }
    }

    @Test
    final void costsAreSummedOverExamples() {
        Reconstruction reconstruction = reconstruction();
        for (DataType type : TYPES) {
            INDArray preActivations = Probes.minibatch(type, 5, UNITS, "pre-activations");
            INDArray targets = randomTargets(type, 5);
            Costed whole = costed(reconstruction, preActivations, targets);
            double sum = 0;
            for (int row = 0; row < preActivations.rows(); row++) {
                Costed one = costed(reconstruction, preActivations.getRow(row, true), targets.getRow(row, true));
                sum += one.cost();
                Agreement.assertAgree(
                        "gradients of example " + row, whole.gradients().getRow(row, true), one.gradients(), 1e-6);
            }
            double expected = sum;
            assertThat(whole.cost())
                    .as("cost of five examples")
                    .matches(cost -> Agreement.agree(expected, cost), "agrees with the sum of their costs " + sum);
        }
    }

    @Test
    final void nanGivesNan() {
        Reconstruction reconstruction = reconstruction();
        for (DataType type : TYPES) {
            INDArray preActivations = Probes.minibatch(type, 2, UNITS, "pre-activations");
            preActivations.putScalar(1, 3, Double.NaN);
            INDArray targets = randomTargets(type, 2);
            Costed costed = costed(reconstruction, preActivations, targets);
            assertThat(costed.cost()).as("cost at NaN").isNaN();
            assertThat(costed.gradients().getDouble(1, 3)).as("gradient at NaN").isNaN();
            assertThat(decoded(reconstruction, preActivations).getDouble(1, 3))
                    .as("reconstruction at NaN")
                    .isNaN();
            for (OutputRange range : RANGES) {
                assertThat(targets(reconstruction, preActivations, range).getDouble(1, 3))
                        .as("target of NaN among values in %s", range)
                        .isNaN();
            }
        }
    }

    @Test
    final void bothPrecisionsAgree() {
        Reconstruction reconstruction = reconstruction();
        INDArray preActivations = Probes.minibatch(DataType.FLOAT, UNITS, Probes.upTo(1e3));
        INDArray targets = randomTargets(DataType.FLOAT, preActivations.rows());
        INDArray exact = preActivations.castTo(DataType.DOUBLE);
        Costed rounded = costed(reconstruction, preActivations, targets);
        Costed full = costed(reconstruction, exact, targets.castTo(DataType.DOUBLE));
        Agreement.assertAgree("gradients", full.gradients(), rounded.gradients(), 1e-5);
        assertThat(rounded.cost())
                .as("cost in 32 bits")
                .matches(cost -> Agreement.agree(full.cost(), cost, 1e-5), "agrees with " + full.cost());
        Agreement.assertAgree(
                "reconstructions", decoded(reconstruction, exact), decoded(reconstruction, preActivations), 1e-6);
        for (OutputRange range : RANGES) {
            INDArray values = Probes.inside(range, DataType.FLOAT, 8, UNITS);
            Agreement.assertAgree(
                    "targets of values in " + range,
                    targets(reconstruction, values.castTo(DataType.DOUBLE), range),
                    targets(reconstruction, values, range),
                    1e-6);
        }
    }

    @Test
    final void inputsAreLeftUntouched() {
        Reconstruction reconstruction = reconstruction();
        for (DataType type : TYPES) {
            INDArray preActivations = Probes.minibatch(type, 4, UNITS, "pre-activations");
            INDArray preActivationsBefore = preActivations.dup();
            INDArray targets = randomTargets(type, 4);
            INDArray targetsBefore = targets.dup();
            costed(reconstruction, preActivations, targets);
            Agreement.assertSame("pre-activations after cost", preActivationsBefore, preActivations);
            Agreement.assertSame("targets after cost", targetsBefore, targets);
            decoded(reconstruction, preActivations);
            Agreement.assertSame("pre-activations after decode", preActivationsBefore, preActivations);
            for (OutputRange range : RANGES) {
                INDArray values = Probes.inside(range, type, 4, UNITS);
                INDArray valuesBefore = values.dup();
                targets(reconstruction, values, range);
                Agreement.assertSame("values after target", valuesBefore, values);
            }
        }
    }

    @Test
    final void everyLayoutInMemoryWillDo() {
        Reconstruction reconstruction = reconstruction();
        OutputRange range = acceptedRange();
        for (DataType type : TYPES) {
            INDArray preActivations = Probes.minibatch(type, 4, UNITS, "pre-activations");
            INDArray values = Probes.inside(range, type, 4, UNITS);
            INDArray targets = targets(reconstruction, values, range);
            INDArray decoded = decoded(reconstruction, preActivations);
            Costed costed = costed(reconstruction, preActivations, targets);
            for (MatrixLayout from : MatrixLayout.values()) {
                for (MatrixLayout to : MatrixLayout.values()) {
                    String where = " in layout " + to + " from layout " + from;
                    INDArray found = to.empty(type, 4, UNITS);
                    reconstruction.target(from.copyOf(values), range, found);
                    Agreement.assertAgree("targets" + where, targets, found, 1e-6);
                    reconstruction.decode(from.copyOf(preActivations), found);
                    Agreement.assertAgree("reconstructions" + where, decoded, found, 1e-6);
                    reconstruction.cost(from.copyOf(preActivations), to.copyOf(targets), found);
                    Agreement.assertAgree("gradients" + where, costed.gradients(), found, 1e-6);
                }
            }
        }
    }

    @Test
    final void whatSurroundsAViewIsLeftUntouched() {
        Reconstruction reconstruction = reconstruction();
        OutputRange range = acceptedRange();
        for (DataType type : TYPES) {
            INDArray preActivations = Probes.minibatch(type, 4, UNITS, "pre-activations");
            INDArray around = Nd4j.valueArrayOf(new long[] {6, UNITS + 3}, SENTINEL, type);
            reconstruction.target(Probes.inside(range, type, 4, UNITS), range, MatrixLayout.inside(around));
            reconstruction.decode(preActivations, MatrixLayout.inside(around));
            reconstruction.cost(preActivations, randomTargets(type, 4), MatrixLayout.inside(around));
            MatrixLayout.inside(around).assign(SENTINEL);
            assertThat(Agreement.those(around, value -> value != SENTINEL))
                    .as("what surrounds numbers written into a view")
                    .isEmpty();
        }
    }

    @Test
    final void theSameInputsAlwaysGiveTheSame() {
        Reconstruction reconstruction = reconstruction();
        INDArray preActivations = Probes.minibatch(DataType.FLOAT, 4, UNITS, "pre-activations");
        INDArray targets = randomTargets(DataType.FLOAT, 4);
        Costed once = costed(reconstruction, preActivations, targets);
        costed(reconstruction, Probes.minibatch(DataType.FLOAT, 7, UNITS, "others"), randomTargets(DataType.FLOAT, 7));
        Costed again = costed(reconstruction, preActivations, targets);
        assertThat(again.cost()).as("cost asked again").isEqualTo(once.cost());
        Agreement.assertSame("gradients asked again", once.gradients(), again.gradients());
    }

    @Test
    final void threadsDoNotDisturbEachOther() {
        Reconstruction reconstruction = reconstruction();
        List<Runnable> runs = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            INDArray preActivations = Probes.minibatch(DataType.FLOAT, 4, UNITS, "thread-" + thread);
            INDArray targets = randomTargets(DataType.FLOAT, 4);
            Costed expected = costed(reconstruction, preActivations, targets);
            runs.add(() -> {
                for (int round = 0; round < 25; round++) {
                    Costed found = costed(reconstruction, preActivations, targets);
                    assertThat(found.cost()).as("cost among threads").isEqualTo(expected.cost());
                    Agreement.assertSame("gradients among threads", expected.gradients(), found.gradients());
                }
            });
        }
        Threads.runAll(runs);
    }

    @Test
    final void scalarDerivativesAgreeWithFiniteDifferences() {
        ElementwiseReconstruction reconstruction = elementwise();
        int known = 0;
        double[] points = Probes.ordinary();
        for (double target : someTargets()) {
            for (double z : points) {
                Slope slope = Slope.of(moved -> reconstruction.cost(moved, target), z);
                if (slope.isKnown()) {
                    known++;
                    assertThat(reconstruction.derivative(z, target))
                            .as("derivative at z = %s, target %s", z, target)
                            .matches(slope::agreesWith, "agrees with the finite difference " + slope.estimate());
                }
            }
        }
        assertThat(known)
                .as("points at which costs are smooth")
                .isGreaterThan(points.length * someTargets().length / 2);
    }

    @Test
    final void arrayFormsAgreeWithScalarForms() {
        ElementwiseReconstruction reconstruction = elementwise();
        INDArray preActivations = Probes.minibatch(DataType.DOUBLE, 4, UNITS, "pre-activations");
        INDArray targets = randomTargets(DataType.DOUBLE, 4);
        double[] z = Matrices.toDoubles(preActivations);
        double[] t = Matrices.toDoubles(targets);
        double[] decoded = Matrices.toDoubles(decoded(reconstruction, preActivations));
        Costed costed = costed(reconstruction, preActivations, targets);
        double[] gradients = Matrices.toDoubles(costed.gradients());
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            sum += reconstruction.cost(z[i], t[i]);
            assertAgrees("reconstruction at z = " + z[i], reconstruction.decode(z[i]), decoded[i], 1e-12);
            assertAgrees("gradient at z = " + z[i], reconstruction.derivative(z[i], t[i]), gradients[i], 1e-12);
        }
        assertAgrees("cost", sum, costed.cost(), 1e-12);
        for (OutputRange range : RANGES) {
            INDArray values = Probes.inside(range, DataType.DOUBLE, 4, UNITS);
            double[] found = Matrices.toDoubles(targets(reconstruction, values, range));
            double[] v = Matrices.toDoubles(values);
            for (int i = 0; i < v.length; i++) {
                assertAgrees("target of " + v[i] + " in " + range, reconstruction.target(v[i], range), found[i], 1e-12);
            }
        }
    }

    @Test
    final void bulkTargetsAgreeWithScalarForms() {
        ElementwiseReconstruction reconstruction = elementwise();
        for (OutputRange range : RANGES) {
            float[] values = Matrices.toFloats(Probes.inside(range, DataType.FLOAT, 8, UNITS));
            float[] negated = Matrices.toFloats(
                    Probes.inside(range, DataType.FLOAT, 8, UNITS).neg());
            for (float[] signed : List.of(values, negated)) {
                float[] targets = new float[signed.length];
                reconstruction.target(signed, 0, signed.length, range, targets);
                for (int i = 0; i < signed.length; i++) {
                    double expected = (float) reconstruction.target(signed[i], range);
                    assertThat((double) targets[i])
                            .as("bulk target of %s among values in %s", signed[i], range)
                            .matches(
                                    target -> Agreement.agreeWithZeros(expected, target),
                                    "agrees with the scalar form's " + expected);
                }
            }
        }
    }

    @Test
    final void bulkReconstructionsAgreeWithScalarForms() {
        ElementwiseReconstruction reconstruction = elementwise();
        float[] z = Probes.floats(Probes.upTo(Float.MAX_VALUE));
        float[] decoded = new float[z.length];
        reconstruction.decode(z, 0, z.length, decoded);
        for (int i = 0; i < z.length; i++) {
            assertAgrees(
                    "bulk reconstruction at z = " + z[i],
                    (float) reconstruction.decode((double) z[i]),
                    decoded[i],
                    1e-6);
        }
    }

    @Test
    final void bulkCostsAgreeWithScalarForms() {
        ElementwiseReconstruction reconstruction = elementwise();
        float[] z = Probes.floats(Probes.upTo(1e3));
        for (double target : someTargets()) {
            float[] targets = new float[z.length];
            Arrays.fill(targets, (float) target);
            float[] gradients = new float[z.length];
            double sum = 0;
            double magnitudes = 0;
            for (int i = 0; i < z.length; i++) {
                double single = reconstruction.cost(z, targets, i, i + 1, gradients);
                double expected = reconstruction.cost(z[i], targets[i]);
                assertAgrees("bulk cost at z = " + z[i] + ", target " + target, expected, single, 1e-5);
                assertAgrees(
                        "bulk gradient at z = " + z[i] + ", target " + target,
                        reconstruction.derivative(z[i], targets[i]),
                        gradients[i],
                        1e-5);
                sum += expected;
                magnitudes += Math.abs(expected);
            }
            double expected = sum;
            double allowed = 1e-6 * Math.max(1, magnitudes);
            assertThat(reconstruction.cost(z, targets, 0, z.length, gradients))
                    .as("bulk cost of %d places, target %s", z.length, target)
                    .matches(cost -> Math.abs(cost - expected) <= allowed, "agrees with the scalar forms' sum " + sum);
        }
    }

    @Test
    final void bulkFormsTouchOnlyTheirPart() {
        ElementwiseReconstruction reconstruction = elementwise();
        OutputRange range = acceptedRange();
        float[] z = Probes.floats(Probes.ordinary());
        float[] values = Matrices.toFloats(Probes.inside(range, DataType.FLOAT, 1, z.length));
        float[] targets = new float[z.length];
        reconstruction.target(values, 0, z.length, range, targets);
        float[] decoded = new float[z.length];
        reconstruction.decode(z, 0, z.length, decoded);
        float[] gradients = new float[z.length];
        reconstruction.cost(z, targets, 0, z.length, gradients);
        for (int[] part : new int[][] {{0, 0}, {7, 7}, {0, 1}, {3, 20}, {5, 70}, {z.length - 33, z.length}}) {
            String where = " [" + part[0] + ", " + part[1] + ")";
            float[] found = sentinels(z.length);
            reconstruction.target(values, part[0], part[1], range, found);
            Agreement.assertPart("bulk targets" + where, found, targets, SENTINEL, part);
            found = sentinels(z.length);
            reconstruction.decode(z, part[0], part[1], found);
            Agreement.assertPart("bulk reconstructions" + where, found, decoded, SENTINEL, part);
            found = sentinels(z.length);
            double cost = reconstruction.cost(z, targets, part[0], part[1], found);
            Agreement.assertPart("bulk gradients" + where, found, gradients, SENTINEL, part);
            double expected = 0;
            for (int i = part[0]; i < part[1]; i++) {
                expected += reconstruction.cost(z[i], targets[i]);
            }
            assertAgrees("bulk cost" + where, expected, cost, 1e-5);
        }
    }

    @Test
    final void bulkResultsMayOverwriteTheirInputs() {
        ElementwiseReconstruction reconstruction = elementwise();
        OutputRange range = acceptedRange();
        float[] z = Probes.floats(Probes.ordinary());
        float[] values = Matrices.toFloats(Probes.inside(range, DataType.FLOAT, 1, z.length));
        float[] targets = new float[z.length];
        reconstruction.target(values, 0, z.length, range, targets);
        reconstruction.target(values, 0, z.length, range, values);
        assertThat(values).as("bulk targets in the place of values").containsExactly(targets);
        float[] decoded = new float[z.length];
        float[] overwritten = z.clone();
        reconstruction.decode(z, 0, z.length, decoded);
        reconstruction.decode(overwritten, 0, z.length, overwritten);
        assertThat(overwritten)
                .as("bulk reconstructions in the place of pre-activations")
                .containsExactly(decoded);
        float[] gradients = new float[z.length];
        double cost = reconstruction.cost(z, targets, 0, z.length, gradients);
        assertThat(reconstruction.cost(z, targets, 0, z.length, z))
                .as("bulk cost where gradients take the place of pre-activations")
                .isEqualTo(cost);
        assertThat(z).as("bulk gradients in the place of pre-activations").containsExactly(gradients);
    }

    @Test
    final void bulkInputsAreLeftUntouched() {
        ElementwiseReconstruction reconstruction = elementwise();
        OutputRange range = acceptedRange();
        float[] z = Probes.floats(Probes.ordinary());
        float[] values = Matrices.toFloats(Probes.inside(range, DataType.FLOAT, 1, z.length));
        float[] valuesBefore = values.clone();
        float[] targets = new float[z.length];
        reconstruction.target(values, 0, z.length, range, targets);
        assertThat(values).as("values after the bulk target").containsExactly(valuesBefore);
        float[] targetsBefore = targets.clone();
        reconstruction.decode(z, 0, z.length, new float[z.length]);
        reconstruction.cost(z, targets, 0, z.length, new float[z.length]);
        assertThat(z)
                .as("pre-activations after the bulk reconstruction and cost")
                .containsExactly(Probes.floats(Probes.ordinary()));
        assertThat(targets).as("targets after the bulk cost").containsExactly(targetsBefore);
    }

    /** The cost of a minibatch and its gradients. */
    private record Costed(double cost, INDArray gradients) {}

    /** Gradients are written over NaN so that none is left out and none is added to what was there. */
    private static Costed costed(Reconstruction reconstruction, INDArray preActivations, INDArray targets) {
        INDArray gradients = Nd4j.valueArrayOf(preActivations.shape(), Double.NaN, preActivations.dataType());
        double cost = reconstruction.cost(preActivations, targets, gradients);
        return new Costed(cost, gradients);
    }

    private static INDArray decoded(Reconstruction reconstruction, INDArray preActivations) {
        INDArray decoded = Nd4j.valueArrayOf(preActivations.shape(), SENTINEL, preActivations.dataType());
        reconstruction.decode(preActivations, decoded);
        return decoded;
    }

    private static INDArray targets(Reconstruction reconstruction, INDArray values, OutputRange range) {
        INDArray targets = Nd4j.valueArrayOf(values.shape(), SENTINEL, values.dataType());
        reconstruction.target(values, range, targets);
        return targets;
    }

    private void assertGradients(INDArray preActivations, INDArray targets) {
        Reconstruction reconstruction = reconstruction();
        INDArray gradients = costed(reconstruction, preActivations, targets).gradients();
        int known = 0;
        for (int row = 0; row < preActivations.rows(); row++) {
            for (int unit = 0; unit < preActivations.columns(); unit++) {
                int[] place = {row, unit};
                Slope slope = Slope.of(
                        z -> costed(reconstruction, preActivations.dup().putScalar(place, z), targets)
                                .cost(),
                        preActivations.getDouble(row, unit));
                if (slope.isKnown()) {
                    known++;
                    assertThat(gradients.getDouble(row, unit))
                            .as("gradient of example %d, unit %d", row, unit)
                            .matches(slope::agreesWith, "agrees with the finite difference " + slope.estimate());
                }
            }
        }
        assertThat((long) known).as("units at which costs are smooth").isGreaterThan(preActivations.length() / 2);
    }

    private double costAt(double z, double target) {
        return costed(reconstruction(), filled(z), filled(target)).cost() / UNITS;
    }

    private double gradientAt(double z, double target) {
        return costed(reconstruction(), filled(z), filled(target)).gradients().getDouble(0);
    }

    private static INDArray filled(double number) {
        return Nd4j.valueArrayOf(new long[] {1, UNITS}, number, DataType.DOUBLE);
    }

    private INDArray randomTargets(DataType type, int rows) {
        return Probes.inside(reconstruction().targets(), type, rows, UNITS);
    }

    /** Targets of 0 and 1, and some between and beyond, as far as the interval holds them; each of them a float. */
    private double[] someTargets() {
        return DoubleStream.of(0, 1, 0.125, 0.9375, 2.5, -0.75, -3)
                .filter(reconstruction().targets()::contains)
                .toArray();
    }

    private OutputRange acceptedRange() {
        return RANGES.stream().filter(reconstruction()::accepts).findFirst().orElseThrow();
    }

    private ElementwiseReconstruction elementwise() {
        Reconstruction reconstruction = reconstruction();
        assumeTrue(
                reconstruction instanceof ElementwiseReconstruction, "the reconstruction takes whole minibatches only");
        return (ElementwiseReconstruction) reconstruction;
    }

    private static float[] sentinels(int length) {
        float[] sentinels = new float[length];
        Arrays.fill(sentinels, SENTINEL);
        return sentinels;
    }

    private static void assertAgrees(String what, double expected, double found, double tolerance) {
        assertThat(found)
                .as(what)
                .matches(number -> Agreement.agree(expected, number, tolerance), "agrees with " + expected);
    }
}
