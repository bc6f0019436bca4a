package org.rectify.plugin.corruptions;

import java.util.List;
import org.rectify.api.component.NoOptions;
import org.rectify.api.corruption.CorruptionFactory;
import org.rectify.api.plugin.Plugin;

/** Registers the corruptions of the paper and its authors (paper, section 3.2; items 34-36). */
public final class CorruptionsPlugin implements Plugin {

    @Override
    public List<CorruptionFactory<?>> corruptions() {
        return List.of(
                new NamedCorruption<>(
                        "masking",
                        "Sets each component to 0 with one probability, and leaves the others as they are.",
                        "sections 3.2 and 4.1, item 34",
                        Masking.Options.class,
                        Masking::new),
                new NamedCorruption<>(
                        "salt-and-pepper",
                        "Sets ones to 0 and zeros to 1, each with its own probability: noise for binary text.",
                        "section 4.2, item 35",
                        SaltAndPepper.Options.class,
                        SaltAndPepper::new),
                new NamedCorruption<>(
                        "gaussian",
                        "Adds normal noise to each component: for real-valued inputs.",
                        "item 36",
                        Gaussian.Options.class,
                        Gaussian::new),
                new NamedCorruption<>(
                        "none",
                        "Changes nothing: an ordinary auto-encoder.",
                        "section 3.2, item 33",
                        NoOptions.class,
                        none -> new NoCorruption()));
    }
}
