/** Heatmaps on the screen: one, a grid of them, and the strip that moves over a wide one. */
package dev.interestlens.ui.control.heatmap;
