package dev.interestlens.ui.explain.engine;

import dev.interestlens.explain.view.OpinionsPanel;

/** What else can be said about the behaviours of one prediction. */
public record OpinionsResult(ExplainedSample of, OpinionsPanel.Evidence evidence) {}
