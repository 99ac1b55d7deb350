package dev.interestlens.ui.compare;

import dev.interestlens.figure.Numerals;
import dev.interestlens.measurement.compare.Verdict;
import dev.interestlens.ui.common.Messages;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of the chosen runs: which is better, how sure that is, and what was found beside. */
record AnswerWords(CompareViewModel model, Messages messages, ReferenceWords referenceWords) {
    /** Lines of the evidence that are found while runs are measured; further ones are told with the intervals. */
    private static final int FOUND = 2;

    AnswerWords(CompareViewModel model, Messages messages) {
        this(model, messages, new ReferenceWords(messages));
    }

    /** @param lines of the evidence when all is measured */
    record Answer(String sentence, String evidence, int lines, String intervals) {}

    Answer answer() {
        Verdict judged = model.verdictProperty().get();
        ComparedRuns compared = model.compared();
        String inLists = referenceWords.inLists(compared.measured());
        boolean one = model.chosen().size() < 2;
        boolean behind = judged != null && !one && referenceWords.allBehind(compared.measured());
        String alone = one || behind ? inLists : "";
        List<String> found = lines(alone.isEmpty() ? inLists : "", referenceWords.belowInAuc(compared.measured()));
        int shown = Math.min(FOUND - (alone.isEmpty() ? 0 : 1), found.size());
        String sentence = behind
                ? alone // a winner among those that a rule without a model beats is no answer
                : judged == null ? withoutVerdict(alone) : VerdictWords.sentence(judged, messages);
        String beside = behind
                ? VerdictWords.sentence(judged, messages)
                : alone.isEmpty() ? "" : messages.text("compare.choose");
        List<String> intervals = lines(
                String.join("\n", found.subList(shown, found.size())),
                judged == null ? "" : VerdictWords.evidence(judged, messages));
        String training = compared.training();
        String presets = compared.presets().entrySet().stream()
                .map(each ->
                        messages.text("compare.presets.of", messages.text("preset." + each.getKey()), each.getValue()))
                .collect(Collectors.joining(messages.text("compare.below.and")));
        List<String> known = lines(
                training.isEmpty() ? "" : messages.text("compare.training", training),
                presets.isEmpty() ? "" : messages.text("compare.presets", presets));
        List<String> evidence = lines(beside, String.join("\n", found.subList(0, shown)), String.join("\n", known));
        return new Answer(sentence, String.join("\n", evidence), FOUND + known.size(), String.join("\n", intervals));
    }

    /** What can be said before two runs are measured, or where that failed; of a single run how it stands beside the best baseline. */
    private String withoutVerdict(String alone) {
        if (model.chosen().size() < 2) {
            return alone.isEmpty() ? messages.text("compare.choose") : alone;
        }
        String failed = model.measuring().currentProperty().get() != null
                ? ""
                : model.chosen().stream()
                        .filter(run -> !model.scores().containsKey(run))
                        .map(model.session()::nameOf)
                        .collect(Collectors.joining(", "));
        return failed.isEmpty()
                ? model.compared()
                        .ahead()
                        .map(ahead -> messages.text(
                                "compare.ahead",
                                ahead.run().name(),
                                messages.text(ahead.key()),
                                Numerals.fixed(ahead.value(), 4)))
                        .orElseGet(() -> messages.text("compare.measuring"))
                : messages.text("compare.unmeasured", failed);
    }

    /** The lines of some texts, without the empty ones. */
    private static List<String> lines(String... texts) {
        return Stream.of(texts)
                .flatMap(String::lines)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** What is being measured, and how much comes after it. */
    String progress(MeasurementQueue.Task task) {
        String step = messages.text("compare.step." + task.step(), task.run().name());
        double done = model.measuring().fractionProperty().get();
        String far = done < 0 ? step : messages.text("compare.far", step, (int) (100 * done));
        int left = model.measuring().left();
        return left == 0 ? far : messages.text("compare.left", far, left);
    }
}
