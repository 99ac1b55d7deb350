package dev.interestlens.workspace.trust;

import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.TextBundle;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.workspace.trust.TrustReport.Explained;
import dev.interestlens.workspace.trust.TrustReport.Law;
import java.util.Map;
import java.util.Optional;

/** What a report says beside an explanation. */
public final class TrustWords {
    private static final TextBundle WORDS = new TextBundle(TrustWords.class);

    private TrustWords() {}

    /** One sentence about Look and Effect, by the law that was learnt best; empty where none was measured. */
    public static Optional<Text> line(TrustReport report) {
        Optional<Law> learnt = report.laws().stream()
                .filter(law -> law.learnt().said())
                .reduce((one, other) -> one.learnt().auc() >= other.learnt().auc() ? one : other);
        if (learnt.isEmpty()) {
            return report.laws().isEmpty() ? Optional.empty() : Optional.of(WORDS.of("notLearnt"));
        }
        return of(learnt.get(), Ordering.LOOK).flatMap(look -> of(learnt.get(), Ordering.EFFECT)
                .map(effect -> WORDS.of("line", Map.of("look", look, "effect", effect))));
    }

    private static Optional<Text> of(Law law, Ordering ordering) {
        return law.explainers().stream()
                .filter(each -> each.name().equals(ordering.id()))
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
