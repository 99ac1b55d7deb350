package dev.interestlens.explain;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.GroupEffect;
import dev.interestlens.explain.effect.RandomItems;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.explain.sentence.NamedCheck;
import dev.interestlens.explain.sentence.Sentence;
import dev.interestlens.measurement.quality.RunExplainer;
import dev.interestlens.model.CatalogueScorer;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Counts the sentences of many test samples of runs, and those that contradict what is measured here by itself. Arguments: how many samples, how many
 * sentences to print behind those that pass over a group, run folders.
 */
final class SentenceTally {
    private static final double NEARLY_ALL = 0.9;

    /** The part of the logit by which a candidate differs from random items. */
    private record Share(double difference, double spread) {
        static Share of(double[] values) {
            double[] others = Arrays.copyOfRange(values, 1, values.length);
            double mean = Arrays.stream(others).average().orElse(0);
            return new Share(
                    values[0] - mean,
                    Math.sqrt(Arrays.stream(others)
                            .map(value -> Math.pow(value - mean, 2))
                            .average()
                            .orElse(0)));
        }

        double size() {
            return Math.abs(difference);
        }
    }

    private final Map<String, Integer> kinds = new TreeMap<>();
    private final Map<String, Integer> firsts = new TreeMap<>();
    private final List<Sentence> all = new ArrayList<>();
    private final List<String> passed = new ArrayList<>();
    private int because;
    private int contradicted;
    private int itemInstead;
    private int historyInstead;
    private int groupPassedOver;
    private int fieldInstead;
    private int singlePassedOver;
    private int didIt;
    private int unnamed;
    private int nowhere;
    private int wrong;
    private int changes;
    private final Map<String, Integer> tables = new TreeMap<>();

    private SentenceTally() {}

    public static void main(String[] arguments) {
        Consumer<String> out = System.out::println;
        for (int i = 2; i < arguments.length; i++) {
            try (OpenRun run = OpenRun.best(new RunFolder(Path.of(arguments[i])))) {
                SentenceTally tally = of(run, Integer.parseInt(arguments[0]));
                out.accept(arguments[i] + " " + tally);
                tally.passed.forEach(out);
                tally.sample(Integer.parseInt(arguments[1])).forEach(out);
            }
        }
    }

    /** Of so many rows, spread over the test part. */
    static SentenceTally of(OpenRun run, int most) {
        SentenceTally tally = new SentenceTally();
        int size = run.samples().size(Part.TEST);
        int rows = Math.min(most, size);
        RandomItems items = new RandomItems(run.samples());
        try (RunExplainer opened = new RunExplainer(run)) {
            Explainer explainer = opened.explainer();
            for (int i = 0; i < rows; i++) {
                Impression impression = opened.impressions().alone(Part.TEST, (int) ((long) i * size / rows));
                LookResult looked = explainer.look(impression);
                Effects effects = explainer.grouped(impression, looked, explainer.effects(impression));
                try (CatalogueScorer scorer = run.model().catalogue(items.items(impression))) {
                    Sentence sentence = explainer.sentence(impression, looked, effects);
                    tally.add(sentence, effects, impression, scorer);
                    tally.named(new NamedCheck(
                            run.model().removal(impression.batch()), effects, impression.titles(), sentence));
                }
            }
        }
        return tally;
    }

    private void add(Sentence sentence, Effects effects, Impression impression, CatalogueScorer scorer) {
        all.add(sentence);
        changes += sentence.named().isEmpty() ? 0 : 1;
        tables.merge(ofTable(sentence.text().en()), 1, Integer::sum);
        kinds.merge(sentence.template().name().toLowerCase(Locale.ROOT), 1, Integer::sum);
        if (sentence.text().en().contains("because")) {
            because++;
            contradicted += effects.historyEffect() <= 0 ? 1 : 0;
        }
        RawBatch single = impression.batch();
        float[] with = scorer.logits(single);
        float[] without = impression.behaviours() == 0 ? with : scorer.logits(single.mostRecent(0));
        double[] own = new double[with.length];
        double[] added = new double[with.length];
        for (int r = 0; r < with.length; r++) {
            own[r] = without[r];
            added[r] = (double) with[r] - without[r];
        }
        Share item = Share.of(own);
        Share history = Share.of(added);
        String first = first(sentence.text().en());
        firsts.merge(first, 1, Integer::sum);
        boolean apart = item.size() > item.spread() || history.size() > history.spread();
        itemInstead += first.equals("item") && history.size() > item.size() ? 1 : 0;
        historyInstead += first.equals("history") && item.size() > history.size() && apart ? 1 : 0;
        fieldInstead += first.equals("field") && largestOfHistory(effects) > fieldSize(effects) ? 1 : 0;
        if (passedOver(sentence, effects, impression)) {
            groupPassedOver++;
            passed.add("PASSED OVER " + sentence.named() + " " + change(sentence) + "\n  "
                    + sentence.text().en() + "\n  "
                    + effects.groups().stream()
                            .filter(GroupEffect::standsOut)
                            .map(each -> each.group().name().en() + " " + each.effect())
                            .toList());
        }
        singlePassedOver += sentence.text().en().matches(".* raises? it most (is|are) .*")
                        && Arrays.stream(effects.effect()).max().orElse(0) > change(sentence) + 1e-6
                ? 1
                : 0;
    }

