package dev.interestlens.explain;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.explain.effect.Agreement;
import dev.interestlens.explain.effect.AgreementJudge;
import dev.interestlens.explain.effect.CurveMeasure;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.measurement.quality.RunExplainer;
import dev.interestlens.model.Removal;
import dev.interestlens.model.Scorer;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Counts the badges of many test samples of runs: of all; where one behaviour is first in Look and has more than half of all |Effect| of attention; and where one
 * has more than half of all Look and another one more than half of that. Arguments: how many samples, run folders.
 */
final class BadgeTally {
    private static final double HALF = 0.5;

    private final Map<Agreement.Badge, Integer> all = new TreeMap<>();
    private final Map<Agreement.Badge, Integer> same = new TreeMap<>();
    private final Map<Agreement.Badge, Integer> different = new TreeMap<>();

    private BadgeTally() {}

    public static void main(String[] arguments) {
        Consumer<String> out = System.out::println;
        for (int i = 1; i < arguments.length; i++) {
            try (OpenRun run = OpenRun.best(new RunFolder(Path.of(arguments[i])))) {
                out.accept(arguments[i] + " " + of(run, Integer.parseInt(arguments[0])));
            }
        }
    }

    /** Of so many rows, spread over the test part. */
    static BadgeTally of(OpenRun run, int most) {
        BadgeTally tally = new BadgeTally();
        int size = run.samples().size(Part.TEST);
        int rows = Math.min(most, size);
        Optional<Scorer> untrained = run.untrained();
        try (RunExplainer opened = new RunExplainer(run)) {
            for (int i = 0; i < rows; i++) {
                Impression impression = opened.impressions().alone(Part.TEST, (int) ((long) i * size / rows));
                LookResult looked = Explainer.look(run.model(), impression);
                Removal removal = run.model().removal(impression.batch());
                Effects effects = Effects.of(removal);
                double before = untrained
                        .map(fresh -> AgreementJudge.tau(
                                Explainer.look(fresh, impression), Effects.of(fresh.removal(impression.batch()))))
                        .orElse(Double.NaN);
                double skill = CurveMeasure.coarse(removal)
                        .measure(looked, effects, () -> false)
                        .orElseThrow()
                        .orderSkill();
                tally.add(looked, effects, AgreementJudge.judge(looked, effects, skill, before));
            }
        } finally {
            untrained.ifPresent(Scorer::close);
        }
        return tally;
    }

    private void add(LookResult looked, Effects effects, Agreement agreement) {
        all.merge(agreement.badge(), 1, Integer::sum);
        if (agreement.badge() == Agreement.Badge.CANNOT_JUDGE) {
            return;
        }
        int look = Scores.descending(looked.strength())[0];
        int effect = Scores.descending(effects.sizeOfAttention())[0];
        boolean oneEffect = dominates(effects.sizeOfAttention(), effect);
        if (oneEffect && look == effect) {
            same.merge(agreement.badge(), 1, Integer::sum);
        }
        if (oneEffect && look != effect && dominates(looked.strength(), look)) {
            different.merge(agreement.badge(), 1, Integer::sum);
        }
    }

    private static boolean dominates(double[] sizes, int one) {
        return sizes[one] > HALF * Arrays.stream(sizes).map(Math::abs).sum();
    }

    /** Badges where one behaviour is first in Look and has more than half of all |Effect|. */
    Map<Agreement.Badge, Integer> same() {
        return same;
    }

    /** Badges where one behaviour has more than half of all Look, and another one more than half of all |Effect|. */
    Map<Agreement.Badge, Integer> different() {
        return different;
    }

    @Override
    public String toString() {
        return "all " + all + ", one behaviour first in both " + same + ", one in each " + different;
    }
}
