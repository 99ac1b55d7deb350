/**
 * Rankers that are made of one description of their layers over {@link dev.interestlens.nn.graph.Graph}: training, traces, removal, parts of a score and
 * the catalogue compute it by the engine, files and serving write it. Behaviours never read a candidate, so that they are computed once for all candidates
 * of a history. A family gives its layers, its configuration and its diagram.
 */
package dev.interestlens.model.described;
