package dev.interestlens.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.source.file.Labels;
import dev.interestlens.data.source.prepare.Preview;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an import makes of tables that are easily misread: right or asked, and never wrong without a question. */
class PlantedTablesTest {
    private static final Set<String> JUDGED =
            Set.of("user", "item", "time", "clock", "label", "event", "rating", "title", "category");

    @TempDir
    private Path folder;

    /** What became of a table. */
    private enum Verdict {
        RIGHT,
        ASKED,
        WRONG
    }

    @Test
    void nothingIsReadWronglyWithoutAQuestion() throws IOException {
        Map<Verdict, List<String>> found = new EnumMap<>(Verdict.class);
        List<PlantedTable> all = PlantedTables.all();
        for (PlantedTable table : all) {
            Preview seen = Preview.of(
                    List.of(table.write(folder.resolve("t" + all.indexOf(table)))), PrepareOptions.defaults());
            List<String> faults = faults(table, seen);
            Verdict verdict = !faults.isEmpty() ? Verdict.WRONG : isAsked(seen) ? Verdict.ASKED : Verdict.RIGHT;
            found.computeIfAbsent(verdict, any -> new ArrayList<>()).add(table.name() + faults);
        }

        assertThat(all.size()).isGreaterThanOrEqualTo(60);
        assertThat(found.getOrDefault(Verdict.WRONG, List.of()))
                .as(counts(found))
                .isEmpty();
        assertThat(found.get(Verdict.RIGHT)).as(counts(found)).hasSizeGreaterThan(all.size() / 2);
        assertThat(found.get(Verdict.ASKED)).noneMatch(name -> name.startsWith("plain"));
    }

    private static String counts(Map<Verdict, List<String>> found) {
        return found.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue().size() + " " + each.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static boolean isAsked(Preview seen) {
        Preview.Table log = seen.tables().get(0);
        return !log.assignment().told().open().isEmpty() || log.question().isPresent() || isOddLabel(log);
    }

    /** Numbers other than 0 and 1 in the column of the label stop an import, which asks from which one on it is positive. */
    private static boolean isOddLabel(Preview.Table log) {
        int column = log.columns().indexOf(log.assignment().roles().getOrDefault("label", ""));
        return column >= 0
                && log.rows().stream()
                        .map(row -> row.get(column))
                        .anyMatch(text -> !text.equals("1") && !Labels.isNegative(text));
    }

    /** What is read otherwise than it was planted, without a question about it. */
    private static List<String> faults(PlantedTable table, Preview seen) {
        Preview.Table log = seen.tables().get(0);
        Map<String, String> roles = log.assignment().roles();
        Map<String, List<String>> open = log.assignment().told().open();
        List<String> faults = new ArrayList<>();
        JUDGED.stream().filter(role -> !(table.open() && role.equals("time"))).forEach(role -> {
            Optional<String> planted = Optional.ofNullable(table.roles().get(role));
            Optional<String> offered = first(open, role).or(() -> Optional.ofNullable(roles.get(role)));
            boolean inOffer =
                    planted.isPresent() && open.getOrDefault(role, List.of()).contains(planted.get());
            boolean need =
                    planted.isPresent() || !Set.of("category", "title", "clock").contains(role);
            boolean key = role.equals("user") || role.equals("item");
            boolean right = table.open() && key ? offered.equals(planted) : inOffer || offered.equals(planted);
            boolean wrongTitle = role.equals("title")
                    && offered.filter(column -> !table.roles().containsValue(column))
                            .isPresent();
            if (need && !right || wrongTitle) {
                faults.add(role + ": " + offered.orElse("none") + " for " + planted.orElse("none"));
            }
        });
        roles.forEach((role, column) -> {
            if (table.outcomes().contains(column) && !role.equals("rating") && !role.equals("event")) {
                faults.add(column + " became " + role);
            }
        });
        if (table.open() && !isAsked(seen)) {
            faults.add("not asked");
        }
        return faults;
    }

    /** The column that is offered first; of the item, one that is not offered first for the user. */
    private static Optional<String> first(Map<String, List<String>> open, String role) {
        String user = open.getOrDefault("user", List.of("")).get(0);
        Stream<String> offered = open.getOrDefault(role, List.of()).stream();
        return offered.filter(column -> role.equals("user") || !column.equals(user))
                .findFirst();
    }
}
