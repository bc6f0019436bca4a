package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.activation.Activations;
import org.rectify.api.activation.FunctionActivationFactory;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.NoOptions;
import org.rectify.api.component.Objection;
import org.rectify.api.component.Require;
import org.rectify.api.facts.ExperimentFacts;
import org.rectify.api.plugin.Plugin;
import org.rectify.testkit.SamplePlugin.OptionsFactory;

/** Each check of the contract fails on a plugin that is wrong in just that. */
class PluginContractTest {

    @Test
    void aPluginThatNoServicesFileNamesIsFound() {
        assertFails(
                contract(new Contribution(List.of(named("plain"))))::theServicesFileNamesThePlugin,
                "META-INF/services/org.rectify.api.plugin.Plugin");
    }

    @Test
    void aPluginThatIsNotPublicIsFound() {
        assertFails(contract(new Hidden())::theConstructorIsPublicAndTakesNothing, "Hidden is public");
    }

    @Test
    void aConstructorWithParametersIsFound() {
        assertFails(
                contract(new Contribution(List.of()))::theConstructorIsPublicAndTakesNothing,
                "public constructor without parameters");
    }

    @Test
    void aPluginThatContributesNothingIsFound() {
        assertFails(contract(new Hidden())::itContributesAComponent, "components of all kinds");
    }

    @Test
    void namesThatAreNotKebabCaseAreFound() {
        for (String name : List.of("camelCase", "snake_case", "-dash", "dash-", "two--dashes", "", "with space")) {
            assertFails(
                    contract(new Contribution(List.of(named(name))))::namesAreKebabCaseAndUniqueInTheirKind,
                    "a name among the activations");
        }
    }

    @Test
    void namesClaimedTwiceAreFound() {
        assertFails(
                contract(new Contribution(List.of(named("twin"), named("other"), named("twin"))))
                        ::namesAreKebabCaseAndUniqueInTheirKind,
                "twin is claimed once");
    }

    @Test
    void anAliasThatIsAnothersNameIsFound() {
        assertFails(
                contract(new Contribution(List.of(
                        named("taken"), new OptionsFactory<>("other", Set.of("taken"), "A summary.", NoOptions.class))))
                        ::namesAreKebabCaseAndUniqueInTheirKind,
                "taken is claimed once");
    }

    @Test
    void namesThatChangeAreFound() {
        AtomicInteger calls = new AtomicInteger();
        Plugin changing = new Plugin() {
            @Override
            public List<ActivationFactory<?>> activations() {
                return List.of(named("name-" + calls.incrementAndGet()));
            }
        };
        assertFails(contract(changing)::namesAreTheSameEachTime, "asked a second time");
    }

    @Test
    void aMissingSummaryIsFound() {
        assertFails(
                contract(new Contribution(List.of(Activations.elementwise("mute", z -> z, (z, a) -> 1))))
                        ::everyComponentHasASummary,
                "summary of mute among the activations");
    }

    record Undescribed(double steepNess) {}

    @Test
    void anOptionWithoutDescriptionIsFound() {
        assertFails(withOptions(Undescribed.class)::everyOptionIsDescribed, "@Describe of option steep-ness of");
    }

    record Blank(@Describe(" ") double slope) {}

    @Test
    void aBlankDescriptionIsFound() {
        assertFails(withOptions(Blank.class)::everyOptionIsDescribed, "description of option slope");
    }

    record NoInterval(
            @Describe(value = "A slope.", range = "0..1") double slope) {}

    @Test
    void aRangeThatIsNoIntervalIsFound() {
        assertFails(withOptions(NoInterval.class)::everyRangeIsAnIntervalOfNumbers, "range of option slope");
    }

    record RangeOfTexts(
            @Describe(value = "A text.", range = "[0, 1]") String text) {}

    @Test
    void aRangeOfTextsIsFound() {
        assertFails(withOptions(RangeOfTexts.class)::everyRangeIsAnIntervalOfNumbers, "is a number");
    }

    record NoNumber(
            @Describe(value = "A size.", defaultsTo = "1.5") int size) {}

