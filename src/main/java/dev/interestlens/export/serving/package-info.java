/**
 * A model for serving: the graph of a user's history, whose outputs can be cached, and the graph of the candidates of one user. Both are described
 * beside the model and tested to be equal to it; the rules for cached tensors are written with them, and operations that would not be exact are
 * refused. Used by bundles, by the command line and by the export screen.
 */
package dev.interestlens.export.serving;
