package org.rectify.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.statistics.Finding;
import org.rectify.statistics.Proportion;
import org.rectify.statistics.Verdict;
import org.rectify.study.plan.StudyPlan;
import org.rectify.study.result.CellResult;

/** Whole studies of tiny networks: stopped, shared, failing, and always the same in the end. */
class StudiesTest {

    private static final List<String> TABLES = List.of("results.csv", "study.json", "claims.json");

    @TempDir
    private Path folder;

    @Test
    void theTableIsTheSameWithOneJobAndWithTwo() {
        StudyOutcome outcome = study().run("one", plan("study.executor={type=local,jobs=1}"));
        study().run("two", plan("study.executor={type=local,jobs=2}"));

        assertThat(outcome.complete()).isTrue();
        assertThat(outcome.cells()).hasSize(2).allMatch(cell -> cell.missing().isEmpty());
        sameTables("one", "two");
        assertThat(folder.resolve("one/results.csv")).content().hasLineCount(9);
    }

    @Test
    void testValuesOfPointsThatWereNotSelectedAreInNoTable() throws IOException {
        study().run("out", plan());

        List<String> rows = Files.readAllLines(folder.resolve("out/results.csv"));
        List<String> header = List.of(rows.get(0).split(",", -1));
        assertThat(rows.stream().skip(1).map(row -> row.split(",", -1)))
                .hasSize(8)
                .allMatch(cells -> cells[header.indexOf("selected")].equals("yes")
                        != cells[header.indexOf("test-error-rate")].isEmpty())
                .filteredOn(cells -> cells[header.indexOf("selected")].equals("yes"))
                .hasSize(4);
    }

    @Test
    void aStoppedStudyGoesOnWhereItWas() {
        StudyPlan plan = plan("study.executor={type=local,jobs=1}");
        List<StudyStatus> before = new CopyOnWriteArrayList<>();
        StudyOutcome stopped = Studies.run(study().request(
                        "stopped", plan, () -> before.stream().anyMatch(status -> status.done() >= 3), before));
        int done = stopped.outcomes().results().size();
        List<StudyStatus> after = new ArrayList<>();
        StudyOutcome finished = Studies.run(study().request("stopped", plan, () -> false, after));
        study().run("whole", plan);

        assertThat(stopped.complete()).isFalse();
        assertThat(done).isBetween(3, 7);
        assertThat(after.get(0).done()).isEqualTo(done);
        assertThat(finished.complete()).isTrue();
        sameTables("stopped", "whole");
    }

    @Test
    void twoThatShareAStudyDoEveryTrialOnce() throws IOException {
        StudyPlan plan = plan("study.executor={type=local,jobs=1}");
        CompletableFuture<StudyOutcome> other = CompletableFuture.supplyAsync(() -> study().run("shared", plan));
        StudyOutcome outcome = study().run("shared", plan);

        assertThat(outcome.complete()).isTrue();
        assertThat(other.join().complete()).isTrue();
        assertThat(Files.readAllLines(folder.resolve("shared/timing.csv")).stream()
                        .skip(1))
                .hasSize(8)
                .allMatch(line -> line.split(",", -1)[1].equals("1"));
        study().run("alone", plan);
        sameTables("shared", "alone");
    }

    @Test
    void aTrialFoundFinishedIsEnteredAndNotTrainedAgain() throws IOException {
        StudyPlan plan = plan();
        study().run("first", plan);
        Path second = folder.resolve("second");
        Files.createDirectories(second);
        Files.move(folder.resolve("first/trials"), second.resolve("trials"));
        List<String> before = modified(second);

        StudyOutcome outcome = study().run("second", plan);

        assertThat(outcome.complete()).isTrue();
        assertThat(modified(second)).isEqualTo(before);
        sameTables("first", "second");
    }

    @Test
    void aFailedTrialIsRecordedWithItsCauseAndStopsNoOther() {
        StudyOutcome outcome = study().run("out", plan("study.axes.neuron.tanh.pretraining=failing"));

        assertThat(outcome.complete()).isTrue();
        assertThat(outcome.outcomes().failures().values())
                .hasSize(4)
                .allMatch(cause -> cause.contains("this pre-training always fails"));
        assertThat(outcome.outcomes().results()).hasSize(4);
        assertThat(outcome.cells().get(1).missing()).containsExactly("seed 1: failed", "seed 2: failed");
        assertThat(folder.resolve("out/results.csv")).content().contains(",failed,");
    }

    @Test
    void aDivergedTrialIsAResultThatIsNeverSelected() {
        StudyOutcome outcome = study().run("out", plan("study.grid={fine-tuning.optimizer.learning-rate=[1e6,0.1]}"));

        assertThat(outcome.outcomes().results().values().stream().filter(result -> result.diverged()))
                .hasSize(4);
        assertThat(outcome.cells())
                .allSatisfy(cell -> assertThat(cell.chosen().values())
                        .allSatisfy(counts -> assertThat(counts).containsOnlyKeys("0.1")));
    }

