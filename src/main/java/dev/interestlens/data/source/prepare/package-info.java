/**
 * Where to begin: {@link dev.interestlens.data.source.prepare.Sources} reads any source into a prepared data set, a preview and an inspection tell before
 * what would be read, and a table of requests reads pairs to score by the same rules. Used by commands, screens and experiments.
 */
package dev.interestlens.data.source.prepare;
