package org.rectify.plugin.activations;

import java.util.ArrayList;
import java.util.List;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.activation.Activations;
import org.rectify.api.activation.FunctionActivationFactory;
import org.rectify.api.array.OutputRange;
import org.rectify.api.plugin.Plugin;

/** Registers the activations of the paper, those it is compared with (items 1-12), and the rectifier's relatives. */
public final class ActivationsPlugin implements Plugin {

    @Override
    public List<ActivationFactory<?>> activations() {
        List<ActivationFactory<?>> factories = new ArrayList<>(List.of(
                NamedActivation.withOptions(
                                "rectifier",
                                "The rectifier max(0, z), silent wherever z is not positive.",
                                "section 3.1, items 1 and 2",
                                Rectifier.Options.class,
                                Rectifier::new)
                        .aliases("hinge", "relu"),
                NamedActivation.of(
                        "softplus",
                        "The softplus log(1 + exp z), the rectifier's smooth version.",
                        "section 3.1, item 3",
                        new Softplus(1)),
                NamedActivation.withOptions(
                        "rescaled-softplus",
                        "softplus(alpha z) / alpha, between the softplus and the rectifier.",
                        "published version, section 4.1, item 4",
                        Softplus.Options.class,
                        Softplus::new),
                NamedActivation.of(
                                "sigmoid",
                                "The logistic sigmoid 1 / (1 + exp(-z)), at rest at 1/2.",
                                "section 2.1, item 5",
                                new Sigmoid())
                        .aliases("logistic"),
                NamedActivation.of(
                        "tanh",
                        "The hyperbolic tangent, antisymmetric and at rest at 0.",
                        "section 2.1, item 6",
                        new Tanh()),
                NamedActivation.of(
                        "absolute-tanh",
                        "|tanh z|, symmetric, with derivative 0 at 0.",
                        "section 3.1, item 7",
                        new AbsoluteTanh()),
                NamedActivation.withOptions(
                        "leaky-integrate-and-fire",
                        "The firing rate of a leaky integrate-and-fire neuron: 0 up to a threshold, then saturating.",
                        "section 2.1, item 8",
                        LeakyIntegrateAndFire.Options.class,
                        LeakyIntegrateAndFire::new),
                NamedActivation.of(
                        "rectifier-pair",
                        "Two outputs of each unit, max(0, z) and max(0, -z), which share its weights.",
                        "section 3.1, item 10",
                        new RectifierPair()),
                antisymmetricRectifierPair(),
                symmetricRectifierPair()));
        factories.addAll(Comparisons.all());
        factories.addAll(Relatives.all());
        return List.copyOf(factories);
    }

    /** The derivative at 0 is the sum of two rectifiers' derivatives there: 0. */
    private static FunctionActivationFactory antisymmetricRectifierPair() {
        return Activations.elementwise(
                        "antisymmetric-rectifier-pair",
                        z -> Math.max(0, z) - Math.max(0, -z),
                        (z, a) -> Math.abs(Math.signum(z)))
                .summary("max(0, z) - max(0, -z): two rectifiers that share parameters and make z, silent at 0.")
                .source("section 3.1, item 10")
                .silentAtZero();
    }

    private static FunctionActivationFactory symmetricRectifierPair() {
        return Activations.elementwise(
                        "symmetric-rectifier-pair", z -> Math.max(0, z) + Math.max(0, -z), (z, a) -> Math.signum(z))
                .summary("max(0, z) + max(0, -z): two rectifiers that share parameters and make |z|.")
                .source("section 3.1, item 10")
                .ranging(OutputRange.NON_NEGATIVE)
                .silentAtZero();
    }
}
