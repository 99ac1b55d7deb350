/**
 * Deep Interest Evolution Network (Zhou et al. 2019, arXiv 1809.03672): a first recurrent layer extracts an interest at every step, an auxiliary loss
 * teaches it to foresee the next behaviour, and a second layer whose gates attention moves follows the interests towards the candidate.
 */
package dev.interestlens.model.dien;