    record NoConstant(
            @Describe(value = "A shape.", defaultsTo = "oval")
            SamplePlugin.Shape shape) {}

    record NoList(
            @Describe(value = "Sizes.", defaultsTo = "1, 2") List<Integer> sizes) {}

    record NoTruth(
            @Describe(value = "A switch.", defaultsTo = "yes")
            boolean on) {}

    record UnknownType(
            @Describe(value = "A thread.", defaultsTo = "main")
            Thread thread) {}

    @Test
    void aDefaultThatDoesNotReadAsItsTypeIsFound() {
        assertFails(withOptions(NoNumber.class)::everyDefaultFitsItsTypeAndRange, "\"1.5\" is not a number");
        assertFails(withOptions(NoConstant.class)::everyDefaultFitsItsTypeAndRange, "\"oval\" is none of");
        assertFails(withOptions(NoList.class)::everyDefaultFitsItsTypeAndRange, "\"1, 2\" is not a list");
        assertFails(withOptions(NoTruth.class)::everyDefaultFitsItsTypeAndRange, "neither true nor false");
        assertFails(withOptions(UnknownType.class)::everyDefaultFitsItsTypeAndRange, "does not know options of type");
    }

    record DefaultOutside(
            @Describe(value = "A slope.", defaultsTo = "1", range = "[0, 1)")
            double slope) {}

    record DefaultElementOutside(
            @Describe(value = "Sizes.", defaultsTo = "[3, 0]", range = "[1, 9]")
            List<Integer> sizes) {}

    @Test
    void aDefaultOutsideItsRangeIsFound() {
        assertFails(withOptions(DefaultOutside.class)::everyDefaultFitsItsTypeAndRange, "default of option slope");
        assertFails(
                withOptions(DefaultElementOutside.class)::everyDefaultFitsItsTypeAndRange, "default of option sizes");
    }

    record RefusesItsDefault(
            @Describe(value = "A slope.", defaultsTo = "1") double slope) {
        RefusesItsDefault {
            Require.in("slope", slope, "[0, 1)");
        }
    }

    @Test
    void aConstructorThatRefusesTheDefaultsIsFound() {
        assertFails(withOptions(RefusesItsDefault.class)::everyDefaultFitsItsTypeAndRange, "given all defaults");
    }

    record Lax(
            @Describe(value = "A slope.", defaultsTo = "1", range = "[0, inf)")
            double slope) {}

    record HalfLax(
            @Describe(value = "A slope.", range = "(0, 1]") double slope) {
        HalfLax {
            Require.in("slope", slope, "[0, 1]");
        }
    }

    record ForgetsInfinity(
            @Describe(value = "A slope.", range = "[0, inf)")
            double slope) {
        ForgetsInfinity {
            Require.that(slope >= 0, "slope", slope, "at least 0");
        }
    }

    record LaxWhole(
            @Describe(value = "A size.", range = "[1, 9]") int size) {
        LaxWhole {
            Require.in("size", size, "[1, 10]");
        }
    }

    record LaxList(
            @Describe(value = "Sizes.", range = "[1, 9]") List<Integer> sizes) {
        LaxList {
            sizes = List.copyOf(sizes);
        }
    }

    @Test
    void numbersOutsideTheirRangeThatAreAcceptedAreFound() {
        assertFails(withOptions(Lax.class)::optionsRefuseNumbersOutsideTheirRange, "refusal of option slope");
        assertFails(withOptions(HalfLax.class)::optionsRefuseNumbersOutsideTheirRange, "= 0.0 by");
        assertFails(withOptions(ForgetsInfinity.class)::optionsRefuseNumbersOutsideTheirRange, "= Infinity by");
        assertFails(withOptions(LaxWhole.class)::optionsRefuseNumbersOutsideTheirRange, "= 10 by");
        assertFails(withOptions(LaxList.class)::optionsRefuseNumbersOutsideTheirRange, "= 0 by");
    }

    record WrongError(
            @Describe(value = "A slope.", range = "[0, 1]") double slope) {
        WrongError {
            if (!(slope >= 0 && slope <= 1)) {
                throw new IllegalArgumentException("slope");
            }
        }
    }

