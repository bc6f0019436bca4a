package org.rectify.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.study.WaywardExecutor.Way;
import org.rectify.study.plan.StudyPlan;

/** Studies whose trials run elsewhere, and studies whose executor cannot be trusted. */
@Timeout(60)
class ExecutorsTest {

    private static final String BLAMED = "plugin bundled (here), executor 'wayward': ";

    @TempDir
    private Path folder;

    @Test
    void whereverATrialRunsTheStudyEntersItsResult() throws IOException {
        StudyOutcome outcome = study().run("elsewhere", plan("study.executor=elsewhere"));
        study().run("here", plan("study.executor={type=local,jobs=1}"));

        assertThat(outcome.complete()).isTrue();
        assertThat(outcome.outcomes().failures()).isEmpty();
        for (String table : List.of("results.csv", "study.json", "claims.json")) {
            assertThat(folder.resolve("elsewhere").resolve(table))
                    .hasSameBinaryContentAs(folder.resolve("here").resolve(table));
        }
        assertThat(leftovers("elsewhere")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SUBMIT_THROWS                     | submit() throws java.lang.IllegalStateException: there is no queue
            SUBMIT_OVERFLOWS                  | submit() throws java.lang.StackOverflowError
            SUBMIT_NULL                       | submit() gives null
            COMPLETION_NULL                   | submit().completion() gives null
            COMPLETION_THROWS                 | submit().completion() throws java.lang.IllegalStateException: nothing completes here
            COMPLETES_WITHOUT_RUNNING         | does not exist
            COMPLETES_WITH_AN_EMPTY_FOLDER    | is not the directory of a run
            COMPLETES_WITH_ANOTHER_EXPERIMENT | is of another experiment, by its resolved.conf
            COMPLETES_WITH_OTHER_PLUGINS      | plugin bundled is version 1, sha256 11 (here); the trial was planned with version 1, sha256 00 (here)
            COMPLETES_WITHOUT_PROVENANCE      | is damaged: provenance.json is missing
            COMPLETES_WITH_HALF_A_RESULT      | is damaged: result.json is damaged
            """)
    void whatIsWrongWithATrialFailsThatTrialAndNamesThePlugin(Way way, String cause) throws IOException {
        StudyOutcome outcome = study().run("out", twoTrials(executor(way)));

        assertThat(outcome.complete()).isTrue();
        assertThat(outcome.outcomes().results()).isEmpty();
        assertThat(outcome.outcomes().failures().values())
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure).startsWith(BLAMED).contains(cause));
        assertThat(leftovers("out")).isEmpty();
    }

    @Test
    void aTrialThatNobodyGaveUpCannotEndAsGivenUp() {
        StudyOutcome outcome = study().run("out", twoTrials(executor(Way.CANCELS_BY_ITSELF)));

        assertThat(outcome.complete()).isTrue();
        assertThat(outcome.outcomes().failures().values())
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure)
                        .startsWith(BLAMED)
                        .endsWith("fails with java.util.concurrent.CancellationException"));
    }

    @ParameterizedTest
    @EnumSource(names = {"CAPACITY_ZERO", "CAPACITY_THROWS"})
    void anExecutorWithoutPlacesEndsTheStudy(Way way) {
        StudyPlan plan = twoTrials(executor(way));

        assertThatThrownBy(() -> study().run("out", plan))
                .isInstanceOf(RectifyException.class)
                .hasMessageStartingWith(BLAMED + "capacity() ")
                .extracting(failure -> ((RectifyException) failure).category())
                .isEqualTo(Category.PLUGIN);
    }

    @ParameterizedTest
    @EnumSource(names = {"NEVER_COMPLETES", "CANCEL_THROWS_AND_NEVER_COMPLETES"})
    void aTrialThatNeverEndsDoesNotKeepTheStudyFromStopping(Way way) {
        StudyPlan plan = twoTrials(executor(way));
        List<StudyStatus> before = new CopyOnWriteArrayList<>();
        StudyOutcome stopped = Studies.run(study().request(
                        "out",
                        plan,
                        Duration.ofSeconds(1),
                        () -> before.stream().anyMatch(status -> status.running() == 1),
                        before));
        StudyOutcome goneOn = study().run("out", twoTrials("study.executor=local"));

        assertThat(stopped.complete()).isFalse();
        assertThat(stopped.outcomes().failures()).isEmpty();
        assertThat(goneOn.outcomes().results()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSE_THROWS", "CLOSE_NEVER_RETURNS", "PROGRESS_IS_NO_NUMBER"})
    void aStudyIsCompleteAllTheSame(Way way) {
        List<StudyStatus> statuses = new CopyOnWriteArrayList<>();
        StudyOutcome outcome = Studies.run(
                study().request("out", twoTrials(executor(way)), Duration.ofSeconds(1), () -> false, statuses));

        assertThat(outcome.complete()).isTrue();
        assertThat(outcome.outcomes().results()).hasSize(2);
    }

    /** Whoever completes a stage never sees what its callbacks throw: a trial would be running for ever. */
    @Test
    void aLedgerThatBreaksEndsTheStudy() {
        StudyPlan plan = twoTrials("study.executor.jobs=1");
        AtomicBoolean broken = new AtomicBoolean();
        BooleanSupplier stopping = () -> {
            if (!broken.getAndSet(true)) {
                breakLedger();
            }
            return false;
        };

        assertThatThrownBy(() -> Studies.run(study().request("out", plan, stopping, new ArrayList<>())))
                .isInstanceOf(RectifyException.class)
                .hasMessageStartingWith("the study's ledger: ")
                .hasMessageContaining("no result fits in");
    }

    @Test
    void aDirectoryInTheWayOfATrialIsLeftAloneAndNamed() throws IOException {
        StudyPlan plan = twoTrials("study.executor=local");
        String name = plan.rows().get(0).trial().name();
        Path inTheWay = Files.createDirectories(folder.resolve("out/trials").resolve(name));
        Files.writeString(inTheWay.resolve("notes.txt"), "mine");

        StudyOutcome outcome = study().run("out", plan);

        assertThat(outcome.outcomes().failures().values())
                .containsExactly(inTheWay + " is not the directory of a run; remove " + inTheWay
                        + " to have the trial run anew");
        assertThat(inTheWay.resolve("notes.txt")).hasContent("mine");
    }

    private void breakLedger() {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("out/ledger.sqlite"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TRIGGER full BEFORE UPDATE OF result ON trial"
                    + " BEGIN SELECT RAISE(ABORT, 'no result fits in'); END");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private List<Path> leftovers(String directory) throws IOException {
        try (Stream<Path> entries = Files.list(folder.resolve(directory).resolve("trials"))) {
            return entries.filter(entry -> String.valueOf(entry.getFileName()).startsWith("."))
                    .toList();
        }
    }

    private static String executor(Way way) {
        return "study.executor={type=wayward,way="
                + way.name().toLowerCase(Locale.ROOT).replace('_', '-') + "}";
    }

    private StudyPlan twoTrials(String executor) {
        return plan(executor, "study.seeds=[1]", "study.grid=null");
    }

    private StudyPlan plan(String... overrides) {
        return study().plan(SmallStudy.TEXT, overrides);
    }

    private SmallStudy study() {
        return new SmallStudy(folder);
    }
}
