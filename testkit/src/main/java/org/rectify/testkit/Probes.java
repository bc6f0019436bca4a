package org.rectify.testkit;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.OutputRange;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

/** Pre-activations to try: the same each time, and each of them a float. */
final class Probes {

    private static final RandomStreams RANDOM = new RandomStreams(12);

    private Probes() {}

    /** Small, ordinary and large ones, none of them round. */
    static double[] ordinary() {
        RandomStream random = RANDOM.stream("ordinary");
        return nearestFloats(DoubleStream.concat(
                DoubleStream.generate(random::nextGaussian).limit(300),
                DoubleStream.concat(
                        DoubleStream.generate(() -> 0.1 * random.nextGaussian()).limit(100),
                        DoubleStream.generate(() -> random.nextDouble(-40, 40)).limit(200))));
    }

    /** The ordinary ones, both zeros, and both signs of every magnitude a float has, up to a limit. */
    static double[] upTo(double limit) {
        DoubleStream powers = Arrays.stream(new double[] {1, 3})
                .flatMap(factor -> DoubleStream.iterate(1e-45, power -> power < 1e38, power -> power * 10)
                        .map(power -> factor * power));
        DoubleStream magnitudes = DoubleStream.concat(powers, DoubleStream.of(0, Float.MIN_VALUE, 0.5, Float.MAX_VALUE))
                .filter(magnitude -> magnitude <= limit);
        return nearestFloats(DoubleStream.concat(
                Arrays.stream(ordinary()), magnitudes.flatMap(magnitude -> DoubleStream.of(magnitude, -magnitude))));
    }

    /** As many ordinary ones as a minibatch needs, different for each salt. */
    static INDArray minibatch(DataType type, int rows, int units, String salt) {
        RandomStream random = RANDOM.stream("minibatch/" + salt);
        return minibatch(
                type,
                units,
                nearestFloats(
                        DoubleStream.generate(() -> 2 * random.nextGaussian()).limit((long) rows * units)));
    }

    /** Points as a minibatch, the last row filled up with the first points. */
    static INDArray minibatch(DataType type, int units, double[] points) {
        int rows = (points.length + units - 1) / units;
        double[] filled = new double[rows * units];
        for (int i = 0; i < filled.length; i++) {
            filled[i] = points[i % points.length];
        }
        return Nd4j.createFromArray(filled).reshape('c', rows, units).castTo(type);
    }

    /** Numbers of an interval, its finite ends and, where it holds them, 0 and 1 among them; the same each time. */
    static INDArray inside(OutputRange range, DataType type, int rows, int units) {
        RandomStream random = RANDOM.stream("inside");
        double[] special = DoubleStream.of(range.lowest(), range.highest(), 0, -0.0, 1, 1e-30, 0.25)
                .filter(number -> Double.isFinite(number) && range.contains(number))
                .toArray();
        double[] numbers = new double[rows * units];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i % 3 == 0 ? special[random.nextInt(special.length)] : (float) between(range, random);
        }
        return Nd4j.createFromArray(numbers).reshape('c', rows, units).castTo(type);
    }

    private static double between(OutputRange range, RandomStream random) {
        double number = 2 * random.nextGaussian();
        if (Double.isFinite(range.lowest()) && Double.isFinite(range.highest())) {
            number = random.nextDouble(range.lowest(), range.highest());
        } else if (Double.isFinite(range.lowest())) {
            number = range.lowest() + Math.abs(number);
        } else if (Double.isFinite(range.highest())) {
            number = range.highest() - Math.abs(number);
        }
        return number;
    }

    private static double[] nearestFloats(DoubleStream numbers) {
        return numbers.map(number -> (float) number).toArray();
    }

    /** The points, NaN and the infinities. */
    static double[] withExtremes(double[] points) {
        return DoubleStream.concat(
                        Arrays.stream(points),
                        DoubleStream.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY))
                .toArray();
    }

    static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }
}
