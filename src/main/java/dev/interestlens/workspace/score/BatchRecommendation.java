package dev.interestlens.workspace.score;

import dev.interestlens.data.source.Progress;
import dev.interestlens.explain.look.Item;
import dev.interestlens.export.report.RecommendationPage;
import dev.interestlens.export.report.json.RecommendationJson;
import dev.interestlens.recommend.Filter;
import dev.interestlens.recommend.People;
import dev.interestlens.recommend.Person;
import dev.interestlens.recommend.Recommendation;
import dev.interestlens.recommend.Recommender;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.store.Target;
import dev.interestlens.workspace.OpenRun;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Recommends to many users into a CSV, Parquet, JSON or HTML file, in memory that does not grow with them. A call that was killed or cancelled goes on where
 * it stopped when it is made again, to the same bytes.
 */
public final class BatchRecommendation {
    /** Users a piece. */
    public static final int PIECE = 32;

    /** Places in time at which somebody is asked. */
    public enum At {
        /** After everything in the log. */
        NEXT,
        /** Before the last event that the test part asks about. */
        TEST
    }

    /** Where a user is not in the data set. */
    public static final String UNKNOWN_USER = "unknownUser";

    /** Where the test part asks about no event of a user. */
    public static final String NO_TEST = "noTestEvent";

    private static final String NOTHING = "nothing";

    private final OpenRun run;
    private final Target target;
    private final Progress progress;
    private final int piece;
    private final Locale language;
    private final String ending;
    private final CsvCells cells;
    private long empty;

    /**
     * @param target ends in csv, parquet, json or html; another ending is a usage problem
     * @param language that a page shows first
     * @param piece users whose lists are made before they are put on the disk
     */
    public BatchRecommendation(OpenRun run, Target target, Progress progress, Locale language, int piece) {
        this.run = run;
        this.target = target;
        this.progress = progress;
        this.language = language;
        this.piece = piece;
        requireKnown(target.path());
        ending = ending(target.path());
        cells = new CsvCells(!ending.equals("parquet"));
    }

    /** Looks at the ending before any work. */
    public static void requireKnown(Path out) {
        if (!ending(out).matches("csv|parquet|json|html?")) {
            throw Problem.usage(BatchRecommendation.class, "unknownEnding")
                    .file(out)
                    .exception();
        }
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * What was done.
     *
     * @param users of the whole file
     * @param empty users without a list, with the reason beside them; of those that this call made
     * @param taken users whose lists an earlier call had made
     */
    public record Result(long users, long empty, long taken) {}

    /** To each of some users, by their keys. */
    public Result to(List<String> users, At at, Recommendation.Wish wish) {
        try (ScorePieces pieces = ScorePieces.open(Disk.real(), target, columns(), work(users, at, wish));
                Recommender recommender = new Recommender(run.model(), run.samples())) {
            People people = new People(run.samples());
            int taken = (int) Math.min(users.size(), (long) pieces.count() * piece);
            for (int from = taken; from < users.size(); from += piece) {
                StringBuilder text = new StringBuilder();
                for (int i = from; i < Math.min(users.size(), from + piece); i++) {
                    proceed((double) i / users.size());
                    one(text, i == 0, users.get(i), recommender, people, at, wish);
                }
                pieces.add(text.toString());
            }
            finish(pieces);
            return new Result(users.size(), empty, taken);
        }
    }

    private void finish(ScorePieces pieces) {
        switch (ending) {
            case "json" -> pieces.finish("[\n", "\n]\n");
            case "html", "htm" ->
                pieces.finish(RecommendationPage.begin(run.description().name(), language), RecommendationPage.end());
            default -> pieces.finish();
        }
    }

    private void one(
            StringBuilder text,
            boolean first,
            String key,
            Recommender recommender,
            People people,
            At at,
            Recommendation.Wish wish) {
        int user = run.data().userOf(key);
        OptionalInt position = user < 0 || at == At.NEXT ? OptionalInt.empty() : people.testPosition(user);
        if (user < 0 || at == At.TEST && position.isEmpty()) {
            empty++;
            refused(text, first, key, user < 0 ? UNKNOWN_USER : NO_TEST);
            return;
        }
        Person person = at == At.NEXT ? people.next(user) : people.before(user, position.orElseThrow());
        Recommendation made = Recommendation.of(recommender, people, person, lower(at), wish, () -> false)
                .orElseThrow();
        empty += made.entries().isEmpty() ? 1 : 0;
        switch (ending) {
            case "json" -> text.append(first ? "" : ",\n").append(Json.line(RecommendationJson.tree(made)));
            case "html", "htm" -> text.append(RecommendationPage.article(made));
            default -> rows(text, made);
        }
    }

    private void refused(StringBuilder text, boolean first, String key, String note) {
        switch (ending) {
            case "json" -> text.append(first ? "" : ",\n").append(Json.line(RecommendationJson.refused(key, note)));
            case "html", "htm" -> text.append(RecommendationPage.refused(key, note));
            default -> cells.line(text, key, "", "", "", "", "", "", "", "", "", "", "", note);
        }
    }

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("user", "VARCHAR");
        columns.put("at", "VARCHAR");
        columns.put("rank", "INTEGER");
        columns.put("item", "VARCHAR");
        columns.put("title", "VARCHAR");
        columns.put("category", "VARCHAR");
        columns.put("score", "DOUBLE");
        columns.put("logit", "DOUBLE");
        columns.put("popularity", "INTEGER");
        columns.put("reasons", "VARCHAR");
        columns.put("true_item", "VARCHAR");
        columns.put("true_rank", "INTEGER");
        columns.put("note", "VARCHAR");
        return columns;
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
            cells.line(csv, name, made.at(), "", "", "", "", "", "", "", "", trueItem, trueRank, NOTHING);
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
                    "");
        }
    }

    private void proceed(double fraction) {
        progress.at("score", fraction);
        if (progress.cancelled()) {
            throw Problem.cancelled(BatchRecommendation.class, "recommendCancelled")
                    .exception();
        }
    }

    /** What decides the lists. */
    private String work(List<String> users, At at, Recommendation.Wish wish) {
        Filter filter = wish.filter();
        return String.join(
                " ",
                "recommend",
                run.weightsSum(),
                String.valueOf(piece),
                ending,
                language.getLanguage(),
                lower(at),
                filter.seen() + " " + filter.cold() + " " + filter.popularity(),
                filter.categories().stream().sorted().toList().toString(),
                wish.count() + " " + wish.diversity() + " " + wish.why(),
                String.valueOf(users.size()),
                String.join("\n", users));
    }

    private static String lower(At at) {
        return at.name().toLowerCase(Locale.ROOT);
    }
}
