/** The kinds of pictures that an explanation is made of, as data: a matrix, bars over the history, lines, heads, ways of a state. */
package dev.interestlens.explain.picture;
