package org.rectify.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.dataset.Dataset;
import org.rectify.engine.evaluation.TestExamples;

/** The house's rules, held over the main code of every module this one can see. */
class ArchitectureTest {

    private static final JavaClasses RECTIFY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.rectify");

    private static final String API = "org.rectify.api..";
    private static final String[] CORE = {
        "org.rectify.statistics..",
        "org.rectify.fetch..",
        "org.rectify.kernels..",
        "org.rectify.engine..",
        "org.rectify.study..",
        "org.rectify.report.."
    };
    private static final String DESCRIPTIONS = "org.rectify.engine.data..";
    private static final String[] PLUGGED_IN = {"org.rectify.plugin..", "org.rectify.dataset.."};

    /** Without a floor a rule would hold of nothing at all, were the class path to change. */
    @ParameterizedTest
    @CsvSource({
        "api, 60",
        "statistics, 15",
        "fetch, 10",
        "kernels, 40",
        "engine, 150",
        "study, 30",
        "report, 30",
        "plugin, 10",
        "dataset, 5"
    })
    void rulesSeeTheClassesTheyAreAbout(String part, int atLeast) {
        List<JavaClass> seen = RECTIFY.stream()
                .filter(type -> (type.getPackageName() + ".").startsWith("org.rectify." + part + "."))
                .toList();

        assertThat(seen).hasSizeGreaterThanOrEqualTo(atLeast);
    }

    @Test
    void testCodeIsNotAmongTheClasses() {
        assertThat(RECTIFY.contain(ArchitectureTest.class)).isFalse();
    }

    /** Arrows between modules point one way, and no module knows more than it needs. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "api:",
                "statistics: api",
                "fetch: api",
                "kernels: api",
                "engine: api kernels statistics",
                "study: api engine kernels statistics",
                "report: api engine kernels statistics study",
                "plugin: api",
                "dataset: api"
            })
    void aModuleKnowsOnlyThoseBelowIt(String part, @Nullable String below) {
        String[] known = Stream.concat(
                        Stream.of(part), Stream.ofNullable(below).flatMap(parts -> Stream.of(parts.split(" "))))
                .map(name -> "org.rectify." + name + "..")
                .toArray(String[]::new);

        check(classes()
                .that()
                .resideInAPackage("org.rectify." + part + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(known).or(resideOutsideOfPackages("org.rectify.."))));
    }

    @Test
    void apiAndWhatPlugsIntoItDoWithoutTheEnginesLibraries() {
        check(noClasses()
                .that()
                .resideInAnyPackage(API, PLUGGED_IN[0], PLUGGED_IN[1])
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google.inject..", "com.google.common..", "com.typesafe..", "io.micrometer.."));
        check(noClasses()
                .that()
                .resideInAPackage(API)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.."));
    }

    @Test
    void pluginsDoWithoutEachOther() {
        check(slices().matching("org.rectify.plugin.(*)..").should().notDependOnEachOther());
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching("org.rectify.(**)").should().beFreeOfCycles());
    }

    /** The plugin loader's two classes make what service files name, and look at records before anything is bound. */
    @Test
    void onlyTheBinderReflects() {
        DescribedPredicate<JavaClass> mayReflect = resideInAnyPackage("org.rectify.engine.config..")
                .or(name("org.rectify.engine.plugin.ServiceClass"))
                .or(name("org.rectify.engine.plugin.OptionsRecord"));

        check(noClasses()
                .that(are(DescribedPredicate.not(mayReflect)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect")
                .orShould()
                .accessTargetWhere(calls(Class.class, "forName|newInstance|get(Declared)?(Constructor|Method|Field)s?"))
                .orShould()
                .accessTargetWhere(calls(Class.class, "getRecordComponents")));
    }

    @Test
    void staticFieldsAreFinal() {
        check(fields().that().areStatic().should().beFinal());
    }

    @Test
    void staticFieldsHoldNothingMadeToChange() {
        check(fields().that()
                .areStatic()
                .should()
                .notHaveRawType(resideInAnyPackage("java.util.concurrent..")
                        .or(assignableTo(ThreadLocal.class))
                        .or(nameMatching("java\\.util\\.(\\w*(Hash|Tree)\\w*|ArrayList|ArrayDeque|LinkedList)"))));
    }

    @Test
    void randomNumbersComeFromNamedStreamsAlone() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.util.Random.class, SplittableRandom.class, ThreadLocalRandom.class)
                .orShould()
                .accessTargetWhere(calls(Math.class, "random"))
                .orShould()
                .accessTargetWhere(calls(Collections.class, "shuffle"))
                .orShould()
                .accessTargetWhere(calls(Nd4j.class, "rand\\w*|getRandom\\w*|shuffle|choice")));
    }

    /** Whatever selects must not see the examples a result is reported on (item 48); a guard hands on what it is asked for. */
    @Test
    void onlyTheFinalEvaluationIsHandedTheTestSplit() {
        check(noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .and()
                .resideOutsideOfPackages("org.rectify.engine.evaluation..", "org.rectify.engine.guard..")
                .should()
                .accessTargetWhere(calls(Dataset.class, "test")));
    }

    @Test
    void onlyAnalysesOfTrainedNetworksAndDescriptionsOfDataSetsAreHandedTestExamples() {
        check(noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .and()
                .resideOutsideOfPackages("org.rectify.engine.analysis..", DESCRIPTIONS)
                .should()
                .accessTargetWhere(calls(TestExamples.class, "of")));
        check(noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .and()
                .resideOutsideOfPackage(DESCRIPTIONS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(DESCRIPTIONS));
    }

    private static DescribedPredicate<JavaAccess<?>> calls(Class<?> type, String methods) {
        DescribedPredicate<AccessTarget> target =
                owner(assignableTo(type)).<AccessTarget>forSubtype().and(nameMatching(methods));
        return target.onResultOf(JavaAccess.Functions.Get.<JavaAccess<?>, AccessTarget>target())
                .as("a use of " + type.getSimpleName() + "." + methods);
    }

    /** Rules may be about packages that are still to come: the floor above sees to those that are there. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(RECTIFY);
    }
}
