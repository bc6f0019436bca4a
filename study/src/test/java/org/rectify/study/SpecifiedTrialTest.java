package org.rectify.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.error.Category;
import org.rectify.api.error.DataException;
import org.rectify.api.error.RectifyException;
import org.rectify.api.executor.RequiredPlugin;
import org.rectify.api.executor.TrialSpec;
import org.rectify.engine.config.InvalidExperimentException;
import org.rectify.engine.testing.Pages;
import org.rectify.engine.training.TrainingListener;
import org.rectify.study.plan.PlannedTrial;
import org.rectify.study.plan.StudyPlan;

/** Trials known by their specification alone: what they were planned with, or nothing. */
class SpecifiedTrialTest {

    @TempDir
    private Path folder;

    private TrialSpec spec;
    private Path file;

    @BeforeEach
    void planATrial() {
        SmallStudy study = new SmallStudy(folder);
        StudyPlan plan = study.plan(SmallStudy.TEXT);
        PlannedTrial trial = plan.rows().get(0).trial();
        spec = TrialSpecs.of(trial, plan.dataOf(trial), SmallStudy.registry(), 1);
        file = folder.resolve("trial.json");
    }

    @Test
    void theSpecificationNamesThePluginsItNeedsAndNoGeneratedData() {
        assertThat(spec.plugins()).containsExactly(new RequiredPlugin("bundled", "1", "00", "here"));
        assertThat(spec.data()).isEmpty();
    }

    @Test
    void aWholeRunIsAcceptedAsTheTrials() {
        PartialRun run = PartialRun.of(folder.resolve("run"));
        bind(spec).run(run.make(), Optional.empty(), List.of("test"), Pages.SAME, new TrainingListener() {});
        run.publish();

        assertThat(CompleteRun.result(folder.resolve("run"), spec)).contains("\"diverged\" : false");
        assertThat(folder.resolve("run.partial")).doesNotExist();
        assertThat(folder.resolve(".pretrained")).doesNotExist();
    }

    @Test
    void nameAndThreadsOfARunMayDifferAndNothingElse() throws IOException {
        aWholeRunIsAcceptedAsTheTrials();
        Path resolved = folder.resolve("run/resolved.conf");
        String text = Files.readString(resolved);

        Files.writeString(resolved, text.replace("name = small", "name = other").replace("threads = ", "threads = 3"));
        assertThatCode(() -> CompleteRun.result(folder.resolve("run"), spec)).doesNotThrowAnyException();

        Files.writeString(resolved, text.replace("seed = 1", "seed = 2"));
        assertThatThrownBy(() -> CompleteRun.result(folder.resolve("run"), spec))
                .hasMessageContaining("is of another experiment");
    }

    @Test
    void anotherPluginIsRefusedWithBothSumsAndPlaces() {
        TrialSpec other = with(List.of(
                new RequiredPlugin("bundled", "2", "ab", "there"), new RequiredPlugin("missing", "3", "cd", "yonder")));

        assertThatThrownBy(() -> bind(other))
                .isInstanceOf(RectifyException.class)
                .hasMessage(
                        "plugin bundled is version 1, sha256 00 (here); the trial was planned with version 2, sha256 ab"
                                + " (there)\nplugin missing is not loaded; the trial was planned with version 3, sha256 cd (yonder)")
                .extracting(failure -> ((RectifyException) failure).category())
                .isEqualTo(Category.PLUGIN);
    }

    @Test
    void aPluginThatTheSpecificationDoesNotNameIsRefused() {
        assertThatThrownBy(() -> bind(with(List.of())))
                .isInstanceOf(RectifyException.class)
                .hasMessage(file
                        + ": the trial was planned without the plugins that its experiment uses here: bundled (here)");
    }

    @Test
    void anExperimentThatIsNotResolvedIsRefused() {
        assertThatThrownBy(() -> bind(with(spec.experiment() + "\nexperiment.name = ${experiment.name}\n")))
                .hasMessageContaining("its experiment is not resolved, or by another version of Rectify");
    }

    @Test
    void mistakesOfAnExperimentAreToldAsThoseOfFilesAre() {
        assertThatThrownBy(() -> bind(with(spec.experiment().replace("type = sgd", "type = sdg"))))
                .isInstanceOf(InvalidExperimentException.class)
                .hasMessageContaining("1 problem in " + file)
                .hasMessageContaining("the experiment in " + file + ":")
                .hasMessageContaining("no such optimizer");
        assertThatThrownBy(() -> bind(with("a = 1\n".repeat(200_000)))).hasMessageContaining("too much");
        assertThatThrownBy(() -> bind(with("include \"/etc/passwd\""))).isInstanceOf(InvalidExperimentException.class);
    }

    @Test
    void otherDataIsRefusedBeforeAnythingIsTrained() {
        TrialSpec other = new TrialSpec(
                spec.name(),
                spec.identity(),
                spec.experiment(),
                spec.plugins(),
                Map.of("/data/digits.idx", "ab"),
                spec.resources(),
                1);
        PartialRun run = PartialRun.of(folder.resolve("run"));

        assertThatThrownBy(() -> bind(other)
                        .run(run.make(), Optional.empty(), List.of("test"), Pages.SAME, new TrainingListener() {}))
                .isInstanceOf(DataException.class)
                .hasMessage("the data is not the one that the trial was planned with, by its SHA-256:"
                        + " digits.idx is missing, and was ab");
        assertThat(folder.resolve("run.partial/metrics.jsonl")).doesNotExist();
    }

    @Test
    void filesAreTheSameWhereverTheirFolderIs() {
        Map<String, String> planned = Map.of("/a/mnist/x/1", "aa", "/a/mnist/y/1", "bb", "parameters", "cc");

        assertThatCode(() -> Requirements.requireData(planned, Map.of("/b/m/x/1", "aa", "/b/m/y/1", "bb")))
                .doesNotThrowAnyException();
        assertThatCode(() -> Requirements.requireData(planned, Map.of("C:\\m\\x\\1", "aa", "C:\\m\\y\\1", "bb")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Requirements.requireData(planned, Map.of("/b/m/x/1", "bb", "/b/m/y/1", "aa")))
                .hasMessageEndingWith("x/1 is bb, and was aa; y/1 is aa, and was bb");
        assertThatThrownBy(() -> Requirements.requireData(Map.of("set.csv", "aa"), Map.of("set.csv", "bb")))
                .hasMessageEndingWith("set.csv is bb, and was aa");
    }

    @Test
    void aRunIsNeverWrittenOverAnother() throws IOException {
        Path run = folder.resolve("run");
        Files.createDirectory(run);
        assertThatThrownBy(() -> PartialRun.of(run)).hasMessageStartingWith(run + " exists");

        Files.move(run, folder.resolve("run.partial"));
        assertThatThrownBy(() -> PartialRun.of(run)).hasMessageStartingWith(run + ".partial exists");
    }

    private SpecifiedTrial bind(TrialSpec trial) {
        return SpecifiedTrial.bind(trial, file, SmallStudy.registry(), folder);
    }

    private TrialSpec with(List<RequiredPlugin> plugins) {
        return new TrialSpec(
                spec.name(), spec.identity(), spec.experiment(), plugins, spec.data(), spec.resources(), 1);
    }

    private TrialSpec with(String experiment) {
        return new TrialSpec(
                spec.name(), spec.identity(), experiment, spec.plugins(), spec.data(), spec.resources(), 1);
    }
}
