package dev.interestlens.ui.compare;

import dev.interestlens.explain.words.MetricWords;
import dev.interestlens.figure.Numerals;
import dev.interestlens.measurement.quality.ChosenShare;
import dev.interestlens.ui.common.Messages;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;

/** Explains scores that are too high or too low throughout where the test has another share of positives than the training. */
record ShareWords(Messages messages) {
    /**
     * Empty where the shares are alike.
     *
     * @param shares by the run's name, in the order of the runs
     */
    String note(Map<String, ChosenShare> shares) {
        Map<String, ChosenShare> differing = shares.entrySet().stream()
                .filter(each -> each.getValue().differs())
                .collect(Collectors.toMap(Entry::getKey, Entry::getValue, (a, b) -> a, java.util.LinkedHashMap::new));
        if (differing.isEmpty()) {
            return "";
        }
        boolean alike = differing.size() == shares.size()
                && differing.values().stream().distinct().count() == 1;
        ChosenShare first = differing.values().iterator().next();
        String figures = alike
                ? figures(first)
                : differing.entrySet().stream()
                        .map(each -> messages.text("compare.shares.of", each.getKey(), figures(each.getValue())))
                        .collect(Collectors.joining(" "));
        return messages.text(
                first.test() < first.training() ? "compare.shares.fewer" : "compare.shares.more",
                figures,
                MetricWords.ofProbabilities().in(messages.locale()));
    }

    private String figures(ChosenShare share) {
        return messages.text("compare.shares", percent(share.training()), percent(share.test()));
    }

    private static String percent(double share) {
        return Numerals.fixed(100 * share, 1);
    }
}
