package dev.interestlens.explain.fidelity;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.effect.Agreement;
import dev.interestlens.explain.effect.Agreement.Badge;
import dev.interestlens.explain.effect.AgreementJudge;
import dev.interestlens.explain.effect.Earned;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.ReadPart;
import dev.interestlens.explain.fidelity.FidelityReport.Measure;
import dev.interestlens.explain.fidelity.FidelityReport.Source;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Impressions;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.model.Scorer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What the badge is worth on a log: from a fidelity report, or else from a few rows of the test part, the same ones each time. */
public final class EarnedMeasure {
    /** So few that it takes a second or two. */
    private static final int ROWS = 60;

    private static final long SEED = 20190604;

    private EarnedMeasure() {}

    /** Of a report; empty where it is of an older version, which did not count this. */
    public static Optional<Earned> of(FidelityReport report) {
        Map<Source, Map<Measure, Figure>> figures = report.all().figures();
        return Optional.ofNullable(figure(figures, Source.RECENCY))
                .map(newest -> earned(figure(figures, Source.LOOK), newest, figure(figures, Source.UNTRAINED)));
    }

    /**
     * Of a few rows.
     *
     * @param cancelled called before each
     * @return empty where it was cancelled
     */
    public static Optional<Earned> of(
            Scorer model, Optional<Scorer> untrained, SampleSet samples, BooleanSupplier cancelled) {
        Map<Source, Tally> tallies = new EnumMap<>(Source.class);
        Impressions impressions = new Impressions(samples);
        for (int row : Strata.rows(samples, Part.TEST, ROWS, SEED)) {
            if (cancelled.getAsBoolean()) {
                return Optional.empty();
            }
            Impression impression =
                    ReadPart.of(model, impressions.alone(Part.TEST, row)).impression();
            Effects effects = Effects.of(model.removal(impression.batch()));
            add(tallies, Source.LOOK, impression, Explainer.look(model, impression), effects);
            add(tallies, Source.RECENCY, impression, Orders.newest(impression.behaviours()), effects);
            untrained.ifPresent(fresh -> add(
                    tallies,
                    Source.UNTRAINED,
                    impression,
                    Explainer.look(fresh, impression),
                    Effects.of(fresh.removal(impression.batch()))));
        }
        Map<Source, Figure> figures = new EnumMap<>(Source.class);
        tallies.forEach((source, tally) -> figures.put(source, tally.figure()));
        return Optional.of(
                figures.containsKey(Source.RECENCY)
                        ? earned(figures.get(Source.LOOK), figures.get(Source.RECENCY), figures.get(Source.UNTRAINED))
                        : Earned.UNKNOWN);
    }

    /** 1 where the badge says that an order matches Effect, 0 where it says otherwise; NaN where it cannot judge. */
    static double matches(Agreement agreement) {
        return agreement.badge() == Badge.CANNOT_JUDGE ? Double.NaN : agreement.badge() == Badge.AGREES ? 1 : 0;
    }

    private static void add(
            Map<Source, Tally> tallies, Source source, Impression impression, LookResult looked, Effects effects) {
        Agreement agreement = AgreementJudge.judge(looked, effects, Double.NaN, Double.NaN);
        tallies.computeIfAbsent(source, each -> new Tally()).add(impression.user(), matches(agreement));
    }

    private static Earned earned(Figure look, Figure newest, Figure untrained) {
        return look == null
                ? Earned.UNKNOWN
                : new Earned(
                        look.samples(),
                        look.mean(),
                        look.low(),
                        newest.mean(),
                        untrained == null ? Double.NaN : untrained.mean());
    }

    private static Figure figure(Map<Source, Map<Measure, Figure>> figures, Source source) {
        return figures.getOrDefault(source, Map.of()).get(Measure.MATCHES);
    }
}
