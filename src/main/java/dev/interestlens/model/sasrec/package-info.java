/** SASRec (arXiv 1808.09781): causal self-attention over the history, and the next item by a dot product with the items' own embeddings. */
package dev.interestlens.model.sasrec;