    @Test
    void armsThatAgreeOnAStackShareIt() throws IOException {
        String pretraining = "pretraining={type=denoising-autoencoder,reconstruction=softplus-quadratic,epochs=1}";
        StudyOutcome outcome = study().run("out", plan(pretraining, "study.axes.neuron.tanh=null"));

        assertThat(outcome.outcomes().failures()).isEmpty();
        try (Stream<Path> stacks = Files.list(folder.resolve("out/.pretrained"))) {
            assertThat(stacks.filter(file -> file.toString().endsWith(".safetensors")))
                    .hasSize(2); // one for each seed
        }
        try (Stream<Path> logs = Files.walk(folder.resolve("out/trials"))) {
            assertThat(logs.filter(file -> file.endsWith("pretraining.jsonl"))
                            .map(StudiesTest::content)
                            .filter(text -> text.contains("reused")))
                    .hasSize(2);
        }
    }

    @Test
    void claimsAreJudgedByTheSelectedTrials() {
        String claims = """
                claims {
                  learns { item = "75", says = "Both learn something", type = level, across = neuron,
                    metric = error-rate, arm = "{neuron}", relation = below, threshold = 5, basis = seeds }
                  impossible { type = level, metric = sparsity, arm = tanh, relation = above, threshold = 0.5 }
                  finite { type = level, metric = examples-per-second, arm = tanh, relation = below, threshold = 1e15 }
                }
                """;
        StudyOutcome outcome =
                study().run("out", study().plan(SmallStudy.TEXT + claims, "study.seeds=[1,2,3,4,5,6,7]"));

        assertThat(outcome.verdicts())
                .extracting(verdict -> verdict.judgement().verdict())
                .containsExactly(Verdict.HOLDS, Verdict.FAILS, Verdict.HOLDS);
        assertThat(folder.resolve("out/claims.json"))
                .content()
                .contains("\"item\" : \"75\"", "\"verdict\" : \"holds\"", "\"verdict\" : \"fails\"");
    }

    /** One seed has no spread over seeds, but its answers are known where a metric is nothing but the fraction of wrong ones. */
    @Test
    void fractionsOfExamplesAreJudgedByTheAnswersWhateverTheMetricIsCalled() {
        String claims = """
                metrics = [{ type = error-rate, name = wrong }, { type = top-k-error, k = 3 }, macro-f1]
                study { seeds = [1], grid = null, select-by = macro-f1, metric = wrong }
                claims {
                  better { type = difference, metric = wrong, first = rectifier, second = tanh, relation = below }
                  nearer { type = difference, metric = top-k-error, first = rectifier, second = tanh, relation = below }
                }
                """;
        StudyOutcome outcome = study().run("out", study().plan(SmallStudy.TEXT + claims));

        Finding better = outcome.verdicts().get(0).judgement().findings().get(0);
        assertThat(better.evidence().orElseThrow().test()).isEqualTo("exact McNemar test");
        assertThat(outcome.verdicts().get(1).judgement().findings().get(0).explanation())
                .isEqualTo("one network has no spread: at least 2 seeds are needed.");
        CellResult cell = outcome.cells().get(0);
        int wrong = (int) Math.round(50 * cell.mean().orElseThrow());
        assertThat(cell.interval()).hasValue(new Proportion(wrong, 50).wilson(CellResult.ALPHA));
    }

    @Test
    void whatIsNoFractionOfExamplesHasNoIntervalForOneSeed() {
        StudyOutcome outcome = study().run("out", plan("metrics=[macro-f1]", "study.seeds=[1]", "study.grid=null"));

        assertThat(outcome.cells().get(0).mean()).isPresent();
        assertThat(outcome.cells().get(0).interval()).isEmpty();
    }

    @Test
    void whereNumbersAreToldTheHeadlineOfTheOutputSelectsAndIsShown() throws IOException {
        String claims = """
                claims {
                  near { type = level, metric = rmse, arm = rectifier, relation = below, threshold = 50 }
                }
                """;
        StudyOutcome outcome = study().run(
                        "out",
                        study().plan(
                                        SmallStudy.TEXT + claims,
                                        "network.output=linear",
                                        "study.grid={fine-tuning.optimizer.learning-rate=[0.01,0.001]}"));

        assertThat(outcome.cells())
                .allSatisfy(cell -> assertThat(cell.metric()).isEqualTo("rmse"))
                .allSatisfy(cell -> assertThat(cell.interval()).isPresent());
        assertThat(outcome.verdicts().get(0).judgement().verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(Files.readAllLines(folder.resolve("out/results.csv")).get(0))
                .contains("validation-rmse", "test-mean-absolute-error")
                .doesNotContain("error-rate");
    }

    private static List<String> modified(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("trials"))) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file ->
                            directory.relativize(file) + " " + file.toFile().lastModified())
                    .toList();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void sameTables(String one, String other) {
        for (String table : TABLES) {
            assertThat(folder.resolve(one).resolve(table))
                    .hasSameTextualContentAs(folder.resolve(other).resolve(table));
        }
    }

    private StudyPlan plan(String... overrides) {
        return study().plan(SmallStudy.TEXT, overrides);
    }

    private SmallStudy study() {
        return new SmallStudy(folder);
    }
}
