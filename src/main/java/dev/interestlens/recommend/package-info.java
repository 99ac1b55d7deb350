/**
 * Recommending: the best items of the whole catalogue for one person, why these, why not another one, and properties of the list. All statements are
 * measured on the unchanged model by removing behaviours from its input, and checked on the whole catalogue. Used by the screen, the command line and
 * the reports.
 */
package dev.interestlens.recommend;
