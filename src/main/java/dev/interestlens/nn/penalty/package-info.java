/** Regularisation of embedding rows. */
package dev.interestlens.nn.penalty;
