package org.rectify.dataset.norb.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Split;
import org.rectify.api.error.DataException;
import org.rectify.api.facts.DataFacts;
import org.rectify.testkit.TestContext;

class RenderedNorbTest {

    private static final int INPUTS = 2 * 32 * 32;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void makesAsManyPairsAsAskedFor() {
        Dataset dataset = render(1, 30, 20, 10);

        assertThat(List.of(
                        dataset.train().size(),
                        dataset.validation().size(),
                        dataset.test().size()))
                .containsExactly(30, 20, 10);
        assertThat(dataset.info().name()).isEqualTo("norb-rendered");
        assertThat(dataset.info().shape()).containsExactly(2, 32, 32);
        assertThat(dataset.info().range()).isEqualTo(OutputRange.SIGNED_UNIT_INTERVAL);
        assertThat(dataset.info().classes()).containsExactly("animal", "human", "plane", "truck", "car", "blank");
        assertThat(dataset.info().source())
                .isEqualTo("rendered: stereo toys, version 1, seed 1, streams norb-rendered/, cluttered, built-in toys,"
                        + " sizes 30 / 20 / 10");
    }

    @Test
    void describingThePairsRendersNone() {
        RenderedNorbOptions many = new RenderedNorbOptions(10_000_000, 20, 10, true, Optional.empty());
        DataFacts facts = new RenderedNorbFactory().describe(many, TestContext.in(directory));

        assertThat(facts.train()).isEqualTo(10_000_000);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aByteStandsForItsShareOfTheSignedUnitInterval() {
        Dataset dataset = render(1, 30, 20, 10);
        byte[] pair = new byte[PairRenderer.BYTES];
        new PairRenderer(TestContext.in(directory).random().within("norb-rendered"), "test", Toys.test(), true)
                .render(7, pair, 0);

        float[] row = row(dataset.test(), 7);
        for (int i = 0; i < INPUTS; i++) {
            assertThat(row[i]).isEqualTo((float) ((pair[i] & 0xFF) / 127.5 - 1)).isBetween(-1f, 1f);
        }
    }

    @Test
    void eachClassIsEquallyOften() {
        Split train = render(1, 60, 6, 6).train();

        for (int label = 0; label < 6; label++) {
            int wanted = label;
            assertThat(IntStream.range(0, 60)
                            .filter(row -> train.label(row) == wanted)
                            .count())
                    .isEqualTo(10);
        }
    }

    @Test
    void anExampleDoesNotDependOnTheSizes() {
        Dataset few = render(7, 12, 6, 6);
        Dataset many = render(7, 2000, 60, 60);

        assertThat(row(few.train(), 11)).isEqualTo(row(many.train(), 11));
        assertThat(row(few.validation(), 5)).isEqualTo(row(many.validation(), 5));
        assertThat(row(few.test(), 5)).isEqualTo(row(many.test(), 5));
        assertThat(row(few.train(), 5)).isNotEqualTo(row(few.validation(), 5));
    }

    @Test
    void theSeedDecidesThePictures() {
        assertThat(row(render(1, 6, 6, 6).train(), 3))
                .isNotEqualTo(row(render(2, 6, 6, 6).train(), 3));
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws IOException, InterruptedException, ExecutionException {
        for (int threads : List.of(1, 3)) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            try {
                pool.submit(() -> render(directory.resolve("threads-" + threads), 1, 1100, 6, 6))
                        .get();
            } finally {
                pool.shutdown();
            }
        }

        List<Path> one = files(directory.resolve("threads-1"));
        List<Path> three = files(directory.resolve("threads-3"));
        assertThat(one).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(Files.mismatch(one.get(i), three.get(i))).isEqualTo(-1);
        }
    }

    @Test
    void whatIsRenderedIsKept() throws IOException {
        render(1, 30, 6, 6);
        List<Path> files = files(directory);
        String times = times(files);
        render(1, 30, 6, 6);

        assertThat(files).hasSize(3).allMatch(file -> file.startsWith(directory.resolve("data/norb-rendered")));
        assertThat(files(directory)).isEqualTo(files);
        assertThat(times(files)).isEqualTo(times);
        render(1, 36, 6, 6);
        assertThat(files(directory)).hasSize(4);
    }

    @Test
    void aDamagedFileIsRenderedAnew() throws IOException {
        float[] sound = row(render(1, 30, 6, 6).train(), 29);
        Path train = files(directory).stream()
                .filter(file -> file.getFileName().toString().startsWith("train-"))
                .findFirst()
                .orElseThrow();
        byte[] content = Files.readAllBytes(train);
        content[content.length - INPUTS + 3] ^= 64;
        Files.delete(train);
        Files.write(train, content);

        assertThat(row(render(1, 30, 6, 6).train(), 29)).isEqualTo(sound);
        Files.delete(train);
        Files.write(train, Arrays.copyOf(content, content.length / 2));
        assertThat(row(render(1, 30, 6, 6).train(), 29)).isEqualTo(sound);
    }

