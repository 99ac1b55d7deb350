/**
 * A model with everything that whoever gets it needs: weights and graphs, schema and vocabularies, real rows with the scores they must give, a model
 * card, and programs that run it. A bundle is verified before anything in it is used: names, sizes and sums first, then the scores. The same run gives
 * the same bytes.
 */
package dev.interestlens.export.bundle;
