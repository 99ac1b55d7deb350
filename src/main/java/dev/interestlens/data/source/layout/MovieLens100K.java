package dev.interestlens.data.source.layout;

import dev.interestlens.data.source.ColumnMapping;
import dev.interestlens.data.source.Dialect;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.Duck;
import dev.interestlens.data.source.file.SourceFiles;
import dev.interestlens.data.source.file.TextHead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** MovieLens 100K: {@code u.data} with TAB, {@code u.item} and {@code u.user} with |, no headers, genres as 19 flags. */
record MovieLens100K(String id) implements SourceLayout {

    private static final Dialect TAB = new Dialect("\t", Dialect.NO_QUOTE, false);
    private static final Dialect BAR = new Dialect("|", Dialect.NO_QUOTE, false);
    private static final List<String> GENRES =
            List.of(("unknown|Action|Adventure|Animation|Children's|Comedy|Crime|Documentary|Drama|Fantasy|"
                            + "Film-Noir|Horror|Musical|Mystery|Romance|Sci-Fi|Thriller|War|Western")
                    .split("\\|"));
    private static final int FIRST_FLAG = 5;

    @Override
    public Optional<ImportPlan> recognise(SourceFiles files, PrepareOptions options) {
        Optional<Path> data = files.named("u.data");
        Optional<Path> items = files.namedOrBeside("u.item");
        if (data.isEmpty() || items.isEmpty()) {
            return Optional.empty();
        }
        TextHead log = TextHead.of(data.get(), options, TAB, List.of("user", "movie", "rating", "timestamp"));
        return Optional.of(new ImportPlan(id(), files.name(), List.of(MovieLens.ratings(log)))
                .withItems(Optional.of(movies(items.get(), options)))
                .withUsers(files.namedOrBeside("u.user").map(file -> users(file, options)))
                .withCategories("|", Set.of("unknown")));
    }

    private static TableInput movies(Path file, PrepareOptions options) {
        List<String> columns = new ArrayList<>(List.of("movie", "title", "released", "video", "url"));
        List<String> flags = new ArrayList<>();
        for (int g = 0; g < GENRES.size(); g++) {
            columns.add(GENRES.get(g));
            flags.add("CASE WHEN c" + (FIRST_FLAG + g) + " = '1' THEN " + Duck.literal(GENRES.get(g)) + " END");
        }
        return new TableInput(
                TextHead.of(file, options, BAR, columns),
                ColumnMapping.none()
                        .with(Roles.ITEM, "movie")
                        .with(Roles.TITLE, "title")
                        .with(Roles.CATEGORY, GENRES.get(0)),
                Map.of(Roles.CATEGORY, "concat_ws('|', " + String.join(", ", flags) + ")"));
    }

    private static TableInput users(Path file, PrepareOptions options) {
        TextHead head = TextHead.of(file, options, BAR, List.of("user", "age", "gender", "occupation", "zip"));
        return MovieLens.users(head);
    }
}
