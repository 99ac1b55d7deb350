/** Embedding tables: which rows a batch reads, and where they are stored. */
package dev.interestlens.model.embedding;
