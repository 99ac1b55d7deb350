/** The kinds of pictures of an explanation, as data: heat maps, bars over the history, lines, heads, paths of a state. */
package dev.interestlens.explain.picture;
