/**
 * Times of a log: how they are written, what is open where they can be read in two ways, and which of them are far from all others. A format is
 * chosen from all values of a column, never from its beginning alone. Used by the packages of an import.
 */
package dev.interestlens.data.source.time;
