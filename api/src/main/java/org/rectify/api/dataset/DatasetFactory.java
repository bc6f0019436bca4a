package org.rectify.api.dataset;

import org.rectify.api.component.ComponentFactory;

/** A named maker of data sets. Making one reads or generates its examples, or prepares to. */
public interface DatasetFactory<O extends Record> extends ComponentFactory<Dataset, O> {}
