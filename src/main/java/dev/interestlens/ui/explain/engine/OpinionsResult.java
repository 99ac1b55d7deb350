package dev.interestlens.ui.explain.engine;

import dev.interestlens.explain.view.OpinionsPanel;

/** Further attributions of one prediction. */
public record OpinionsResult(ExplainedSample of, OpinionsPanel.Evidence evidence) {}
