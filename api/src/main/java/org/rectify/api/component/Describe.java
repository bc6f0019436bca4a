package org.rectify.api.component;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one option: the text of {@code rectify describe}, its default and its range.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Describe {

    /** What the option does, one sentence, with its unit. */
    String value();

    /** The default as it would stand in an experiment file; empty: the option must be given. */
    String defaultsTo() default "";

    /**
     * Accepted numbers as an interval, {@code "(0, inf)"}, {@code "[0, 1]"}; for a list or a {@link PerLayer}, of each
     * element. Empty: every value of the type.
     */
    String range() default "";

    /** Where the paper says so: section or formula, and the item of the specification. */
    String source() default "";
}
