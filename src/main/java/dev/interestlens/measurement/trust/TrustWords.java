package dev.interestlens.measurement.trust;

import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.TextBundle;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Numerals;
import dev.interestlens.measurement.trust.TrustReport.Explained;
import dev.interestlens.measurement.trust.TrustReport.Law;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a report says, beside an explanation and in files. */
public final class TrustWords {
    static final TextBundle WORDS = new TextBundle(TrustWords.class);

    /** Below it planted users are as good as not told from others. */
    private static final double DETECTABLE = 0.55;

    private TrustWords() {}

    /** One sentence about Look, where there is one, and Effect, by the law that was learnt best; empty where none was measured. */
    public static Optional<Text> line(TrustReport report) {
        Optional<Law> learnt = report.laws().stream()
                .filter(law -> law.learnt().said())
                .reduce((one, other) -> one.learnt().auc() >= other.learnt().auc() ? one : other);
        if (learnt.isEmpty()) {
            return report.laws().isEmpty() ? Optional.empty() : Optional.of(WORDS.of("notLearnt"));
        }
        Optional<Text> look = of(learnt.get(), Ordering.LOOK);
        return of(learnt.get(), Ordering.EFFECT)
                .map(effect -> look.isEmpty()
                        ? WORDS.of("line.effect", Map.of("effect", effect))
                        : WORDS.of("line", Map.of("look", look.get(), "effect", effect)));
    }

    /** What was planted, and how often. */
    public static Text law(Law law) {
        return WORDS.of("law." + law.law(), Map.of("planted", Wording.number(law.planted())));
    }

    /** What orders a history; the name of another program's explanations is marked, since it may be that of one of ours. */
    public static Text ordering(Explained by) {
        return by.isOwn() ? WORDS.of("by.own", "name", by.name()) : WORDS.of("by." + by.name());
    }

    /** How the files of other programs fit the rows. */
    public static List<Text> outside(TrustReport report) {
        return report.outside().stream().map(TrustWords::outside).toList();
    }

    private static Text outside(TrustReport.Outside of) {
        return WORDS.of(
                of.unknown() == 0 ? "outside" : "outside.unknown",
                "name",
                of.name(),
                "rows",
                Wording.number(of.rows()),
                "missing",
                Wording.number(of.missing()),
                "leftOut",
                Wording.number((int) Math.min(Integer.MAX_VALUE, of.leftOut())),
                "unknown",
                Wording.number(of.unknown()),
                "first",
                of.firstUnknown() == null ? "" : of.firstUnknown());
    }

    /** Whether the law was learnt, what planting did to the rest, and whether it can be told. */
    public static List<Text> about(Law law) {
        TrustReport.Untouched rest = law.untouched();
        TrustReport.Detectable told = law.detectable();
        return List.of(
                WORDS.of(
                        law.learnt().said() ? "learnt" : "notLearntHere",
                        Map.of(
                                "auc",
                                number(
                                        law.learnt().auc(),
                                        law.learnt().low(),
                                        law.learnt().high()))),
                WORDS.of(
                        changed(rest) ? "untouched.changed" : "untouched",
                        Map.of("ndcg", number(rest.ndcg10Difference(), rest.low(), rest.high()))),
                WORDS.of(
                        told.low() != null && told.low() > DETECTABLE ? "detectable.told" : "detectable",
                        Map.of("auc", number(told.auc(), told.low(), told.high()))));
    }

    private static boolean changed(TrustReport.Untouched rest) {
        return rest.low() != null && (rest.high() < 0 || rest.low() > 0);
    }

    /** What was trained, and how often. */
    public static Text trained(TrustReport report) {
        return WORDS.of(
                "trained",
                "family",
                ReportWords.family(report.model()),
                "preset",
                report.preset().toLowerCase(Locale.ROOT),
                "seeds",
                Wording.number(report.seeds()));
    }

    static Text of(String key) {
        return WORDS.of(key);
    }

    /** A mean with its interval. */
    public static Text number(Double mean, Double low, Double high) {
        if (mean == null) {
            return Text.same("–");
        }
        String text = Numerals.fixed(mean, 3);
        return Text.same(
                low == null ? text : text + " [" + Numerals.fixed(low, 3) + ", " + Numerals.fixed(high, 3) + "]");
    }

    private static Optional<Text> of(Law law, Ordering ordering) {
        return law.explainers().stream()
                .filter(each -> !each.isOwn() && each.name().equals(ordering.id()))
                .findFirst()
                .map(TrustWords::share);
    }

    private static Text share(Explained found) {
        return found.low() == null
                ? Wording.share(found.recall1())
                : WORDS.of(
                        "interval",
                        Map.of(
                                "mean", Wording.share(found.recall1()),
                                "low", Wording.share(found.low()),
                                "high", Wording.share(found.high())));
    }
}
