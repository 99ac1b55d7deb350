/**
 * Prepared data sets: what a field is, what a batch looks like, and the columns on disk. A prepared data set never changes once it is written, ids 0
 * and 1 are always padding and unknown, and SQL is used only in this package and below it. Used by training, explaining, the command line and the
 * window; models read {@link dev.interestlens.data.Schema} only.
 */
package dev.interestlens.data;
