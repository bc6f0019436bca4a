package org.rectify.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which data have a place beside the paper's. */
class StandInsTest {

    @TempDir
    private Path folder;

    private String rectifier(String data) throws IOException {
        FolderReport.of(folder, RunMaker.functions()).write(folder.resolve("report.html"));
        return Files.readAllLines(folder.resolve("report-table-1.csv")).stream()
                .filter(row -> row.startsWith("\"rectifier, without\"," + data))
                .findFirst()
                .orElseThrow();
    }

    /** Each comes before those ahead of it in the list, although it is of fewer examples. */
    @Test
    void takesThePapersDataBeforeStandInsAndTheseInTheirOrder() throws IOException {
        Map<String, List<String>> orders = Map.of(
                "MNIST", List.of("synthetic", "mnist-sample", "mnist-pool", "mnist"),
                "CIFAR10", List.of("synthetic-textures", "cifar10"),
                "NORB", List.of("synthetic-stereo", "norb-rendered", "norb"));
        for (int step = 0; step < 4; step++) {
            for (Map.Entry<String, List<String>> order : orders.entrySet()) {
                if (step < order.getValue().size()) {
                    RunMaker.rectifier()
                            .set("dataset.type", order.getValue().get(step))
                            .train(40_000 - 1000 * step)
                            .errors(0.1 + 0.1 * step, 0.1 + 0.1 * step)
                            .in(folder);
                }
            }
            for (Map.Entry<String, List<String>> order : orders.entrySet()) {
                int best = Math.min(step, order.getValue().size() - 1);
                assertThat(rectifier(order.getKey())).contains("," + (10 + 10 * best) + ".00 %,");
            }
        }
    }

    @Test
    void saysWhatStandsInAndNeverComparesIt() throws IOException {
        RunMaker.rectifier()
                .set("dataset.type", "synthetic")
                .errors(0.0143, 0.0143)
                .in(folder);
        RunMaker.rectifier().set("dataset.type", "synthetic-textures").in(folder);
        RunMaker.rectifier().set("dataset.type", "synthetic-stereo").in(folder);

        assertThat(rectifier("MNIST"))
                .contains(",1.43 %,1.43 %,", ",other data,")
                .endsWith(",generated digits");
        assertThat(rectifier("CIFAR10")).contains(",other data,").endsWith(",generated textures");
        assertThat(rectifier("NORB")).contains(",other data,", "generated toys");
    }

    @Test
    void comparesPretrainedMachinesOnTheClosestData() throws IOException {
        for (String type : List.of("synthetic-stereo", "norb")) {
            RunMaker.rectifier()
                    .set("dataset.type", type)
                    .set("pretraining.type", "rectified-rbm")
                    .errors(0.2, type.equals("norb") ? 0.15 : 0.1)
                    .in(folder);
        }
        FolderReport.of(folder, RunMaker.functions()).write(folder.resolve("report.html"));

        assertThat(Files.readAllLines(folder.resolve("report-nair-hinton.csv")))
                .endsWith("\"rectified RBMs, pre-trained (Nair and Hinton)\",below 16 %,15.00 %");
    }
}
