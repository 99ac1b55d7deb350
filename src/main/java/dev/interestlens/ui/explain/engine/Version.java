package dev.interestlens.ui.explain.engine;

import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.look.LookResult;

/**
 * The same prediction with other weights: an earlier checkpoint, or another run.
 *
 * @param name for display
 * @param looked its Look
 * @param effects its Effects
 */
public record Version(String name, LookResult looked, Effects effects) {}
