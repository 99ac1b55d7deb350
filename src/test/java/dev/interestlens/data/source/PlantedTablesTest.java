package dev.interestlens.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.source.file.Labels;
import dev.interestlens.data.source.file.SourceFiles;
import dev.interestlens.data.source.layout.AnyTable;
import dev.interestlens.data.source.layout.TableInput;
import dev.interestlens.data.source.prepare.Preview;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an import makes of tables that are easily misread: right or asked, and never wrong without a question. */
class PlantedTablesTest {
    private static final Set<Roles> JUDGED = EnumSet.of(
            Roles.USER,
            Roles.ITEM,
            Roles.TIME,
            Roles.CLOCK,
            Roles.LABEL,
            Roles.EVENT,
            Roles.RATING,
            Roles.TITLE,
            Roles.CATEGORY);

    /** Roles that a table without them may all the same be given, since any text of items is one. */
    private static final Set<Roles> FREE = EnumSet.of(Roles.CATEGORY, Roles.TITLE, Roles.CLOCK);

    private static final String PLAIN = "plain";

    @TempDir
    private Path folder;

    /** What became of a table. */
    private enum Verdict {
        RIGHT,
        ASKED
    }

    /**
     * A table as it is read.
     *
     * @param times whether the meaning of its times is asked
     */
    private record Read(TableInput log, boolean times) {
        Map<Roles, List<String>> open() {
            return log.told().open();
        }

        boolean isAsked() {
            return !open().isEmpty() || times || isOddLabel();
        }

        /** Numbers other than 0 and 1 in the column of the label stop an import, which asks from which one on it is positive. */
        private boolean isOddLabel() {
            return log.has(Roles.LABEL)
                    && log.head().values(log.column(Roles.LABEL)).stream()
                            .anyMatch(text -> !text.equals("1") && !Labels.isNegative(text));
        }

        /** The column of a role; where it is asked, the one that is offered first, of the item another one than of the user. */
        Optional<String> likeliest(Roles role) {
            String user = open().getOrDefault(Roles.USER, List.of("")).get(0);
            return open().containsKey(role)
                    ? open().get(role).stream()
                            .filter(column -> role == Roles.USER || !column.equals(user))
                            .findFirst()
                    : log.mapping().column(role);
        }
    }

    /** What became of the tables so far. */
    private static final Map<Verdict, Set<String>> FOUND = new EnumMap<>(Verdict.class);

    static Stream<Named<PlantedTable>> tables() {
        return PlantedTables.all().stream().map(table -> Named.of(table.name(), table));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void nothingIsReadWronglyWithoutAQuestion(PlantedTable table) throws IOException {
        Read read = read(table, table.write(folder.resolve("table")));
        FOUND.computeIfAbsent(read.isAsked() ? Verdict.ASKED : Verdict.RIGHT, any -> new TreeSet<>())
                .add(table.name());
        assertThat(faults(table, read)).isEmpty();
    }

    @AfterAll
    static void mostAreRightWithoutAQuestion() {
        List<PlantedTable> all = PlantedTables.all();
        assertThat(all).hasSizeGreaterThanOrEqualTo(60);
        if (FOUND.values().stream().mapToInt(Set::size).sum() == all.size()) { // not where some were left out
            assertThat(FOUND.get(Verdict.RIGHT)).as(FOUND.toString()).hasSizeGreaterThan(all.size() / 2);
            assertThat(FOUND.get(Verdict.ASKED)).noneMatch(name -> name.startsWith(PLAIN));
        }
    }

    /** Reads the columns, and the times where a question about them matters. */
    private static Read read(PlantedTable table, Path source) {
        PrepareOptions options = PrepareOptions.defaults();
        List<TableInput> tables = AnyTable.tables(SourceFiles.of(List.of(source)), options);
        boolean times = (table.open() || table.name().startsWith(PLAIN))
                && Preview.of(List.of(source), options)
                        .tables()
                        .get(0)
                        .question()
                        .isPresent();
        return new Read(tables.get(0), times);
    }

    /** What is read otherwise than it was planted, without a question about it. */
    private static List<String> faults(PlantedTable table, Read read) {
        Stream<String> wrong = JUDGED.stream()
                .filter(role -> isWrong(table, read, role))
                .map(role -> role.id() + ": " + read.likeliest(role).orElse("none") + " for "
                        + table.roles().getOrDefault(role.id(), "none"));
        ColumnMapping mapping = read.log().mapping();
        Stream<String> inputs = mapping.choices().keySet().stream()
                .filter(role -> table.outcomes().contains(mapping.of(role)))
                .filter(role -> role != Roles.RATING && role != Roles.EVENT)
                .map(role -> mapping.of(role) + " became " + role.id());
        Stream<String> silent = table.open() && !read.isAsked() ? Stream.of("not asked") : Stream.of();
        return Stream.of(wrong, inputs, silent).flatMap(each -> each).toList();
    }

    private static boolean isWrong(PlantedTable table, Read read, Roles role) {
        Optional<String> planted = Optional.ofNullable(table.roles().get(role.id()));
        Optional<String> found = read.likeliest(role);
        if (role == Roles.TIME && table.open()) {
            return false; // that it is asked is what counts
        }
        if (planted.isEmpty()) {
            boolean other = found.filter(table.roles()::containsValue).isEmpty();
            return found.isPresent() && (!FREE.contains(role) || role == Roles.TITLE && other);
        }
        boolean offered =
                !table.open() && read.open().getOrDefault(role, List.of()).contains(planted.get());
        return !offered && !found.equals(planted);
    }
}
