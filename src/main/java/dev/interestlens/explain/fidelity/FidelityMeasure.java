package dev.interestlens.explain.fidelity;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.synth.cause.Cause;
import dev.interestlens.explain.Explainer;
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
import dev.interestlens.explain.look.LookKind;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.metric.RankCorrelation;
import dev.interestlens.model.Removal;
import dev.interestlens.model.Scorer;
import dev.interestlens.store.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Measures how far the explanations of one model can be trusted, over stratified samples of a part. Takes minutes at most; one thread, like the
 * models.
 */
public final class FidelityMeasure {
    private static final int PLANTED = 500;
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

    /** @param untrained the same model before training, where it is available */
    public FidelityMeasure(Scorer model, Optional<Scorer> untrained, SampleSet samples) {
        this(model, untrained, Siblings.none(), samples);
    }

    /**
     * @param untrained the same model before training, where it is available
     * @param siblings control models
     */
    public FidelityMeasure(Scorer model, Optional<Scorer> untrained, Siblings siblings, SampleSet samples) {
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
     * @param causes by user and position in the user's sequence, where the data contain them
     * @return empty where it was cancelled
     */
    public Optional<FidelityReport> measure(
            Part part, int count, Optional<Map<String, List<Cause>>> causes, Progress progress) {
        int[] rows = Strata.rows(samples, part, count, SEED);
        if (rows.length == 0) {
            throw Problem.badInput(FidelityMeasure.class, "nothingToMeasure")
                    .with("part", part.name().toLowerCase(Locale.ROOT))
                    .with("least", Strata.LENGTHS[0])
                    .exception();
        }
        List<Impression> seen = new ArrayList<>();
        Set<Integer> users = new HashSet<>();
        for (int i = 0; i < rows.length; i++) {
            if (progress.cancelled()) {
                return Optional.empty();
            }
            progress.at("samples", 0.55 * i / rows.length);
            Impression impression =
                    ReadPart.of(model, impressions.alone(part, rows[i])).impression();
            seen.add(impression);
            users.add(impression.user());
            sample(impression);
        }
        ControlMeasure controls = new ControlMeasure(model, untrained, seen, new SubProgress(progress, 0.55, 0.85));
        Map<FidelityReport.Part, Figure> reinitialised = controls.reinitialised();
        List<Control> changed = progress.cancelled() ? List.of() : controls.controls(siblings);
        Optional<Seeds> seeds = controls.seeds(siblings.seeds());
        Optional<Planted> planted = causes.map(known -> planted(part, known, new SubProgress(progress, 0.85, 1)));
        return progress.cancelled()
                ? Optional.empty()
                : Optional.of(new FidelityReport(
                        groups.stream().map(GroupTally::group).toList(),
                        users.size(),
                        deviation.figure().mean(),
                        badges,
                        changed,
                        seeds,
                        reinitialised,
                        planted));
    }

    private void sample(Impression impression) {
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
        LookResult chance = ranking(shuffled(n));
        ranked(mine, Source.RANDOM, user, chance, effects);
        curves(mine, Source.RANDOM, user, curves.order(Scores.descending(chance.look())), measured);
        LookResult recent = ranking(rising(n));
        ranked(mine, Source.RECENCY, user, recent, effects);
        curves(mine, Source.RECENCY, user, curves.order(Scores.descending(recent.look())), measured);
        double tauBefore =
                untrained.map(fresh -> before(fresh, mine, impression)).orElse(Double.NaN);
        badges.merge(
                AgreementJudge.judge(looked, effects, measured.orderSkill(), tauBefore)
                        .badge(),
                1,
                Integer::sum);
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

    private Planted planted(Part part, Map<String, List<Cause>> causes, Progress progress) {
        PlantedTruth truth = new PlantedTruth();
        GroupTruth groups = new GroupTruth();
        List<Integer> rows = new ArrayList<>();
        float[] labels = samples.labels(part);
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] > 0.5) {
                rows.add(row);
            }
        }
        Collections.shuffle(rows, new Random(SEED));
        int done = 0;
        for (int row : rows) {
            if (done == PLANTED || progress.cancelled()) {
                break;
            }
            Sample sample = samples.sample(part, row);
            int first = (int) (samples.firstHistoryEvent(sample.user(), sample.position())
                    - samples.data().firstEvent(sample.user()));
            List<Cause> own = causes.getOrDefault(samples.data().userKey(sample.user()), List.of());
            if (sample.position() >= own.size()) {
                continue;
            }
            Cause cause = own.get(sample.position());
            List<Set<Integer>> interests = cause.supports().stream()
                    .map(places -> Arrays.stream(places)
                            .filter(position -> position >= first)
                            .map(position -> position - first)
                            .boxed()
                            .collect(Collectors.toSet()))
                    .filter(places -> !places.isEmpty())
                    .toList();
            if (!interests.isEmpty()) {
                progress.at("planted", (double) done++ / PLANTED);
                Impression impression = impressions.alone(part, row);
                LookResult looked = look(model, impression);
                truth.add(looked, Effects.of(model, impression), cause.trigger() - first, interests);
                groups.add(impression, model.removal(impression.batch()), looked, interests);
            }
        }
        return truth.planted(groups.groups());
    }

    private static LookResult look(Scorer model, Impression impression) {
        return Explainer.look(model, impression);
    }

    private static LookResult ranking(double[] order) {
        return new LookResult(0, LookKind.ATTENTION, order, List.of());
    }

    private double[] shuffled(int n) {
        return random.doubles(n).toArray();
    }

    private static double[] rising(int n) {
        double[] rising = new double[n];
        for (int j = 0; j < n; j++) {
            rising[j] = j + 1;
        }
        return rising;
    }
}
