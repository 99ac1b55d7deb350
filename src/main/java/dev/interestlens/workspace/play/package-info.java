/**
 * The playground: small shops with a known law, models that are trained on them while someone looks on, and the lessons. What is seen depends on the
 * setup alone, never on the clock. The window uses it.
 */
package dev.interestlens.workspace.play;
