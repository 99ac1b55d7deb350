package dev.interestlens.question.five;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.synth.ShopGenerator;
import dev.interestlens.data.synth.ShopKind;
import dev.interestlens.data.synth.ShopSettings;
import dev.interestlens.data.synth.ShopTruth;
import dev.interestlens.explain.anatomy.Anatomy;
import dev.interestlens.explain.anatomy.CoalitionScores;
import dev.interestlens.explain.anatomy.InputPart;
import dev.interestlens.explain.anatomy.MeasuredRows;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.model.Scorer;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.question.Lab;
import dev.interestlens.question.Recipe;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Shares of a trained model beside those of the exact probability of logs that were made, over seeds, as CSV on standard output: {@code AnatomyProof
 * FAMILY USERS MEASURED SEEDS LOG…}, where a log is a kind of shop or one of {@link SoleCauseLog}. A probability knows an item's fields by its id and
 * has no attention, so the candidate is told as one part, the user's fields and context, too, and history and attention as their match. It takes
 * minutes and is no test.
 */
public final class AnatomyProof {
    /** Few, so that a small net learns them from some hundred users. */
    private static final int ITEMS = 240;

    private static final Set<InputPart> CANDIDATE =
            EnumSet.of(InputPart.POPULARITY, InputPart.ITEM, InputPart.ITEM_FIELDS);

    private AnatomyProof() {}

    /** A share of the model beside that of the exact probability. */
    record Line(String part, double law, double share, Double low, Double high, double lawFigure, double figure) {
        /** Whether it is no share, but what is lost without a part. */
        boolean isWithout() {
            return part.equals(InputPart.ORDER.id()) || part.equals(InputPart.TIMES.id());
        }

        /** Whether the share of the probability lies in the model's interval, widened by how far the model is from the probability's figure. */
        boolean agrees() {
            double distance = Math.abs(lawFigure - figure);
            return low != null && high != null && law >= low - distance && law <= high + distance;
        }

        /** Whether it lies in the interval itself. */
        boolean agreesExactly() {
            return low != null && high != null && law >= low && law <= high;
        }
    }

