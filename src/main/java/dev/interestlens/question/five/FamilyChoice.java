package dev.interestlens.question.five;

import dev.interestlens.data.synth.LogKind;
import dev.interestlens.data.synth.PlantedLog;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.question.Control;
import dev.interestlens.question.Difference;
import dev.interestlens.question.Experiment;
import dev.interestlens.question.Lab;
import dev.interestlens.question.Settings;
import dev.interestlens.train.run.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** DIN or DIEN, and what BST is for: every family on synthetic logs with a known ceiling, with several seeds of log and training. */
record FamilyChoice(Sizes<FamilyChoice.Size> sizes) implements Experiment<FamilyScores> {
    private static final String POOL = "pool";
    private static final String DIN = "din";
    private static final String DIEN = "dien";
    private static final String BST = "bst";
    private static final List<String> FAMILIES = List.of(POOL, DIN, DIEN, BST);
    private static final List<String> ATTENTION = List.of(DIN, DIEN, BST);
    private static final String ALL = "all";
    private static final List<String> KINDS = List.of("order", "bag", "drift", "brands");
    private static final Control LOG = new Control("log", List.of("order", "bag", "drift", "brands", ALL), "order");
    private static final int DIGITS = 3;

    /** The size of the experiment. */
    record Size(int users, int seeds, FamilyTraining training) {}

    FamilyChoice() {
        this(new Sizes<>(
                new Size(800, 3, FamilyTraining.ofShops(128)), new Size(2000, 3, FamilyTraining.ofShops(256))));
    }

    /** One log, some minutes. */
    @Override
    public Settings offered(Settings prepared) {
        return prepared.with(controls(), LOG.name(), "order");
    }

    @Override
    public Facts<FamilyScores> facts() {
        return new Facts<>(
                1,
                Measured.WORDS,
                List.of(LOG, Sizes.CONTROL),
                FamilyScores.class,
                false,
                FamilyChoice::figures,
                FamilyChoice::sentences);
    }

    private static List<String> kinds(Settings settings) {
        return settings.get(LOG.name()).equals(ALL) ? KINDS : List.of(settings.get(LOG.name()));
    }

    @Override
    public FamilyScores run(Settings settings, Lab lab) {
        List<String> kinds = kinds(settings);
        List<FamilyScores.Log> logs = new ArrayList<>();
        for (int k = 0; k < kinds.size(); k++) {
            logs.add(measure(kinds.get(k), settings, lab, (double) k / kinds.size(), (k + 1.0) / kinds.size()));
        }
        return new FamilyScores(logs);
    }

    private FamilyScores.Log measure(String kind, Settings settings, Lab lab, double from, double to) {
        Size size = sizes.of(settings);
        int seeds = size.seeds();
        double[] ceilings = new double[seeds];
        double[][] auc = new double[FAMILIES.size()][seeds];
        double unit = (to - from) / (seeds * FAMILIES.size());
        for (int s = 0; s < seeds; s++) {
            long seed = settings.seed() + s;
            String name = kind + "-" + seed;
            PlantedLog log = LogKind.valueOf(kind.toUpperCase(Locale.ROOT)).log(size.users(), seed);
            Path source = lab.place(name + "-log");
            ceilings[s] = log.write(source).ceilingWithTime();
            double begin = from + s * FAMILIES.size() * unit;
            Path data = lab.prepare(name, source, lab.part("prepare", begin, begin));
            for (int f = 0; f < FAMILIES.size(); f++) {
                String family = FAMILIES.get(f);
                RunFolder run = lab.train(
                        name + "-" + family,
                        data,
                        size.training().recipe(family).withSeed(seed),
                        lab.part("train", begin + f * unit, begin + (f + 1) * unit));
                auc[f][s] = Measured.auc(run);
            }
        }
        List<FamilyScores.Scores> scores = IntStream.range(0, FAMILIES.size())
                .mapToObj(f -> new FamilyScores.Scores(FAMILIES.get(f), auc[f]))
                .toList();
        return new FamilyScores.Log(kind, Measured.mean(ceilings), scores);
    }

    private static Difference between(FamilyScores.Log log, String first, String second) {
        return Difference.paired(log.auc(first), log.auc(second));
    }

    /** The family with the highest mean. */
    private static String best(FamilyScores.Log log, List<String> families) {
        String best = families.get(0);
        for (String family : families) {
            best = Measured.mean(log.auc(family)) > Measured.mean(log.auc(best)) ? family : best;
        }
        return best;
    }

    private static Text log(FamilyScores.Log log) {
        return LOG.words(log.kind());
    }

