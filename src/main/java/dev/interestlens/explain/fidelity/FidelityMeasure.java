package dev.interestlens.explain.fidelity;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.SubProgress;
import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.anatomy.MeasuredRows;
import dev.interestlens.explain.effect.Agreement;
import dev.interestlens.explain.effect.Agreement.Badge;
import dev.interestlens.explain.effect.AgreementJudge;
import dev.interestlens.explain.effect.CurveMeasure;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.ReadPart;
import dev.interestlens.explain.effect.RemovalCurves;
import dev.interestlens.explain.fidelity.FidelityReport.Control;
import dev.interestlens.explain.fidelity.FidelityReport.Measure;
import dev.interestlens.explain.fidelity.FidelityReport.Planted;
import dev.interestlens.explain.fidelity.FidelityReport.Seeds;
import dev.interestlens.explain.fidelity.FidelityReport.Source;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Impressions;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.metric.RankCorrelation;
import dev.interestlens.model.Removal;
import dev.interestlens.model.Scorer;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Measures how far the explanations of one model can be trusted, over stratified samples of a part. Takes minutes at most; one thread, like the
 * models.
 */
public final class FidelityMeasure {
    /** Choices with known causes, where there are so many: they cost less than other samples, and shares need more of them. */
    private static final int PLANTED = 2000;

    private static final long SEED = 20190604;

    private final Scorer model;
    private final Optional<Scorer> untrained;
    private final Siblings siblings;
    private final SampleSet samples;
    private final Impressions impressions;
    private final List<GroupTally> groups = new ArrayList<>();
    private final Map<Badge, Integer> badges = new EnumMap<>(Badge.class);
    private final Tally deviation = new Tally();
    private final Random random = new Random(SEED);
    private final List<OutsideMeasure> outside;

    /**
     * @param untrained the same model before training, where it is available
     * @param siblings control models
     * @param outside explanations of other programs
     */
    public FidelityMeasure(
            Scorer model,
            Optional<Scorer> untrained,
            Siblings siblings,
            SampleSet samples,
            List<OutsideExplanations> outside) {
        this.outside = outside.stream().map(OutsideMeasure::new).toList();
        this.model = model;
        this.siblings = siblings;
        this.untrained = untrained;
        this.samples = samples;
        this.impressions = new Impressions(samples);
        groups.add(new GroupTally("all", 0, Integer.MAX_VALUE));
        groups.add(new GroupTally("label", 0, 0));
        groups.add(new GroupTally("label", 1, 1));
        for (int i = 0; i < Strata.LENGTHS.length; i++) {
            boolean last = i == Strata.LENGTHS.length - 1;
            int to = last ? Integer.MAX_VALUE : Strata.LENGTHS[i + 1] - 1;
            groups.add(new GroupTally("history", Strata.LENGTHS[i], to));
        }
    }

    /**
     * @param count samples, 500 by default
     * @param known causes of choices, where the data contain them; at least 2,000 choices are compared, where there are so many
     * @return empty where it was cancelled
     */
    public Optional<FidelityReport> measure(Part part, int count, Optional<TrueCauses> known, Progress progress) {
        int[] rows = Strata.rows(samples, part, count, SEED);
        if (rows.length == 0) {
            throw Problem.badInput(FidelityMeasure.class, "nothingToMeasure")
                    .with("part", EnumNames.lower(part))
                    .exception("least", Strata.LENGTHS[0]);
        }
        List<Impression> seen = new ArrayList<>();
        Set<Integer> users = new HashSet<>();
        for (int i = 0; i < rows.length; i++) {
            if (progress.cancelled()) {
                return Optional.empty();
            }
            progress.at("samples", 0.45 * i / rows.length);
            Impression impression =
                    ReadPart.of(model, impressions.alone(part, rows[i])).impression();
            seen.add(impression);
            users.add(impression.user());
            sample(rows[i], impression);
        }
        MeasuredRows whole = MeasuredRows.of(samples, part, MeasuredRows.USERS);
        ControlMeasure controls =
                new ControlMeasure(model, untrained, seen, whole, new SubProgress(progress, 0.45, 0.7));
        Map<FidelityReport.Part, Figure> reinitialised = controls.reinitialised();
        List<Control> changed = progress.cancelled() ? List.of() : controls.controls(siblings);
        Optional<Seeds> seeds = controls.seeds(siblings.seeds());
        Optional<Planted> planted = known.map(causes -> new PlantedMeasure(model, samples, causes)
                .measure(part, Math.max(count, PLANTED), SEED, new SubProgress(progress, 0.7, 1)));
        return progress.cancelled()
                ? Optional.empty()
                : Optional.of(new FidelityReport(
                        groups.stream().map(GroupTally::group).toList(),
                        true,
                        users.size(),
                        deviation.figure().mean(),
                        badges,
                        changed,
                        seeds,
                        reinitialised,
                        planted,
                        outside.stream().map(OutsideMeasure::measured).toList()));
    }