    @Test
    void aDataDirectoryThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.createFile(directory.resolve("data"));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> render(1, 6, 6, 6))
                .withMessageContaining(file.resolve("norb-rendered").toString());
    }

    @Test
    void showsModelsInPlaceOfTheToys() throws IOException {
        for (ToyCategory category : ToyCategory.all()) {
            model(category, "a.obj", "v 0 0 0\nv 4 0 0\nv 0 2 0\nv 0 0 1\nf 1 2 3\nf 1 2 4\nf 1 3 4\nf 2 3 4\n");
            model(category, "b.obj", "v 0 0 0\nv 1 0 0\nv 0 2 0\nv 0 0 9\nf 1 2 3\nf 1 2 4\nf 1 3 4\nf 2 3 4\n");
        }
        Dataset models = create(options(12, 6, 6, Optional.of("models")));

        assertThat(models.info().source()).contains("OBJ models ").doesNotContain(directory.toString());
        assertThat(models.info().checksums()).hasSize(11);
        assertThat(row(models.train(), 0))
                .isNotEqualTo(row(create(options(12, 6, 6, Optional.empty())).train(), 0));
        ToyBox box = ModelFolder.read(directory.resolve("models"));
        assertThat(box.training().of(ToyCategory.CAR)).hasSize(1);
        assertThat(box.training().of(ToyCategory.CAR))
                .doesNotContainAnyElementsOf(box.test().of(ToyCategory.CAR));
    }

    @Test
    void refusesFoldersWithoutModels() throws IOException {
        model(ToyCategory.ANIMAL, "only.obj", "v 0 0 0\nf 1 1 1\n");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> create(options(6, 6, 6, Optional.of("models"))))
                .withMessageStartingWith(
                        directory.resolve("models/animal") + ": 1 models, must be at least 2 files *.obj")
                .withMessageEndingWith("for each of animal, human, plane, truck, car");
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> create(options(6, 6, 6, Optional.of("nowhere"))))
                .withMessage("models = \"nowhere\": must be a folder that exists");
        assertThat(directory.resolve("data")).doesNotExist();
    }

    @Test
    void theMeanPictureOfEachClassTellsPlainToysApart() {
        Dataset plain = new RenderedNorbFactory()
                .create(new RenderedNorbOptions(1800, 600, 6, false, Optional.empty()), TestContext.in(directory));
        double[][] means = new double[6][INPUTS];
        for (int example = 0; example < 1800; example++) {
            float[] row = centred(row(plain.train(), example));
            for (int i = 0; i < INPUTS; i++) {
                means[plain.train().label(example)][i] += row[i] / 300;
            }
        }
        int right = 0;
        for (int example = 0; example < 600; example++) {
            float[] row = centred(row(plain.validation(), example));
            right += nearest(means, row) == plain.validation().label(example) ? 1 : 0;
        }

        assertThat(right / 600.0).as("share of 600 examples, 1/6 by chance").isGreaterThan(.4);
    }

    /** The distances from the grey of the corner, so that the even backgrounds drop out. */
    private static float[] centred(float[] row) {
        float corner = row[0];
        for (int i = 0; i < INPUTS; i++) {
            row[i] = Math.abs(row[i] - corner);
        }
        return row;
    }

    private static int nearest(double[][] means, float[] row) {
        int nearest = 0;
        double shortest = Double.POSITIVE_INFINITY;
        for (int label = 0; label < means.length; label++) {
            double distance = 0;
            for (int i = 0; i < INPUTS; i++) {
                distance += (means[label][i] - row[i]) * (means[label][i] - row[i]);
            }
            if (distance < shortest) {
                shortest = distance;
                nearest = label;
            }
        }
        return nearest;
    }

    private void model(ToyCategory category, String name, String content) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("models").resolve(category.label()));
        Files.writeString(folder.resolve(name), content);
    }

    private static RenderedNorbOptions options(int train, int validation, int test, Optional<String> models) {
        return new RenderedNorbOptions(train, validation, test, true, models);
    }

    private Dataset create(RenderedNorbOptions options) {
        return new RenderedNorbFactory().create(options, TestContext.in(directory));
    }

    private Dataset render(long seed, int train, int validation, int test) {
        return render(directory, seed, train, validation, test);
    }

    private static Dataset render(Path directory, long seed, int train, int validation, int test) {
        return new RenderedNorbFactory()
                .create(
                        options(train, validation, test, Optional.empty()),
                        TestContext.in(directory).withSeed(seed));
    }

    private static float[] row(Split split, int row) {
        float[] values = new float[INPUTS];
        ((DenseFeatures) split.features()).copyRow(row, values, 0);
        return values;
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String times(List<Path> files) throws IOException {
        StringBuilder times = new StringBuilder();
        for (Path file : files) {
            times.append(Files.getLastModifiedTime(file)).append(Files.readAttributes(file, "unix:ino"));
        }
        return times.toString();
    }
}
