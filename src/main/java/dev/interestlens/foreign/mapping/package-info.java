/**
 * The mapping from a data set to a file from elsewhere: its inputs, and its numbers of items, users and categories. Written and read as {@code
 * mapping.json}; it runs nothing. Used for opening and showing such models.
 */
package dev.interestlens.foreign.mapping;