    private void sample(int row, Impression impression) {
        Removal removal = model.removal(impression.batch());
        LookResult looked = look(model, impression);
        Effects effects = Effects.of(removal);
        CurveMeasure curves = CurveMeasure.coarse(removal);
        RemovalCurves measured = curves.measure(looked, effects, () -> false).orElseThrow();
        int n = impression.behaviours();
        List<GroupTally> mine = groups.stream()
                .filter(group -> group.takes(Math.round(impression.label()), n))
                .toList();
        mine.forEach(group -> group.begin(impression.user(), effects));
        int user = impression.user();
        ranked(mine, Source.LOOK, user, looked, effects);
        if (looked.kind().ranks()) {
            curves(mine, Source.LOOK, user, measured.look(), measured);
        }
        LookResult chance = Orders.shuffled(n, random);
        ranked(mine, Source.RANDOM, user, chance, effects);
        curves(mine, Source.RANDOM, user, curves.order(Scores.descending(chance.look())), measured);
        LookResult recent = Orders.newest(n);
        ranked(mine, Source.RECENCY, user, recent, effects);
        curves(mine, Source.RECENCY, user, curves.order(Scores.descending(recent.look())), measured);
        double tauBefore =
                untrained.map(fresh -> before(fresh, mine, impression)).orElse(Double.NaN);
        badges.merge(
                AgreementJudge.judge(looked, effects, measured.orderSkill(), tauBefore)
                        .badge(),
                1,
                Integer::sum);
        outside.forEach(each -> each.add(row, impression, effects, curves));
        deviation.add(user, RankCorrelation.kendallNullDeviation(n));
    }

    private static double before(Scorer untrained, List<GroupTally> groups, Impression impression) {
        LookResult looked = look(untrained, impression);
        Effects effects = Effects.of(untrained.removal(impression.batch()));
        ranked(groups, Source.UNTRAINED, impression.user(), looked, effects);
        return AgreementJudge.tau(looked, effects);
    }

    private static void ranked(List<GroupTally> groups, Source source, int user, LookResult looked, Effects effects) {
        Agreement agreement = AgreementJudge.judge(looked, effects, Double.NaN, Double.NaN);
        for (GroupTally group : groups) {
            group.add(source, Measure.TAU, user, agreement.tau());
            group.add(source, Measure.MATCHES, user, EarnedMeasure.matches(agreement));
            group.add(source, Measure.TOP3_OVERLAP, user, agreement.topOverlap());
            group.add(source, Measure.TOP3_AGAINST, user, agreement.topAgainst());
        }
    }

    private static void curves(
            List<GroupTally> groups, Source source, int user, RemovalCurves.Order order, RemovalCurves measured) {
        double gain = measured.randomDeletionArea() - order.deletionArea();
        double possible = measured.randomDeletionArea() - measured.effect().deletionArea();
        for (GroupTally group : groups) {
            group.add(source, Measure.ORDER_SKILL, user, gain, possible);
            group.add(source, Measure.COMPREHENSIVENESS, user, order.comprehensiveness());
            group.add(source, Measure.SUFFICIENCY, user, order.sufficiency());
        }
    }

    private static LookResult look(Scorer model, Impression impression) {
        return Explainer.look(model, impression);
    }
}
