package dev.interestlens.measurement.quality;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.synth.ShopTruth;
import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.effect.FieldEffects;
import dev.interestlens.explain.effect.RandomItems;
import dev.interestlens.explain.effect.RankEffect;
import dev.interestlens.explain.effect.SmallestChange;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Impressions;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.reason.ReasonMeasure;
import dev.interestlens.explain.view.OpinionsPanel;
import dev.interestlens.explain.view.ShopOpinion;
import dev.interestlens.export.report.json.Provenance;
import dev.interestlens.model.Scorer;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.store.EnumNames;
import dev.interestlens.workspace.OpenRun;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Explains predictions of an open run: holds impressions of its samples, the model, and the same model before training. */
public final class RunExplainer implements AutoCloseable {
    private final OpenRun run;
    private final Optional<Scorer> untrained;
    private final RandomItems items;
    private final Explainer explainer;
    private final Impressions impressions;
    private Optional<ShopTruth> law;
    private KnownCauses causes;

    /** The caller closes the run. */
    public RunExplainer(OpenRun run) {
        this.run = run;
        untrained = run.untrained();
        items = new RandomItems(run.samples());
        explainer = new Explainer(
                run.model(),
                untrained,
                items,
                Optional.of(new FieldEffects(run.samples())),
                Optional.of(new ReasonMeasure(run.readSamples())),
                new RunEarned(run, untrained)::get);
        impressions = new Impressions(run.samples());
    }

    public Explainer explainer() {
        return explainer;
    }

    public Impressions impressions() {
        return impressions;
    }

    /**
     * The complete explanation of a row.
     *
     * @param beyond whether to include other attributions, which take a few times as long
     * @return empty where it was cancelled
     */
    public Optional<Explanation> explain(Part part, int row, boolean beyond, BooleanSupplier cancelled) {
        Impression impression = impressions.of(part, row);
        Optional<Explanation> plain = explain(impression, cancelled);
        return beyond && impression.behaviours() > 0
                ? plain.map(found -> found.with(
                        List.of(opinions(found, Optional.of(run.samples().sample(part, row)), () -> false))))
                : plain;
    }

    /** The complete explanation of an impression; empty where it was cancelled. */
    public Optional<Explanation> explain(Impression impression, BooleanSupplier cancelled) {
        return explainer.explain(impression, cancelled).flatMap(found -> withSmallest(found, cancelled));
    }

    /** With the fewest behaviours that carry the score past one half; empty where it was cancelled. */
    public Optional<Explanation> withSmallest(Explanation found, BooleanSupplier cancelled) {
        boolean[] all = ArrayFill.flags(found.impression().behaviours(), j -> true);
        return explainer
                .smallestChange(found.impression(), all, SmallestChange.HALF, cancelled)
                .map(found::with);
    }

    /**
     * Other attributions beside the Effect.
     *
     * @param sample that is explained; empty where it is none of the data
     * @param cancelled called now and then; the panel then lacks some
     */
    public Panel opinions(Explanation of, Optional<Sample> sample, BooleanSupplier cancelled) {
        if (law == null) {
            law = PlantedCauses.bundledLaw(run.data());
            causes = KnownCauses.of(run.data());
        }
        Impression impression = of.impression();
        return OpinionsPanel.of(
                impression,
                of.score(),
                of.effects(),
                new OpinionsPanel.Evidence(
                        explainer.firstOrder(impression),
                        explainer.integratedGradients(impression),
                        law.flatMap(shop ->
                                sample.flatMap(row -> ShopOpinion.of(shop, run.data(), impression, row.position()))),
                        run.negativesOfScores(),
                        sample.map(row -> causes.of(impression, row)).orElse(List.of()),
                        RankEffect.of(run.model(), items, impression, cancelled)));
    }

    /** The provenance of the explanation of a row. */
    public Provenance provenance(Part part, int row) {
        return run.provenance(EnumNames.lower(part) + " #" + row);
    }

    @Override
    public void close() {
        untrained.ifPresent(Scorer::close);
    }
}
