package dev.interestlens.ui.explain.engine;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.synth.ShopTruth;
import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.RankEffect;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Item;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.look.WhatIf;
import dev.interestlens.explain.view.OpinionsPanel;
import dev.interestlens.explain.view.ShopOpinion;
import dev.interestlens.model.Scorer;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.fidelity.ControlRuns;
import dev.interestlens.workspace.measure.KnownCauses;
import dev.interestlens.workspace.measure.PlantedCauses;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Further analyses of a prediction: attributions, other candidates, other weights. Every method is called on the engine thread and on no other. */
public final class BeyondEngine {
    private static final int MAX_VERSIONS = 8;

    private final ExplainEngine engine;
    private OpenRun known;
    private Optional<ShopTruth> law = Optional.empty();
    private KnownCauses causes;

    public BeyondEngine(ExplainEngine engine) {
        this.engine = engine;
    }

    /** Empty where it was cancelled. */
    public Optional<OpinionsResult> opinions(ExplainedSample of, BooleanSupplier cancelled) {
        know();
        Optional<ShopOpinion.Result> truth = law.filter(shop -> of.isRow())
                .flatMap(shop -> ShopOpinion.of(
                        shop,
                        engine.run().data(),
                        of.impression(),
                        engine.run().samples().sample(Part.TEST, of.row()).position()));
        Explainer explainer = engine.explainer();
        Optional<double[]> firstOrder = explainer.firstOrder(of.impression());
        var gradients = explainer.integratedGradients(of.impression());
        Optional<RankEffect.Result> rank =
                RankEffect.of(engine.run().model(), engine.items(), of.impression(), cancelled);
        return cancelled.getAsBoolean()
                ? Optional.empty()
                : Optional.of(new OpinionsResult(
                        of,
                        new OpinionsPanel.Evidence(
                                firstOrder,
                                gradients,
                                truth,
                                engine.run().samples().config().negatives().train(),
                                of.isRow()
                                        ? causes.of(
                                                of.impression(),
                                                engine.run().samples().sample(Part.TEST, of.row()))
                                        : List.of(),
                                rank)));
    }

    private void know() {
        if (known != engine.run()) {
            known = engine.run();
            law = PlantedCauses.bundledLaw(known.data());
            causes = KnownCauses.of(known.data());
        }
    }

    private Impression before(ExplainedSample of, Item other) {
        if (!of.isRow()) {
            return engine.impressions().of(WhatIf.of(of.impression()).swap(other.number()));
        }
        Sample sample = engine.run().samples().sample(Part.TEST, of.row());
        return engine.impressions().of(sample.user(), sample.position(), other.number(), Float.NaN);
    }

    /** Compares with another candidate for the same history. */
    public Versus versus(ExplainedSample of, Item other) {
        Impression impression = before(of, other);
        return new Versus(
                of,
                other,
                engine.explainer().look(impression),
                engine.explainer().effects(impression));
    }

    /** The same prediction with the stored checkpoints of the run, oldest first; fewer where it was cancelled. */
    public List<Version> checkpoints(ExplainedSample of, BooleanSupplier cancelled) {
        RunFolder folder = engine.run().folder();
        List<Version> versions = new ArrayList<>();
        for (Path checkpoint : OpenRun.checkpoints(folder)) {
            if (!cancelled.getAsBoolean()) {
                String step = checkpoint
                        .getFileName()
                        .toString()
                        .replaceAll("\\D", "")
                        .replaceFirst("^0+(?=\\d)", "");
                try (Scorer model = engine.run().modelAt(checkpoint)) {
                    versions.add(version(step, model, of));
                }
            }
        }
        return versions;
    }

    /** The same prediction with other runs of the same data and protocol; fewer where it was cancelled. */
    public List<Version> runs(ExplainedSample of, List<RunSummary> all, BooleanSupplier cancelled) {
        List<Version> versions = new ArrayList<>();
        OpenRun mine = engine.run();
        for (RunSummary each : all) {
            boolean comparable = each.description() != null
                    && each.bestEpoch() > 0
                    && !each.folder().path().equals(mine.folder().path())
                    && each.description()
                            .fingerprint()
                            .equals(mine.description().fingerprint())
                    && each.description()
                            .config()
                            .protocol()
                            .evaluation()
                            .equals(mine.description().config().protocol().evaluation());
            if (comparable && versions.size() < MAX_VERSIONS && !cancelled.getAsBoolean()) {
                try (Scorer model = mine.bestModel(each.folder())) {
                    versions.add(version(each.description().name(), model, of));
                }
            }
        }
        return versions;
    }

    /** The same prediction with finished runs that differ only in the seed; fewer where it was cancelled. */
    public List<Version> seeds(ExplainedSample of, BooleanSupplier cancelled) {
        List<Version> versions = new ArrayList<>();
        OpenRun mine = engine.run();
        for (RunFolder each : new ControlRuns(mine.folder()).seeds(MAX_VERSIONS)) {
            if (!cancelled.getAsBoolean()) {
                try (Scorer model = mine.bestModel(each)) {
                    versions.add(version(each.read().name(), model, of));
                }
            }
        }
        return versions;
    }

    private static Version version(String name, Scorer model, ExplainedSample of) {
        Explainer explainer = new Explainer(model, Optional.empty());
        LookResult looked = explainer.look(of.impression());
        Effects effects = explainer.effects(of.impression());
        return new Version(name, looked, effects);
    }
}
