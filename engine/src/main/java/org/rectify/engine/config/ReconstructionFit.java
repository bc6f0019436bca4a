package org.rectify.engine.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.rectify.api.activation.Activation;
import org.rectify.api.activation.OutputRange;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.PerLayer;
import org.rectify.api.reconstruction.Reconstruction;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.Kind;

/**
 * Whether the layers above the first can be rebuilt from what lies below them (items 42 and 44).
 *
 * <p>What the first layer rebuilds is known with the data set alone, and refused by the pre-training itself.
 */
final class ReconstructionFit {

    private final ComponentRegistry registry;
    private final ComponentContext context;
    private final Sources sources;
    private final Binder early;

    /**
     * @param context whose hidden layers are those of the experiment
     * @param early binds ahead of the rest, without reporting
     */
    ReconstructionFit(ComponentRegistry registry, ComponentContext context, Sources sources, Binder early) {
        this.registry = registry;
        this.context = context;
        this.sources = sources;
        this.early = early;
    }

    /** Reports each reconstruction whose targets do not hold the outputs of the layer below. */
    void check(ConfigObject experiment) {
        if (!(experiment.get("network") instanceof ConfigObject network) || network.get("activation") == null) {
            return;
        }
        Optional<Object> bound =
                early.bindOption(ExperimentSpec.Network.class, "activation", network.get("activation"));
        if (bound.isPresent() && experiment.get("pretraining") instanceof ConfigObject pretraining) {
            check(pretraining, (Activation) bound.get());
        }
    }

    private void check(ConfigObject pretraining, Activation activation) {
        String name = String.valueOf(Optional.ofNullable(pretraining.get("type"))
                .map(ConfigValue::unwrapped)
                .orElse(""));
        Optional<Chosen> chosen = Chosen.of(registry, Kind.PRETRAINING, name);
        for (RecordComponent option :
                chosen.map(found -> found.optionsType().getRecordComponents()).orElse(new RecordComponent[0])) {
            String key = Kebab.ofCamelCase(option.getName());
            ConfigValue value = pretraining.get(key);
            if (value != null && isReconstruction(option)) {
                early.bindOption(chosen.orElseThrow().optionsType(), key, value)
                        .ifPresent(made -> check("pretraining." + key, value, made, activation));
            }
        }
    }

    private static boolean isReconstruction(RecordComponent option) {
        if (option.getType() == PerLayer.class) {
            return OptionTypes.argument(option.getGenericType()) == Reconstruction.class;
        }
        return option.getType() == Reconstruction.class;
    }

    private void check(String path, ConfigValue value, Object made, Activation activation) {
        PerLayer<?> all = made instanceof PerLayer<?> layers ? layers : PerLayer.all(made);
        for (int layer = 1; layer < context.hiddenLayers().size(); layer++) {
            Reconstruction reconstruction = (Reconstruction) all.of(layer);
            OutputRange below = ((Reconstruction) all.of(layer - 1)).scaling().scaled(activation.range());
            if (!reconstruction.acceptsCodes(below)) {
                boolean listed = value instanceof ConfigList && all.values().size() > 1;
                ConfigValue at = listed ? ((ConfigList) value).get(layer) : value;
                refuse(at, listed ? path + "[" + layer + "]" : path, layer, below, reconstruction);
                return;
            }
        }
    }

    private void refuse(ConfigValue at, String path, int layer, OutputRange below, Reconstruction reconstruction) {
        String fault = "layer " + (layer + 1) + " is to rebuild outputs of layer " + layer + ", which lie in " + below
                + "; its targets must lie in " + reconstruction.targets();
        sources.add(at, path, fault, "accepted: " + String.join(", ", fitting(below)));
    }

    /** The reconstructions that would do, as far as they can be made without options. */
    private List<String> fitting(OutputRange range) {
        return registry.acceptedNames(Kind.RECONSTRUCTION).stream()
                .filter(name -> early.bindByName(Kind.RECONSTRUCTION, name)
                        .filter(made -> ((Reconstruction) made).acceptsCodes(range))
                        .isPresent())
                .toList();
    }
}