    public static void main(String... args) throws IOException {
        System.out.println("log,seed,part,law,share,low,high,law_auc,auc,inside,widened");
        for (int seed = 1; seed <= Integer.parseInt(args[3]); seed++) {
            for (int k = 4; k < args.length; k++) {
                Path folder = Files.createTempDirectory("proof");
                List<Line> lines =
                        prove(args[0], Integer.parseInt(args[1]), Integer.parseInt(args[2]), seed, args[k], folder);
                for (Line line : lines) {
                    System.out.printf(
                            Locale.ROOT,
                            "%s,%d,%s,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%s,%s%n",
                            args[k],
                            seed,
                            line.part(),
                            line.law(),
                            line.share(),
                            line.low(),
                            line.high(),
                            line.lawFigure(),
                            line.figure(),
                            line.agreesExactly(),
                            line.agrees());
                }
                try (Stream<Path> all = Files.walk(folder)) {
                    for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(each);
                    }
                }
            }
        }
    }

    /** Trains a family on a log of a seed and compares. */
    static List<Line> prove(String family, int users, int measured, int seed, String log, Path folder)
            throws IOException {
        Lab lab = new Lab(folder, Runnable::run, Progress.none());
        Path dataset;
        BiFunction<PreparedDataset, ModelInput, Scorer> law;
        if (Stream.of(SoleCauseLog.values()).anyMatch(each -> each.name().equalsIgnoreCase(log))) {
            SoleCauseLog sole = SoleCauseLog.valueOf(log.toUpperCase(Locale.ROOT));
            dataset = sole.prepare(folder, users, seed);
            law = sole::law;
        } else {
            ShopKind kind = ShopKind.valueOf(log.toUpperCase(Locale.ROOT));
            ShopSettings settings = new ShopSettings(kind, kind.behaviour(), users, ITEMS, seed);
            Path source = lab.log("shop", new ShopGenerator(settings).generate());
            dataset = lab.prepare("shop", source, Progress.none());
            law = (data, input) -> new ShopLaw(new ShopTruth(settings), data).scorer(input);
        }
        RunFolder run = lab.train("run", dataset, recipe(family, seed), Progress.none());
        try (OpenRun open = OpenRun.best(run);
                Scorer exact = law.apply(open.data(), open.model().input())) {
            return compared(figure(open.model(), open.samples(), measured), figure(exact, open.samples(), measured));
        }
    }

    /** The quick preset of a family with settings: {@code FAMILY,SETTING,…}. */
    private static Recipe recipe(String family, long seed) {
        String[] named = family.split(",");
        return new Recipe(named[0], List.of(named).subList(1, named.length))
                .with("training.threads=1")
                .withSeed(seed);
    }

    private static Anatomy.Figure figure(Scorer scorer, SampleSet samples, int users) {
        MeasuredRows rows = MeasuredRows.of(samples, Part.TEST, users);
        CoalitionScores scores = together(CoalitionScores.of(scorer, rows, 43, share -> {}));
        return Anatomy.of(scores, new double[scores.labels().length], 0, List.of(RankMetric.AUC))
                .metrics()
                .get(0);
    }

    private static List<Line> compared(Anatomy.Figure model, Anatomy.Figure law) {
        List<Line> lines = new ArrayList<>();
        for (Anatomy.Share share : model.shares()) {
            if (share.part() != InputPart.HISTORY && share.part() != InputPart.ATTENTION) {
                double exact = law.shares().stream()
                        .filter(each -> each.part() == share.part())
                        .mapToDouble(Anatomy.Share::share)
                        .sum();
                lines.add(new Line(
                        share.part().id(),
                        exact,
                        share.share(),
                        share.low(),
                        share.high(),
                        law.value(),
                        model.value()));
            }
        }
        Anatomy.Gain match = model.match();
        lines.add(new Line(
                "match", law.match().share(), match.share(), match.low(), match.high(), law.value(), model.value()));
        for (Anatomy.Without each : model.without()) {
            double exact = law.without().stream()
                    .filter(of -> of.part() == each.part())
                    .mapToDouble(Anatomy.Without::lost)
                    .sum();
            lines.add(new Line(
                    each.part().id(), exact, each.lost(), each.low(), each.high(), law.value(), model.value()));
        }
        return lines;
    }

    /** With the candidate as one part, and the user's fields and context as one. */
    private static CoalitionScores together(CoalitionScores scores) {
        Map<Set<InputPart>, float[][]> logits = new LinkedHashMap<>();
        Set<InputPart> candidate = own(scores, CANDIDATE);
        Set<InputPart> person = own(scores, EnumSet.of(InputPart.PROFILE, InputPart.CONTEXT));
        scores.logits().forEach((set, each) -> {
            if (set.containsAll(candidate)
                    && (set.containsAll(person) || person.stream().noneMatch(set::contains))) {
                Set<InputPart> own = EnumSet.copyOf(set);
                own.removeAll(candidate);
                own.removeAll(person);
                own.add(InputPart.ITEM);
                if (!person.isEmpty() && set.containsAll(person)) {
                    own.add(InputPart.PROFILE);
                }
                logits.put(own, each);
            }
        });
        Set<InputPart> parts = EnumSet.of(InputPart.ITEM);
        parts.addAll(scores.parts());
        parts.removeAll(EnumSet.of(InputPart.POPULARITY, InputPart.ITEM_FIELDS, InputPart.CONTEXT));
        if (!person.isEmpty()) {
            parts.add(InputPart.PROFILE);
        }
        return new CoalitionScores(
                List.copyOf(parts),
                List.of(),
                scores.labels(),
                scores.users(),
                scores.candidates(),
                logits,
                scores.without());
    }

    private static Set<InputPart> own(CoalitionScores scores, Set<InputPart> some) {
        Set<InputPart> own = EnumSet.copyOf(some);
        own.retainAll(scores.parts());
        return own;
    }
}
