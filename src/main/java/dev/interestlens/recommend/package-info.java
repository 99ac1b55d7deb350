/**
 * Recommending: the best items of the whole catalogue for one person, why these, why not another one, and what the list is like. Whatever is said of a
 * list is measured on the model as it is, with behaviours taken out of its input, and checked on the whole catalogue. Used by the screen, the command
 * line and the reports; knows none of them.
 */
package dev.interestlens.recommend;
