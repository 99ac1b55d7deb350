package dev.interestlens.ui.explain;

import dev.interestlens.explain.view.OpinionsPanel;

/** What else can be said about the behaviours of one prediction. */
record OpinionsResult(ExplainedSample of, OpinionsPanel.Evidence evidence) {}