    @Test
    void aRefusalWithoutTheOptionsNameIsFound() {
        assertFails(withOptions(WrongError.class)::optionsRefuseNumbersOutsideTheirRange, "InvalidOptionException");
    }

    record WrongName(
            @Describe(value = "A slope.", range = "[0, 1]") double slope) {
        WrongName {
            Require.in("steepness", slope, "[0, 1]");
        }
    }

    @Test
    void aRefusalThatNamesAnotherOptionIsFound() {
        assertFails(withOptions(WrongName.class)::optionsRefuseNumbersOutsideTheirRange, "option named on refusal of");
    }

    @Test
    void aCheckThatThrowsIsFound() {
        assertFails(
                checking((options, facts) ->
                        List.of(Objection.of(facts.data().orElseThrow().name(), "")))::checksAnswerWithObjections,
                "check of checked among the activations in the experiment");
    }

    @Test
    @SuppressWarnings("NullAway")
    void aCheckWithoutAnAnswerIsFound() {
        assertFails(checking((options, facts) -> null)::checksAnswerWithObjections, "check of checked");
    }

    @Test
    void anObjectionToAnOptionThatIsNotThereIsFound() {
        assertFails(
                checking((options, facts) -> List.of(new Objection("steepness[1]", "too steep", "")))
                        ::checksAnswerWithObjections,
                "'steepness[1]' in an objection of checked");
    }

    @Test
    void anObjectionToAnOptionOrToTheWholeIsFine() {
        checking((options, facts) -> List.of(new Objection("slope[1]", "too steep", ""), Objection.of("unfit", "")))
                .checksAnswerWithObjections();
    }

    @Test
    @SuppressWarnings("NullAway")
    void aComponentThatIsNotMadeIsFound() {
        assertFails(making(() -> null)::componentsAreMade, "what is made of made among the activations");
    }

    @Test
    void aComponentWhoseMakingFailsIsFound() {
        assertFails(
                making(() -> {
                    throw new IllegalStateException("no network is there yet");
                })::componentsAreMade,
                "no network is there yet");
    }

    private static final class Hidden implements Plugin {}

    /** A public plugin that no services file can name: it cannot be made without knowing what it contributes. */
    public record Contribution(List<ActivationFactory<?>> activations) implements Plugin {}

    private static FunctionActivationFactory named(String name) {
        return Activations.elementwise(name, z -> z, (z, a) -> 1).summary("What it is given.");
    }

    record Slopes(
            @Describe(value = "A slope.", defaultsTo = "1") double slope) {}

    private static PluginContract checking(BiFunction<Slopes, ExperimentFacts, List<Objection>> check) {
        return contract(new Contribution(List.of(new ActivationFactory<Slopes>() {
            @Override
            public String name() {
                return "checked";
            }

            @Override
            public Class<Slopes> options() {
                return Slopes.class;
            }

            @Override
            public Activation create(Slopes options, ComponentContext context) {
                return new Curve();
            }

            @Override
            public List<Objection> check(Slopes options, ExperimentFacts facts) {
                return check.apply(options, facts);
            }
        })));
    }

    private static PluginContract making(Supplier<Activation> maker) {
        return contract(new Contribution(List.of(new ActivationFactory<NoOptions>() {
            @Override
            public String name() {
                return "made";
            }

            @Override
            public Class<NoOptions> options() {
                return NoOptions.class;
            }

            @Override
            public Activation create(NoOptions options, ComponentContext context) {
                return maker.get();
            }
        })));
    }

    private static <O extends Record> PluginContract withOptions(Class<O> options) {
        return contract(new Contribution(List.of(new OptionsFactory<>("optioned", options))));
    }

    private static PluginContract contract(Plugin wrong) {
        return new PluginContract() {
            @Override
            protected Plugin plugin() {
                return wrong;
            }
        };
    }

    private static void assertFails(ThrowingCallable check, String message) {
        assertThatThrownBy(check).isInstanceOf(AssertionError.class).hasMessageContaining(message);
    }
}
