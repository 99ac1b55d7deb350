package dev.interestlens.ui.explain.engine;

import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.look.Item;
import dev.interestlens.explain.look.LookResult;

/**
 * Another candidate before the same history.
 *
 * @param of the prediction
 * @param other the other candidate
 * @param looked where the model looks for it
 * @param effects what removing each behaviour does to it
 */
public record Versus(ExplainedSample of, Item other, LookResult looked, Effects effects) {}
