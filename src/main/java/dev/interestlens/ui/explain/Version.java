package dev.interestlens.ui.explain;

import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.look.LookResult;

/**
 * The same prediction by other weights: an earlier checkpoint, or another run.
 *
 * @param name for people
 * @param looked where it looks
 * @param effects what removing does there
 */
record Version(String name, LookResult looked, Effects effects) {}
