package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectify.cli.Processes.Outcome;

/** Data sets as the assembled command lists, describes, fetches and shows them. */
class DatasetsIT {

    @TempDir
    private Path folder;

    @Test
    void listsTheDataSetsOfThePlugins() {
        Outcome outcome = Processes.rectify(folder, "datasets", "list");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains("  mnist ", "  mnist-sample ", "  synthetic ")
                .doesNotContain("rectifier");
    }

    /** The means were computed by NumPy from the bundled files. */
    @Test
    void tellsWhatIsInADataSet() {
        Outcome outcome = Processes.rectify(folder, "datasets", "info", "mnist-sample");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .startsWith("mnist-sample\n")
                .contains("CC BY-SA 3.0", "  shape    1 x 28 x 28, 784 inputs", "  range    [0, 1] is declared")
                .containsPattern("\n +train +validation +test\n")
                .containsPattern("\n  examples +5,000 +1,000 +1,000\n")
                .containsPattern("\n  mean +0.13160 +0.13137 +0.13357\n")
                .containsPattern("\n  standard deviation +0.30908 +0.30863 +0.31135\n")
                .containsPattern("\n  lowest +0.00000 +0.00000 +0.00000\n  highest +1.00000 +1.00000 +1.00000\n")
                .containsPattern("\n  share that is not zero +0.19239 +0.19249 +0.19443\n")
                .containsPattern("\n  class 9 +500 +100 +100\n")
                .containsPattern("\n  [0-9a-f]{64}  mnist-sample/t10k-labels-idx1-ubyte\n");
    }

    /** The means were computed by NumPy from the official files. */
    @Test
    void tellsWhatIsInMnist() {
        String data = System.getenv("RECTIFY_DATA");
        assumeThat(data).as("RECTIFY_DATA names no folder with MNIST's files").isNotNull();

        Outcome outcome = Processes.rectify(folder, "datasets", "info", "mnist", "--data", String.valueOf(data));

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .containsPattern("\n  examples +50,000 +10,000 +10,000\n")
                .containsPattern("\n  mean +0.13096 +0.12916 +0.13251\n")
                .containsPattern("\n  share that is not zero +0.19141 +0.19016 +0.19276\n");
    }

    @Test
    void tellsItAsJsonToo() throws IOException {
        Outcome outcome = Processes.rectify(
                folder, "datasets", "info", "mnist-sample", "--json", "--set", "dataset.train-size=100");

        assertThat(outcome.exitCode()).isZero();
        JsonNode description = new ObjectMapper().readTree(outcome.out());
        assertThat(description.at("/splits/0/examples").asInt()).isEqualTo(100);
        assertThat(description.at("/splits/1/class-counts/3").asInt()).isEqualTo(100);
        assertThat(description.get("checksums")).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "info mnist-sampel | did you mean 'mnist-sample'?",
                "info mnist-sample --set dataset.train-size=0 --set dataset.tset=1 | 2 problems in data set mnist-sample:",
                "info idx | dataset.train-images: missing",
                "preview mnist-sample --columns 0 | --columns 0: accepted are 1 to 1000",
                "preview mnist-sample --out nowhere/x.png | cannot write nowhere/x.png",
                "fetch mnist --from ftp://example.org/ | --from ftp://example.org/: accepted are addresses of folders",
                "fetch nothing | no data set is named 'nothing'",
                "fecth mnist | no such command: fecth; there are list, info, fetch, preview",
            })
    void refusesMistakes(String arguments, String message) {
        List<String> words = new ArrayList<>(List.of("datasets"));
        Collections.addAll(words, arguments.split(" "));

        Outcome outcome = Processes.rectify(folder, words.toArray(String[]::new));

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(message).doesNotContain("\tat ");
    }

    @Test
    void drawsARowOfExamplesForEachClass() throws IOException {
        Outcome outcome = Processes.rectify(
                folder, "datasets", "preview", "mnist-sample", "--rows", "4", "--columns", "7", "--out", "digits.png");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isEqualTo("rows from the top: 0, 1, 2, 3\nwritten to digits.png\n");
        BufferedImage sheet = ImageIO.read(folder.resolve("digits.png").toFile());
        assertThat(sheet.getWidth()).isEqualTo(2 + 7 * (56 + 2));
        assertThat(sheet.getHeight()).isEqualTo(2 + 4 * (56 + 2));
    }

    @Test
    void saysWhereThereIsNothingToFetch() {
        Outcome outcome = Processes.rectify(folder, "datasets", "fetch", "synthetic");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).startsWith("synthetic: there is nothing to fetch");
    }

    @Test
    void leavesNothingBehindOfFilesThatAreNotThePublishedOnes() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/good/", exchange -> {
            byte[] content = new byte[4542];
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        server.start();
        String mirror = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            Outcome outcome = Processes.rectify(
                    folder,
                    "datasets",
                    "fetch",
                    "mnist",
                    "--data",
                    "data",
                    "--from",
                    mirror + "/bad",
                    "--from",
                    mirror + "/good/");

            assertThat(outcome.exitCode()).isEqualTo(3);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err())
                    .contains("rectify: mnist: 4 of 4 files are not fetched into " + folder.toRealPath())
                    .contains(mirror + "/bad/train-images-idx3-ubyte.gz: HTTP status 404")
                    .contains(
                            mirror + "/good/train-images-idx3-ubyte.gz: it offers 4542 bytes, and the file has 9912422")
                    .contains(mirror + "/good/t10k-labels-idx1-ubyte.gz: not the published file: its SHA-256 is")
                    .contains("A copy of yours can be put into the folder mnist")
                    .doesNotContain("\tat ");
        } finally {
            server.stop(0);
        }
        try (var files = Files.list(folder.resolve("data/mnist"))) {
            assertThat(files).isEmpty();
        }
    }
}
