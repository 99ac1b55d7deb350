/**
 * A model with everything that is needed to use it: weights and graphs, schema and vocabularies, real rows with the scores they must give, a model
 * card, and programs that run it. A bundle is verified before anything in it is used: names, sizes and sums first, then the scores. The same run
 * gives the same bytes.
 */
package dev.interestlens.export.bundle;
