/**
 * What a model is: a configuration record, a plain forward pass that hands out its traces, an optional fast form for training that is held equal to
 * it, and the exact removal of behaviours. Each family has a folder of its own here and one line in {@link dev.interestlens.model.ModelCatalog};
 * nobody else names its classes. Inside, B is the number of samples, N of positions, W the width of an item's embedding; no engine array leaves.
 */
package dev.interestlens.model;
