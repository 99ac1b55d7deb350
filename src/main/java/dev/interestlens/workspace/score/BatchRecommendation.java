package dev.interestlens.workspace.score;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.source.Progress;
import dev.interestlens.export.report.RecommendationPage;
import dev.interestlens.recommend.Filter;
import dev.interestlens.recommend.Recommendation;
import dev.interestlens.store.Disk;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.Problem;
import dev.interestlens.workspace.OpenRun;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * Recommends to many users into a CSV, Parquet, JSON or HTML file, in constant memory. A call that was killed or cancelled continues where it stopped
 * when it is repeated, with the same bytes as the result.
 */
public final class BatchRecommendation {
    /** In which lists are written. */
    public static final List<String> ENDINGS = List.of("csv", "parquet", "json", "html", "htm");

    /** Users in a chunk. */
    public static final int PIECE = 32;

    /** Points in time for recommendations. */
    public enum At {
        /** After everything in the log. */
        NEXT,
        /** Before the last test event. */
        TEST;
    }

    private final OpenRun run;
    private final OutputPath target;
    private final Progress progress;
    private final int piece;
    private final Locale language;
    private final String ending;

    /**
     * @param target ends in one of {@link #ENDINGS}
     * @param language that a page shows first
     * @param piece users whose lists are made before they are written
     */
    public BatchRecommendation(OpenRun run, OutputPath target, Progress progress, Locale language, int piece) {
        this.run = run;
        this.target = target;
        this.progress = progress;
        this.language = language;
        this.piece = piece;
        ending = OutputPath.ending(target.path());
    }

    /**
     * The result.
     *
     * @param users of the whole file
     * @param empty users without a list, with the reason beside them; of those that this call made
     * @param taken users whose lists an earlier call had made
     */
    public record Result(long users, long empty, long taken) {}

    /** To each of some users, by their keys. */
    public Result to(List<String> users, At at, Recommendation.Wish wish) {
        DatasetInfo data = run.data().info();
        try (ScorePieces pieces =
                        ScorePieces.open(Disk.real(), target, UserLists.columns(data), work(users, at, wish));
                UserLists lists = new UserLists(run, at, wish, ending)) {
            int taken = (int) Math.min(users.size(), (long) pieces.count() * piece);
            for (int from = taken; from < users.size(); from += piece) {
                StringBuilder text = new StringBuilder();
                for (int i = from; i < Math.min(users.size(), from + piece); i++) {
                    proceed((double) i / users.size());
                    lists.add(text, i == 0, users.get(i));
                }
                pieces.add(text.toString());
            }
            finish(pieces, ending, run.description().name(), data, language);
            return new Result(users.size(), lists.empty(), taken);
        }
    }

    /**
     * Lists that were made on another machine.
     *
     * @param text as {@link UserLists} makes it
     * @param empty users among them that have no list
     */
    public record Piece(String text, long users, long empty) {}

    /**
     * Writes such lists, in their order, into the same file as {@link #to}.
     *
     * @param identity a text that identifies the lists
     * @param run name of the run
     * @param data of the run
     */
    public static Result gather(
            OutputPath target, String identity, String run, DatasetInfo data, Locale language, Iterator<Piece> made) {
        long users = 0;
        long empty = 0;
        try (ScorePieces pieces =
                ScorePieces.open(Disk.real(), target, UserLists.columns(data), "gathered lists " + identity)) {
            while (made.hasNext()) {
                Piece piece = made.next();
                pieces.add(piece.text());
                users += piece.users();
                empty += piece.empty();
            }
            finish(pieces, OutputPath.ending(target.path()), run, data, language);
        }
        return new Result(users, empty, 0);
    }

    private static void finish(ScorePieces pieces, String ending, String run, DatasetInfo data, Locale language) {
        switch (ending) {
            case "json" -> pieces.finish("[\n", "\n]\n");
            case "html", "htm" ->
                pieces.finish(RecommendationPage.begin(run, data, language), RecommendationPage.end());
            default -> pieces.finish();
        }
    }

    private void proceed(double fraction) {
        progress.at("score", fraction);
        if (progress.cancelled()) {
            throw Problem.cancelled(BatchRecommendation.class, "recommendCancelled")
                    .exception();
        }
    }

    /** A text that identifies the lists. */
    private String work(List<String> users, At at, Recommendation.Wish wish) {
        Filter filter = wish.filter();
        return String.join(
                " ",
                "recommend",
                run.weightsSum(),
                String.valueOf(piece),
                ending,
                language.getLanguage(),
                EnumNames.lower(at),
                filter.seen() + " " + filter.cold() + " " + filter.popularity(),
                filter.categories().stream().sorted().toList().toString(),
                wish.count() + " " + wish.diversity() + " " + wish.why(),
                String.valueOf(users.size()),
                String.join("\n", users));
    }
}
