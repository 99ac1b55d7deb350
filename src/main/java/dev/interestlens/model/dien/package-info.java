/**
 * Deep Interest Evolution Network (Zhou et al. 2019, arXiv 1809.03672): a first recurrent layer extracts an interest at every step, an auxiliary loss
 * trains it to predict the next behaviour, and a second layer, whose gates depend on attention, follows the interests that are relevant to the
 * candidate.
 */
package dev.interestlens.model.dien;
