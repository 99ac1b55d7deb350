/**
 * A model as it is served: the graph of a user's history, of which the result can be kept, and the graph of the candidates of one user. Both are described
 * beside the model and held equal to it; what may be done with kept tensors is written down with them and refused where it would not be exact. Used by
 * bundles, by the command line and by the export screen.
 */
package dev.interestlens.export.serving;
