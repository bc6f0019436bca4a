package org.rectify.plugin.activations;

import java.util.List;
import org.rectify.api.activation.ActivationFactory;

/** Relatives of the rectifier that the paper does not have, most of which came after it. */
final class Relatives {

    private Relatives() {}

    static List<ActivationFactory<?>> all() {
        return List.of(
                NamedActivation.withOptions(
                                "leaky-rectifier",
                                "z where it is positive, slope z where it is not.",
                                "Maas, Hannun and Ng, Rectifier Nonlinearities Improve Neural Network Acoustic Models"
                                        + " (2013)",
                                LeakyRectifier.Options.class,
                                LeakyRectifier::new)
                        .aliases("leaky-relu"),
                NamedActivation.withOptions(
                        "elu",
                        "z where it is positive, alpha (exp z - 1) where it is not.",
                        "Clevert, Unterthiner and Hochreiter, Fast and Accurate Deep Network Learning by Exponential"
                                + " Linear Units (2016)",
                        ExponentialLinear.Options.class,
                        ExponentialLinear::elu),
                NamedActivation.withOptions(
                        "celu",
                        "z where it is positive, alpha (exp(z / alpha) - 1) where it is not: smooth for every alpha.",
                        "Barron, Continuously Differentiable Exponential Linear Units (2017)",
                        ExponentialLinear.Options.class,
                        ExponentialLinear::celu),
                NamedActivation.of(
                        "gelu",
                        "z Phi(z), where Phi is the distribution function of the normal distribution.",
                        "Hendrycks and Gimpel, Gaussian Error Linear Units (2016)",
                        new Gelu()),
                NamedActivation.withOptions(
                                "swish",
                                "z sigmoid(beta z), a rectifier that is smooth and dips below 0.",
                                "Ramachandran, Zoph and Le, Searching for Activation Functions (2017)",
                                Swish.Options.class,
                                Swish::new)
                        .aliases("silu"),
                NamedActivation.forLayers(
                        "k-winners",
                        "The k largest pre-activations of each example as they are, exact zeros for all others.",
                        "Makhzani and Frey, k-Sparse Autoencoders (2014)",
                        KWinners.Options.class,
                        KWinners::of),
                NamedActivation.forLayers(
                        "maxout",
                        "The largest of each group of neighbouring pre-activations: an output for as many units as there"
                                + " are pieces.",
                        "Goodfellow, Warde-Farley, Mirza, Courville and Bengio, Maxout Networks (2013)",
                        Maxout.Options.class,
                        Maxout::of));
    }
}
