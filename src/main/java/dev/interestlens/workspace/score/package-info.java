/** Scores and recommendations for many rows or users, in constant memory. */
package dev.interestlens.workspace.score;
