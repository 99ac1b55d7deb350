package dev.interestlens.workspace.score;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.explain.look.Item;
import dev.interestlens.export.report.RecommendationPage;
import dev.interestlens.export.report.json.RecommendationJson;
import dev.interestlens.recommend.People;
import dev.interestlens.recommend.Person;
import dev.interestlens.recommend.Recommendation;
import dev.interestlens.recommend.Recommender;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Json;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.score.BatchRecommendation.At;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The lists of users as the text of a file between its beginning and its end. The text of a user is independent of others, so that lists from other
 * machines can be concatenated. One thread at a time; closing leaves the run open.
 */
public final class UserLists implements AutoCloseable {
    /** The reason where a user is not in the data set. */
    public static final String UNKNOWN_USER = "unknownUser";

    /** The reason where a user has no test event. */
    public static final String NO_TEST = "noTestEvent";

    /** The note of a user whose event in the test part is with an item that never occurs in training. */
    public static final String COLD_TEST = "coldTestEvent";

    private static final String NOTHING = "nothing";

    private final OpenRun run;
    private final At at;
    private final Recommendation.Wish wish;
    private final String ending;
    private final CsvCells cells;
    private final Recommender recommender;
    private final People people;
    private long empty;

    /** @param ending of the file: csv, parquet, json or html */
    public UserLists(OpenRun run, At at, Recommendation.Wish wish, String ending) {
        this.run = run;
        this.at = at;
        this.wish = wish;
        this.ending = ending;
        cells = new CsvCells(!ending.equals("parquet"), mark());
        recommender = new Recommender(run.model(), run.samples());
        people = new People(run.samples());
    }

    private Map<String, String> mark() {
        return run.data().info().mark();
    }

    /** Users without a list so far. */
    public long empty() {
        return empty;
    }

    /**
     * Appends a user's list.
     *
     * @param first whether it is the first of the file
     */
    public void add(StringBuilder text, boolean first, String key) {
        int user = run.data().userOf(key);
        OptionalInt position = user < 0 || at == At.NEXT ? OptionalInt.empty() : people.testPosition(user);
        if (user < 0 || at == At.TEST && position.isEmpty()) {
            empty++;
            refused(text, first, key, user < 0 ? UNKNOWN_USER : missing(user));
            return;
        }
        Person person = at == At.NEXT ? people.next(user) : people.before(user, position.orElseThrow());
        Recommendation made = Recommendation.of(recommender, people, person, EnumNames.lower(at), wish, () -> false)
                .orElseThrow();
        empty += made.entries().isEmpty() ? 1 : 0;
        switch (ending) {
            case "json" -> text.append(first ? "" : ",\n").append(Json.line(RecommendationJson.tree(made, mark())));
            case "html", "htm" -> text.append(RecommendationPage.article(made));
            default -> rows(text, made);
        }
    }

    private String missing(int user) {
        return people.coldPosition(user).isPresent() ? COLD_TEST : NO_TEST;
    }

    private void refused(StringBuilder text, boolean first, String key, String note) {
        switch (ending) {
            case "json" ->
                text.append(first ? "" : ",\n").append(Json.line(RecommendationJson.refused(key, note, mark())));
            case "html", "htm" -> text.append(RecommendationPage.refused(key, note));
            default -> cells.line(text, key, "", "", "", "", "", "", "", "", "", "", "", note, "");
        }
    }

    /** Columns of a table, with their types for DuckDB. */
    static Map<String, String> columns(DatasetInfo data) {
        return CsvCells.columns(
                "user VARCHAR, at VARCHAR, rank INTEGER, item VARCHAR, title VARCHAR, category VARCHAR, score DOUBLE,"
                        + " logit DOUBLE, popularity INTEGER, reasons VARCHAR, true_item VARCHAR, true_rank INTEGER,"
                        + " note VARCHAR, leads VARCHAR",
                data.mark());
    }

    private void rows(StringBuilder csv, Recommendation made) {
        String trueItem =
                made.truth().map(Recommendation.Truth::item).map(Item::id).orElse("");
        String trueRank = made.truth()
                .filter(truth -> truth.rank() > 0)
                .map(truth -> String.valueOf(truth.rank()))
                .orElse("");
        String name = made.person().name();
        if (made.entries().isEmpty()) {
            cells.line(csv, name, made.at(), "", "", "", "", "", "", "", "", trueItem, trueRank, NOTHING, "");
        }
        for (Recommendation.Entry entry : made.entries()) {
            cells.line(
                    csv,
                    name,
                    made.at(),
                    String.valueOf(entry.rank()),
                    entry.item().id(),
                    entry.item().title().en(),
                    entry.item().category().en(),
                    String.valueOf(entry.score()),
                    String.valueOf(entry.logit()),
                    String.valueOf(entry.popularity()),
                    entry.reasons().stream()
                            .map(reason -> reason.item().title().en()
                                    + String.format(Locale.ROOT, " (%+.2f)", reason.effect()))
                            .collect(Collectors.joining("; ")),
                    trueItem,
                    trueRank,
                    "",
                    entry.leads().map(EnumNames::lower).orElse(""));
        }
    }

    @Override
    public void close() {
        recommender.close();
    }
}
