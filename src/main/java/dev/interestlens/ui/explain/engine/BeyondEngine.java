package dev.interestlens.ui.explain.engine;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Item;
import dev.interestlens.explain.look.WhatIf;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.view.BeyondPanels;
import dev.interestlens.explain.view.SeedSpread;
import dev.interestlens.explain.view.VersionsPanel;
import dev.interestlens.explain.view.VersusPanel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.measurement.fidelity.ControlRuns;
import dev.interestlens.model.Scorer;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.RunSums;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Further analyses of a prediction as panels: attributions, other candidates, other weights. Every method is called on the engine thread and on no other. */
public record BeyondEngine(ExplainEngine engine) {
    private static final int MAX_VERSIONS = 8;

    /**
     * What is asked about a prediction.
     *
     * @param of measured completely
     * @param other to compare with, if any
     * @param runs of the workspace
     */
    public record Asked(ExplainedSample of, Optional<Item> other, List<RunSummary> runs, BooleanSupplier cancelled) {
        public Asked {
            runs = List.copyOf(runs);
        }

        Impression impression() {
            return of.impression();
        }

        /** The name that a run is shown by. */
        String name(RunFolder folder) {
            return runs.stream()
                    .filter(each -> each.folder().equals(folder))
                    .map(RunSummary::name)
                    .findFirst()
                    .orElseGet(folder::folderName);
        }
    }

    /** Other attributions beside the Effect; empty where it was cancelled. */
    public Optional<Panel> opinions(Asked asked) {
        Optional<Sample> sample = Optional.of(asked.of())
                .filter(ExplainedSample::isRow)
                .map(of -> engine.run().samples().sample(Part.TEST, of.row()));
        Panel found = engine.opinions(asked.of(), sample, asked.cancelled());
        return asked.cancelled().getAsBoolean() ? Optional.empty() : Optional.of(found);
    }

    private Impression before(ExplainedSample of, Item other) {
        if (!of.isRow()) {
            return engine.impressions().of(WhatIf.of(of.impression()).swap(other.number()));
        }
        Sample sample = engine.run().samples().sample(Part.TEST, of.row());
        return engine.impressions().of(sample.user(), sample.position(), other.number(), Float.NaN);
    }

    /** Compares with another candidate for the same history. */
    public Optional<Panel> versus(Asked asked) {
        ExplainedSample of = asked.of();
        return asked.other().map(other -> {
            Impression impression = before(of, other);
            return VersusPanel.of(
                    of.impression(),
                    of.looked(),
                    of.effects(),
                    other,
                    engine.explainer().look(impression),
                    engine.explainer().effects(impression));
        });
    }

    /** The same prediction with the stored checkpoints of the run, oldest first; fewer where it was cancelled. */
    public Optional<Panel> checkpoints(Asked asked) {
        OpenRun mine = engine.run();
        List<BeyondPanels.Version> versions = versions(
                asked, OpenRun.checkpoints(mine.folder()), each -> Long.toString(RunSums.step(each)), mine::modelAt);
        return versionsPanel("checkpoints", asked, versions);
    }

    /** The same prediction with other runs of the same data and protocol; fewer where it was cancelled. */
    public Optional<Panel> runs(Asked asked) {
        OpenRun mine = engine.run();
        List<RunSummary> others = asked.runs().stream()
                .filter(each -> isComparable(each, mine))
                .limit(MAX_VERSIONS)
                .toList();
        return versionsPanel(
                "runs", asked, versions(asked, others, RunSummary::name, each -> mine.bestModel(each.folder())));
    }

    private static boolean isComparable(RunSummary each, OpenRun mine) {
        return each.description() != null
                && each.bestEpoch() > 0
                && !each.folder().path().equals(mine.folder().path())
                && each.description().fingerprint().equals(mine.description().fingerprint())
                && each.description()
                        .config()
                        .protocol()
                        .evaluation()
                        .equals(mine.description().config().protocol().evaluation());
    }

    private static Optional<Panel> versionsPanel(String name, Asked asked, List<BeyondPanels.Version> versions) {
        return versions.isEmpty()
                ? Optional.empty()
                : Optional.of(VersionsPanel.of(name, asked.impression(), withThis(asked, versions)));
    }

    /** How the prediction differs with finished runs that differ only in the seed; fewer where it was cancelled. */
    public Optional<Panel> seeds(Asked asked) {
        OpenRun mine = engine.run();
        List<BeyondPanels.Version> versions =
                versions(asked, new ControlRuns(mine.folder()).seeds(MAX_VERSIONS), asked::name, mine::bestModel);
        return versions.isEmpty()
                ? Optional.empty()
                : Optional.of(BeyondPanels.seeds(asked.impression(), SeedSpread.of(withThis(asked, versions))));
    }

    private static List<BeyondPanels.Version> withThis(Asked asked, List<BeyondPanels.Version> versions) {
        List<BeyondPanels.Version> all = new ArrayList<>(versions);
        all.add(new BeyondPanels.Version(
                Wording.of("beyond.this"), asked.of().looked(), asked.of().effects()));
        return all;
    }

    /** The prediction with the weights of each, opened one after the other. */
    private static <T> List<BeyondPanels.Version> versions(
            Asked asked, List<T> all, Function<T, String> name, Function<T, Scorer> open) {
        List<BeyondPanels.Version> versions = new ArrayList<>();
        for (T each : all) {
            if (!asked.cancelled().getAsBoolean()) {
                try (Scorer model = open.apply(each)) {
                    Explainer explainer = new Explainer(model, Optional.empty());
                    versions.add(new BeyondPanels.Version(
                            Text.same(name.apply(each)),
                            explainer.look(asked.impression()),
                            explainer.effects(asked.impression())));
                }
            }
        }
        return versions;
    }
}