    private static List<Panel> figures(FamilyScores result) {
        List<IntervalData.Row> above = new ArrayList<>();
        List<IntervalData.Row> order = new ArrayList<>();
        for (FamilyScores.Log log : result.logs()) {
            for (String family : ATTENTION) {
                above.add(Measured.row(
                        Measured.WORDS
                                .filled("q1.row")
                                .with("log", log(log))
                                .with("family", Measured.family(family))
                                .with("auc", Numerals.fixed(Measured.mean(log.auc(family)), DIGITS))
                                .text("ceiling", Numerals.fixed(log.ceiling(), DIGITS)),
                        between(log, family, POOL)));
            }
            order.add(Measured.row(pair(log, DIEN, DIN), between(log, DIEN, DIN)));
            order.add(Measured.row(pair(log, BST, DIN), between(log, BST, DIN)));
            order.add(Measured.row(pair(log, BST, DIEN), between(log, BST, DIEN)));
        }
        return List.of( // the first is what the answer says
                Measured.differences("q1.between", order, DIGITS, each(result, FamilyChoice::orderPays)),
                Measured.intervals("q1.above", above, DIGITS, each(result, FamilyChoice::attentionPays)));
    }

    private static Text pair(FamilyScores.Log log, String first, String second) {
        return Measured.WORDS.of(
                "q1.pair", "log", log(log), "first", Measured.family(first), "second", Measured.family(second));
    }

    private static List<Text> each(FamilyScores result, Function<FamilyScores.Log, Text> of) {
        return result.logs().stream().map(of).toList();
    }

    private static Text attentionPays(FamilyScores.Log log) {
        String best = best(log, ATTENTION);
        return Measured.sentence(
                "q1.attention", between(log, best, POOL), DIGITS, "log", log(log), "family", Measured.family(best));
    }

    private static Text orderPays(FamilyScores.Log log) {
        return Measured.sentence("q1.dien", between(log, DIEN, DIN), DIGITS, "log", log(log));
    }

    private static Text blocksPay(FamilyScores.Log log) {
        String other = best(log, List.of(DIN, DIEN));
        return Measured.sentence(
                "q1.bst", between(log, BST, other), DIGITS, "log", log(log), "family", Measured.family(other));
    }

    private static List<Text> sentences(FamilyScores result) {
        List<Text> said = new ArrayList<>();
        said.add(where(result, "q1.whereDien", log -> between(log, DIEN, DIN).verdict() == Difference.Verdict.ABOVE));
        said.add(where(
                result,
                "q1.whereBst",
                log -> between(log, BST, best(log, List.of(DIN, DIEN))).verdict() == Difference.Verdict.ABOVE));
        for (String family : ATTENTION) {
            List<Text> logs = result.logs().stream()
                    .filter(log -> between(log, family, POOL).verdict() == Difference.Verdict.BELOW)
                    .map(FamilyChoice::log)
                    .toList();
            if (!logs.isEmpty()) {
                said.add(Measured.WORDS.of(
                        "q1.unlearnt", "family", Measured.family(family), "logs", Wording.plainList(logs)));
            }
        }
        for (FamilyScores.Log log : result.logs()) {
            said.add(orderPays(log));
            said.add(blocksPay(log));
            said.add(attentionPays(log));
        }
        return said;
    }

    private static Text where(FamilyScores result, String key, Predicate<FamilyScores.Log> holds) {
        List<Text> logs =
                result.logs().stream().filter(holds).map(FamilyChoice::log).toList();
        return logs.isEmpty()
                ? Measured.WORDS.of(key + ".none")
                : Measured.WORDS.of(key, "logs", Wording.plainList(logs));
    }

    @Override
    public List<String> commands(Settings settings) {
        List<String> lines = new ArrayList<>();
        Size size = sizes.of(settings);
        for (String kind : kinds(settings)) {
            for (int s = 0; s < size.seeds(); s++) {
                long seed = settings.seed() + s;
                String name = kind + "-" + seed;
                lines.add(Measured.PROGRAM + "generate --kind " + kind + " --users " + size.users() + " --seed " + seed
                        + " --out " + name + "-log");
                lines.add(Measured.PROGRAM + "prepare " + name + "-log --out " + name + "-data");
                for (String family : FAMILIES) {
                    String run = name + "-" + family;
                    lines.add(Measured.PROGRAM
                            + size.training().recipe(family).withSeed(seed).command(name + "-data", run));
                    lines.add(Measured.PROGRAM + "evaluate --run " + run + " --ranking sampled");
                }
            }
        }
        return lines;
    }
}
