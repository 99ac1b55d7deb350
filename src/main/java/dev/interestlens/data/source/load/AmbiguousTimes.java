package dev.interestlens.data.source.load;

import dev.interestlens.data.DatasetInfo.Finding;
import dev.interestlens.data.source.ImportRules.MissingTimes;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.Duck;
import dev.interestlens.data.source.time.TimeGuess;
import dev.interestlens.data.source.time.TimeQuestion;
import dev.interestlens.data.source.time.TimeRule;
import dev.interestlens.store.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks about the values of a dated column that are no likely times in its format, once all rows are judged. */
public record AmbiguousTimes(EventEngine engine, TimeRule time, PrepareOptions options, LogLines lines) {
    private static final int SEEN = 200;

    /** Reasons to leave a row out that raise a question. */
    private static final List<String> REASONS = List.of("otherUnit", "noTime", "outsideYears", "missingTime");

    /** The first question that the first texts of a column raise. */
    public static Optional<TimeQuestion> of(Duck duck, TimeRule time, PrepareOptions options, List<String> first) {
        List<String> texts = first.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        Map<String, List<String>> values = new HashMap<>();
        if (!texts.isEmpty()) {
            String judged = "SELECT tx, CASE" + time.reasons() + " END FROM (SELECT n, " + time.micros() + " AS t, "
                    + time.text() + " AS tx FROM " + TimeGuess.table(texts) + ") ORDER BY n";
            try {
                duck.each(judged, row -> values.computeIfAbsent(row.getString(2), reason -> new ArrayList<>())
                        .add(row.getString(1)));
            } catch (IOException e) {
                throw new IllegalStateException("no file is read here", e);
            }
        }
        return REASONS.stream()
                .filter(values::containsKey)
                .flatMap(reason -> question(duck, time, options, reason, values.get(reason)).stream())
                .findFirst();
    }

    /** @throws dev.interestlens.store.ProblemException where a person must decide what the rows mean that are left out for these reasons */
    void ask(List<Finding> leftOut) throws IOException {
        for (String reason : REASONS) {
            Optional<TimeQuestion> question = question(engine.duck(), time, options, reason, values(reason));
            if (question.isPresent()) {
                throw problem(question.get(), reason, leftOut).exception();
            }
        }
    }

    private static Optional<TimeQuestion> question(
            Duck duck, TimeRule time, PrepareOptions options, String reason, List<String> texts) {
        List<String> values = texts.stream().distinct().toList();
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (reason.equals("missingTime")) {
            return options.rules().missingTimes() == MissingTimes.ASK
                    ? Optional.of(TimeQuestion.missing(values))
                    : Optional.empty();
        }
        boolean open =
                options.time().equals(PrepareOptions.AUTO) && !time.format().isTyped();
        return open ? TimeQuestion.mixed(duck, time.format(), values) : Optional.empty();
    }

    private List<String> values(String reason) throws IOException {
        List<String> values = new ArrayList<>();
        for (LogLines.Span span : lines.spans()) {
            for (EventEngine.Out out : engine.out(span)) {
                if (out.reason().equals(reason)) {
                    values.addAll(engine.values(span, Roles.TIME, reason, SEEN));
                }
            }
        }
        return values.stream().filter(value -> !value.isEmpty()).limit(SEEN).toList();
    }

    private Problem.Builder problem(TimeQuestion question, String reason, List<Finding> leftOut) {
        Problem.Builder problem = question.problem();
        long count = 0;
        for (Finding finding : leftOut) {
            if (finding.reason().equals(reason)) {
                count += finding.count();
                lines.spans().stream()
                        .filter(span -> span.file().equals(finding.file()))
                        .limit(1)
                        .forEach(span -> problem.file(span.table().head().file())
                                .line(finding.firstLines().get(0)));
            }
        }
        return problem.with("count", count)
                .with("all", engine.number("SELECT count(*) FROM raw"))
                .with("format", time.format().id());
    }
}
