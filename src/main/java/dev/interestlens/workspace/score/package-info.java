/** Scores and recommendations for many rows or users, in memory that does not grow with them. */
package dev.interestlens.workspace.score;
