package dev.interestlens.explain;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.sentence.Sentence;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.measure.RunExplainer;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Counts the sentences of many test samples of runs: the first argument is how many, the others are run folders. Prints a line a run. */
final class SentenceTally {
    private final Map<String, Integer> kinds = new TreeMap<>();
    private int because;
    private int contradicted;

    private SentenceTally() {}

    public static void main(String[] arguments) {
        Consumer<String> out = System.out::println;
        for (int i = 1; i < arguments.length; i++) {
            try (OpenRun run = OpenRun.best(new RunFolder(Path.of(arguments[i])))) {
                out.accept(arguments[i] + " " + of(run, Integer.parseInt(arguments[0])));
            }
        }
    }

    /** Of so many rows, spread over the test part. */
    static SentenceTally of(OpenRun run, int most) {
        SentenceTally tally = new SentenceTally();
        int size = run.samples().size(Part.TEST);
        int rows = Math.min(most, size);
        try (RunExplainer opened = new RunExplainer(run)) {
            Explainer explainer = opened.explainer();
            for (int i = 0; i < rows; i++) {
                Impression impression = opened.impressions().alone(Part.TEST, (int) ((long) i * size / rows));
                Effects effects = explainer.effects(impression);
                tally.add(explainer.sentence(impression, explainer.look(impression), effects), effects);
            }
        }
        return tally;
    }

    private void add(Sentence sentence, Effects effects) {
        kinds.merge(sentence.template().name().toLowerCase(java.util.Locale.ROOT), 1, Integer::sum);
        if (sentence.text().en().contains("because")) {
            because++;
            contradicted += effects.historyEffect() <= 0 ? 1 : 0;
        }
    }

    /** How many say "because". */
    int because() {
        return because;
    }

    /** How many of them stand beside a history that as a whole does not raise the score. */
    int contradicted() {
        return contradicted;
    }

    int sentences() {
        return kinds.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
        return kinds + ", because " + because + ", against the whole history " + contradicted;
    }
}
