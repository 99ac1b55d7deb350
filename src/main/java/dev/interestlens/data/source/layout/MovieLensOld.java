package dev.interestlens.data.source.layout;

import dev.interestlens.data.source.Dialect;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.file.SourceFiles;
import dev.interestlens.data.source.file.TextHead;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** MovieLens 1M and what follows its layout (MovieTweetings): {@code .dat} files with {@code ::} and no header. */
record MovieLensOld(String id) implements SourceLayout {

    private static final Dialect DIALECT = new Dialect("::", Dialect.NO_QUOTE, false);

    @Override
    public Optional<ImportPlan> recognise(SourceFiles files, PrepareOptions options) {
        Optional<Path> ratings = files.named("ratings.dat");
        Optional<Path> movies = files.namedOrBeside("movies.dat");
        if (ratings.isEmpty() || movies.isEmpty()) {
            return Optional.empty();
        }
        TextHead events = TextHead.of(ratings.get(), options, DIALECT, List.of("user", "movie", "rating", "timestamp"));
        TextHead items = TextHead.of(movies.get(), options, DIALECT, List.of("movie", "title", "genres"));
        if (events.rows().isEmpty()
                || events.rows().get(0).size() != events.columns().size()) {
            return Optional.empty();
        }
        return Optional.of(new ImportPlan(id(), files.name(), List.of(MovieLens.ratings(events)))
                .withItems(Optional.of(MovieLens.movies(items)))
                .withUsers(files.namedOrBeside("users.dat").flatMap(file -> users(file, options)))
                .withCategories("|", Set.of("(no genres listed)")));
    }

    private static Optional<TableInput> users(Path file, PrepareOptions options) {
        List<String> columns = List.of("user", "gender", "age", "occupation", "zip");
        TextHead head = TextHead.of(file, options, DIALECT, columns);
        if (head.rows().isEmpty() || head.rows().get(0).size() != columns.size()) {
            return Optional.empty();
        }
        return Optional.of(MovieLens.users(head));
    }
}
