package org.rectify.api.reconstruction;

import org.rectify.api.component.ComponentFactory;

/**
 * A named maker of reconstructions.
 *
 * @since 0.1
 */
public interface ReconstructionFactory<O extends Record> extends ComponentFactory<Reconstruction, O> {}
