/**
 * Behaviour Sequence Transformer (Chen et al. 2019, arXiv 1905.06874): behaviours and candidate attend to each other in encoder layers before the head
 * reads them.
 */
package dev.interestlens.model.bst;
