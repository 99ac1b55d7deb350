package dev.interestlens.data.source.layout;

import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.file.SourceFiles;
import dev.interestlens.data.source.file.TextHead;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** MovieLens 20M, 25M and <i>latest</i>: {@code ratings.csv} and {@code movies.csv} with headers. */
record MovieLensLatest(String id) implements SourceLayout {

    private static final List<String> RATINGS = List.of("userId", "movieId", "rating", "timestamp");
    private static final List<String> MOVIES = List.of("movieId", "title", "genres");

    @Override
    public Optional<ImportPlan> recognise(SourceFiles files, PrepareOptions options) {
        Optional<Path> ratings = files.named("ratings.csv");
        Optional<Path> movies = files.namedOrBeside("movies.csv");
        if (ratings.isEmpty() || movies.isEmpty()) {
            return Optional.empty();
        }
        TextHead events = TextHead.of(ratings.get(), options);
        TextHead items = TextHead.of(movies.get(), options);
        if (!events.columns().equals(RATINGS) || !items.columns().equals(MOVIES)) {
            return Optional.empty();
        }
        return Optional.of(new ImportPlan(id(), files.name(), List.of(MovieLens.ratings(events)))
                .withItems(Optional.of(MovieLens.movies(items)))
                .withCategories("|", Set.of("(no genres listed)")));
    }
}
