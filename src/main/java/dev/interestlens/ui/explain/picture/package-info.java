/** Figures of explanations as nodes of the screen, and the shared cursor of those over the same history. */
package dev.interestlens.ui.explain.picture;
