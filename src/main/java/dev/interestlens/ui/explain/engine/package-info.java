/** Computations with the model for the screen, on the engine thread, and their results. */
package dev.interestlens.ui.explain.engine;
