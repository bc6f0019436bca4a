package org.rectify.api.penalty;

import org.rectify.api.component.ComponentFactory;

/**
 * A named maker of penalties.
 *
 * @since 0.1
 */
public interface PenaltyFactory<O extends Record> extends ComponentFactory<Penalty, O> {}
