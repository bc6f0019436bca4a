package org.rectify.api.activation;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;

/**
 * An activation without options, written as two functions; each method returns a changed copy.
 *
 * @since 0.1
 */
public final class FunctionActivationFactory implements ActivationFactory<NoOptions> {

    private final String name;
    private final String summary;
    private final String source;
    private final OutputRange range;
    private final boolean silentAtZero;
    private final DoubleUnaryOperator value;
    private final DoubleBinaryOperator derivative;

    FunctionActivationFactory(
            String name,
            String summary,
            String source,
            OutputRange range,
            boolean silentAtZero,
            DoubleUnaryOperator value,
            DoubleBinaryOperator derivative) {
        this.name = name;
        this.summary = summary;
        this.source = source;
        this.range = range;
        this.silentAtZero = silentAtZero;
        this.value = value;
        this.derivative = derivative;
    }

    /** Says in one sentence what the activation is. */
    public FunctionActivationFactory summary(String sentence) {
        return new FunctionActivationFactory(name, sentence, source, range, silentAtZero, value, derivative);
    }

    /** Says where it is defined. */
    public FunctionActivationFactory source(String reference) {
        return new FunctionActivationFactory(name, summary, reference, range, silentAtZero, value, derivative);
    }

    /** Declares the interval of the outputs; every number unless declared. */
    public FunctionActivationFactory ranging(OutputRange outputs) {
        return new FunctionActivationFactory(name, summary, source, outputs, silentAtZero, value, derivative);
    }

    /** Declares that the derivative is zero wherever the output is; see {@link Activation#silentAtZero()}. */
    public FunctionActivationFactory silentAtZero() {
        return new FunctionActivationFactory(name, summary, source, range, true, value, derivative);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String summary() {
        return summary;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public Activation create(NoOptions options, ComponentContext context) {
        return new FunctionActivation(range, silentAtZero, value, derivative);
    }

    private record FunctionActivation(
            OutputRange range, boolean silentAtZero, DoubleUnaryOperator function, DoubleBinaryOperator slope)
            implements ElementwiseActivation {

        @Override
        public double value(double z) {
            return function.applyAsDouble(z);
        }

        @Override
        public double derivative(double z, double a) {
            return slope.applyAsDouble(z, a);
        }
    }
}
