/**
 * Models: each has a configuration record, a plain forward pass with traces, an optional fast form for training that is tested to be equal to it, and
 * the exact removal of behaviours. Each family has a folder of its own here and one line in {@link dev.interestlens.model.ModelCatalog}; no other
 * code refers to its classes. Inside, B is the number of samples, N of positions, W the width of an item's embedding; engine arrays do not leave the
 * package.
 */
package dev.interestlens.model;
