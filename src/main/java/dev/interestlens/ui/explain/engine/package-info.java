/** What the screen asks of the model, on the engine thread, and the results that it shows. */
package dev.interestlens.ui.explain.engine;