    private void named(NamedCheck check) {
        didIt += check.somebodyDidIt() ? 1 : 0;
        unnamed += check.unnamed() ? 1 : 0;
        nowhere += check.nowhere() ? 1 : 0;
        wrong += check.wrong() ? 1 : 0;
        if (check.unnamed() || check.nowhere() || check.wrong()) {
            passed.add("NAMED " + check.unnamed() + " " + check.nowhere() + " " + check.wrong() + " "
                    + check.sentence().named() + " " + "\n  "
                    + check.sentence().text().en());
        }
    }

    /** What is said to do more: a field, the behaviours that are the reason, or what the comparison of item and history says. */
    private static String first(String text) {
        if (text.startsWith("The strongest reason is")) {
            return "field";
        }
        return Map.of(
                        "because of", "history",
                        "Neither the item itself", "both",
                        "The item itself does more", "item",
                        "The item alone", "item",
                        "The history does more", "history")
                .entrySet()
                .stream()
                .filter(each -> text.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("other");
    }

    /** What is said of the part that comes from what followed what. */
    private static String ofTable(String text) {
        return Map.of(
                        ", the rest goes through", "part",
                        "comes by what followed what, not", "most",
                        "what followed what alone", "all",
                        "works against it", "against")
                .entrySet()
                .stream()
                .filter(each -> text.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("none");
    }

    private static double largestOfHistory(Effects effects) {
        return DoubleStream.concat(
                        Arrays.stream(effects.effect()),
                        effects.groups().stream().filter(GroupEffect::standsOut).mapToDouble(GroupEffect::effect))
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    private static double fieldSize(Effects effects) {
        return effects.strongestField().orElseThrow().reason();
    }

    private static double change(Sentence sentence) {
        return Scores.logit(sentence.from()) - Scores.logit(sentence.to());
    }

    /** Whether the largest group of their direction has clearly more effect than the named behaviours, and is not named before them. */
    private static boolean passedOver(Sentence sentence, Effects effects, Impression impression) {
        if (sentence.named().isEmpty()) {
            return false;
        }
        double change = change(sentence);
        Optional<GroupEffect> largest = effects.groups().stream()
                .filter(each -> each.standsOut() && each.group().size() > 1 && each.effect() * change > 0)
                .max(Comparator.comparingDouble(each -> Math.abs(each.effect())));
        if (largest.isEmpty() || NEARLY_ALL * Math.abs(largest.get().effect()) <= Math.abs(change)) {
            return false;
        }
        String text = sentence.text().en();
        String title = "\""
                + impression
                        .history()
                        .get(sentence.named().get(0))
                        .item()
                        .title()
                        .en() + "\"";
        int group = Stream.of("matter together", "against this item together", "Two lanes matter")
                .mapToInt(text::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(Integer.MAX_VALUE);
        boolean named = sentence.groups().stream()
                .anyMatch(each -> Math.abs(each.effect())
                        >= NEARLY_ALL * Math.abs(largest.get().effect()));
        boolean first =
                sentence.first().en().contains(title); // carries more than half, and then the group comes second
        return !named || !first && group > text.indexOf(title);
    }

    /** Every so many of the sentences, in both languages. */
    private Stream<String> sample(int count) {
        return java.util.stream.IntStream.range(0, Math.min(count, all.size()))
                .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
                .map(each -> each.template() + "\n  " + each.text().en() + "\n  "
                        + each.text().zh());
    }

    /** How many say "because". */
    int because() {
        return because;
    }

    /** How many of them stand beside a history that as a whole does not raise the score. */
    int contradicted() {
        return contradicted;
    }

    /** How many first clauses name the item where the history does more. */
    int itemInstead() {
        return itemInstead;
    }

    /** How many first clauses name the history where the item does more. */
    int historyInstead() {
        return historyInstead;
    }

    /** How many begin with a field where a behaviour or a group does more. */
    int fieldInstead() {
        return fieldInstead;
    }

    /** How many name behaviours where a group has clearly more effect. */
    int groupPassedOver() {
        return groupPassedOver;
    }

    /** In how many one or two behaviours carry more than half. */
    int didIt() {
        return didIt;
    }

    /** How many do not name first who did it. */
    int unnamed() {
        return unnamed;
    }

    /** How many name nowhere a behaviour that has more than half of all |Effect|. */
    int nowhere() {
        return nowhere;
    }

    /** How many name one that did not do it. */
    int wrong() {
        return wrong;
    }

    int sentences() {
        return all.size();
    }

    @Override
    public String toString() {
        return "kinds " + kinds + ", first clause " + firsts + ", item named though the history does more "
                + itemInstead
                + ", history though the item does " + historyInstead + ", group passed over " + groupPassedOver
                + ", field though the history does more " + fieldInstead
                + ", a single behaviour does more than the one that does most " + singlePassedOver + ", because "
                + because + ", naming behaviours " + changes + ", saying what followed what " + tables
                + ", against the whole history " + contradicted + ", one or two behaviours did it " + didIt
                + ", not named first " + unnamed + ", named nowhere " + nowhere + ", named though others did it "
                + wrong;
    }
}
