package dev.interestlens.ui.train;

import dev.interestlens.workspace.RunSummary;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Narrows the list of runs: every word must be found in a run's name, folder, tags, note, model or data set. */
final class RunFilter {
    private RunFilter() {}

    static Predicate<RunSummary> of(String typed) {
        List<String> words = Stream.of(typed.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return run -> words.stream().allMatch(text(run)::contains);
    }

    private static String text(RunSummary run) {
        String described = run.description() == null
                ? ""
                : run.description().config().model().id() + " "
                        + run.description().dataset().getFileName();
        return String.join(
                        " ",
                        run.name(),
                        run.folder().path().getFileName().toString(),
                        String.join(" ", run.labels().tags()),
                        run.labels().note(),
                        described)
                .toLowerCase(Locale.ROOT);
    }
}
