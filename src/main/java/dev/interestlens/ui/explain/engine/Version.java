package dev.interestlens.ui.explain.engine;

import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.look.LookResult;

/**
 * The same prediction by other weights: an earlier checkpoint, or another run.
 *
 * @param name for people
 * @param looked where it looks
 * @param effects what removing does there
 */
public record Version(String name, LookResult looked, Effects effects) {}
