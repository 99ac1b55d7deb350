package dev.interestlens.explain.reason;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.synth.cause.Cause;
import dev.interestlens.data.synth.cause.CausesReader;
import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.ForwardResult;
import dev.interestlens.explain.effect.Earned;
import dev.interestlens.explain.effect.Standing;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Impressions;
import dev.interestlens.explain.reason.Reasons.OfAttention;
import dev.interestlens.explain.sentence.ReasonWords;
import dev.interestlens.explain.sentence.Sentence;
import dev.interestlens.model.ScorePart.Kind;
import dev.interestlens.model.Scorer;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which part comes first in the behaviours that are looked at most, how long reasons take, and what sentences say of them, for trained runs. The first
 * argument is of how many predictions, the second of how many sentences, the third a causes.csv or -, the others are run folders. Prints some lines a
 * run.
 */
final class ReasonTally {
    private static final int ENOUGH = 5;
    private static final int PRINTED = 10;
    private static final double HALF = 0.5;

    private final OpenRun run;
    private final Map<String, List<Cause>> causes;
    private final Impressions impressions;

    private ReasonTally(OpenRun run, Map<String, List<Cause>> causes) {
        this.run = run;
        this.causes = causes;
        impressions = new Impressions(run.samples());
    }

    public static void main(String[] arguments) {
        Consumer<String> out = System.out::println;
        Map<String, List<Cause>> causes =
                arguments[2].equals("-") ? Map.of() : CausesReader.read(Path.of(arguments[2]));
        TrainedModel.threads(1);
        for (int i = 3; i < arguments.length; i++) {
            try (OpenRun run = OpenRun.best(new RunFolder(Path.of(arguments[i])))) {
                ReasonTally tally = new ReasonTally(run, causes);
                int rows = Integer.parseInt(arguments[0]);
                out.accept(arguments[i]);
                out.accept(" first " + tally.first(run.model(), rows));
                out.accept(" milliseconds " + tally.milliseconds(rows));
                run.untrained().ifPresent(fresh -> {
                    out.accept(" untrained " + tally.first(fresh, rows));
                    fresh.close();
                });
                tally.sentences(Integer.parseInt(arguments[1]), out);
            }
        }
    }

    /**
     * How often each part adds most to the highest score of the attention whose scores differ most. Where causes are known, the same by why the item was
     * chosen, of those whose highest score is that of a cause and of the others apart. "What": the fields of the item add more together than its place
     * and its time.
     */
    private String first(Scorer model, int most) {
        Explainer explainer = explainer(model);
        Map<String, Count> counts = new TreeMap<>();
        for (int row : rows(most)) {
            Impression impression = impressions.alone(Part.TEST, row);
            ForwardResult seen = explainer.see(impression);
            Highest highest = Highest.of(seen.reasons());
            List<String> of = new ArrayList<>(List.of("all"));
            if (seen.looked().strength()[highest.behaviour()] > HALF) {
                of.add("half of Look");
            }
            if (!causes.isEmpty()) {
                of.add(cause(row, impression, highest.behaviour()));
            }
            of.forEach(name -> counts.computeIfAbsent(name, key -> new Count()).add(highest));
        }
        return counts.entrySet().stream()
                .map(each -> "\n  " + each.getKey() + " " + each.getValue())
                .collect(Collectors.joining());
    }

    /** The behaviour with the highest score. */
    private record Highest(int behaviour, String first, boolean what) {
        static Highest of(Reasons reasons) {
            OfAttention sharpest = reasons.sharpest().orElseThrow();
            double[] values = sharpest.values()[sharpest.place(sharpest.highest())];
            int first = IntStream.range(0, values.length)
                    .boxed()
                    .max(Comparator.comparingDouble(p -> values[p]))
                    .orElseThrow();
            double fields = sum(reasons, values, Set.of(Kind.FIELD, Kind.REST));
            double places = sum(reasons, values, Set.of(Kind.POSITION, Kind.TIME));
            return new Highest(sharpest.highest(), reasons.parts().get(first).id(), fields > places);
        }

