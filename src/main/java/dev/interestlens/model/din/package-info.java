/** Deep Interest Network (Zhou et al. 2018, arXiv 1706.06978): each behaviour is weighed against the candidate before the history is summed. */
package dev.interestlens.model.din;
