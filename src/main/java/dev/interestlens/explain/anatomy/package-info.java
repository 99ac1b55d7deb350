/**
 * What a figure of a model, such as its AUC, is made of: the shares of the parts that it reads, measured by replacing parts with those of other rows.
 * The shares always sum to the figure less chance. Scores are made once and serve every metric; used by the command line, the window and the reports.
 */
package dev.interestlens.explain.anatomy;