        private static double sum(Reasons reasons, double[] values, Set<Kind> kinds) {
            return IntStream.range(0, values.length)
                    .filter(p -> kinds.contains(reasons.parts().get(p).kind()))
                    .mapToDouble(p -> values[p])
                    .sum();
        }
    }

    /** How many predictions, how many of them by what the item is, and the first parts. */
    private static final class Count {
        private final Map<String, Integer> first = new TreeMap<>();
        private int all;
        private int what;

        void add(Highest highest) {
            all++;
            what += highest.what() ? 1 : 0;
            first.merge(highest.first(), 1, Integer::sum);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d, what %.3f, first %s", all, what / (double) all, first);
        }
    }

    /** The channel of the choice, and whether the behaviour is one of its causes. */
    private String cause(int row, Impression impression, int behaviour) {
        int position = run.samples().sample(Part.TEST, row).position();
        int at = behaviour + position - impression.behaviours();
        return causes.getOrDefault(impression.userKey(), List.of()).stream()
                .filter(cause -> cause.position() == position)
                .map(cause -> cause.channel()
                        + (Arrays.stream(cause.support()).anyMatch(each -> each == at) ? " a cause" : " another"))
                .findFirst()
                .orElse("unknown");
    }

    /** What the reasons add to a forward pass, in CPU time: the median, and the number of behaviours on average. */
    private String milliseconds(int most) {
        Explainer with = explainer(run.model());
        Explainer without = new Explainer(run.model(), Optional.empty());
        List<Integer> rows = rows(most);
        ThreadMXBean clock = ManagementFactory.getThreadMXBean(); // the engine has one thread, which is this
        double behaviours = 0;
        double[] times = new double[rows.size()];
        for (int i = 0; i < times.length; i++) {
            Impression impression = impressions.alone(Part.TEST, rows.get(i));
            behaviours += impression.behaviours() / (double) times.length;
            long begin = clock.getCurrentThreadCpuTime();
            with.see(impression);
            long between = clock.getCurrentThreadCpuTime();
            without.see(impression);
            times[i] = (2 * between - begin - clock.getCurrentThreadCpuTime()) / 1e6;
        }
        Arrays.sort(times);
        return String.format(Locale.ROOT, "%.1f for %.0f behaviours", times[times.length / 2], behaviours);
    }

    /** Positives with some history, spread over the test part. */
    private List<Integer> rows(int most) {
        float[] labels = run.samples().labels(Part.TEST);
        List<Integer> rows = IntStream.range(0, labels.length)
                .filter(row ->
                        labels[row] == 1 && run.samples().sample(Part.TEST, row).position() >= ENOUGH)
                .boxed()
                .toList();
        int count = Math.min(most, rows.size());
        return IntStream.range(0, count)
                .mapToObj(i -> rows.get((int) ((long) i * rows.size() / count)))
                .toList();
    }

    private Explainer explainer(Scorer model) {
        return new Explainer(
                model,
                Optional.empty(),
                (ranked, impression) -> Standing.UNKNOWN,
                Optional.empty(),
                Optional.of(new ReasonMeasure(run.readSamples())),
                cancelled -> Earned.UNKNOWN);
    }

    private void sentences(int most, Consumer<String> out) {
        Explainer explainer = explainer(run.model());
        Map<String, Integer> counts = new TreeMap<>();
        int printed = 0;
        int size = run.samples().size(Part.TEST);
        int asked = Math.min(most, size);
        for (int i = 0; i < asked; i++) {
            Impression impression = impressions.alone(Part.TEST, (int) ((long) i * size / asked));
            ForwardResult seen = explainer.see(impression);
            Sentence plain = explainer.sentence(impression, seen.looked(), explainer.effects(impression));
            Sentence said = ReasonWords.added(plain, seen.reasons());
            boolean more = !said.equals(plain);
            counts.merge(
                    plain.template() + (more ? ": " + said.more().en().replaceAll(".* is ", "") : ""), 1, Integer::sum);
            if (more && printed++ < PRINTED) {
                out.accept("  " + said.text().en() + "\n  " + said.text().zh());
            }
        }
        out.accept(" sentences " + asked + " " + counts);
    }
}
