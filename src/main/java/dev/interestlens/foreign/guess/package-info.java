/**
 * A first mapping for a file that nobody has described: what its inputs are looked up in, and what they are called. Runs nothing. Used by the package above
 * alone.
 */
package dev.interestlens.foreign.guess;
