/** Embedding tables: which rows a batch touches, and where they stand. */
package dev.interestlens.model.embedding;
