/** Pictures of the core as nodes of the screen, and the cursor that runs through all that share a history. */
package dev.interestlens.ui.explain.picture;
