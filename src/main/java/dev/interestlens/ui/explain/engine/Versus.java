package dev.interestlens.ui.explain.engine;

import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.look.Item;
import dev.interestlens.explain.look.LookResult;

/**
 * Another candidate for the same history.
 *
 * @param of the prediction
 * @param other the other candidate
 * @param looked Look for the other candidate
 * @param effects Effect of each behaviour on it
 */
public record Versus(ExplainedSample of, Item other, LookResult looked, Effects effects) {}
