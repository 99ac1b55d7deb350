/**
 * Tensors, parameters and layers: everything dense lives in one flat leaf, embeddings live in row tables of which only used rows reach the engine,
 * and a batch is laid out in length groups. A layer is a small class that takes its named parameters when it is made and arrays when it is called;
 * masks are 1 for what may be read and 0 for what may not. Models, training, explanation and export use it; it does not depend on data or
 * recommendation, and what it creates in a step belongs to the {@link ai.djl.ndarray.NDScope} that is open there.
 */
package dev.interestlens.nn;
