package dev.interestlens.workspace;

import dev.interestlens.data.EventRows;
import dev.interestlens.data.Layout;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.Schema;
import dev.interestlens.data.protocol.Omission;
import dev.interestlens.filter.Field;
import dev.interestlens.filter.Filter;
import dev.interestlens.store.Problem;
import dev.interestlens.store.Sha256;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.Without;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The rows of a log that match a filter, to be left out of a training.
 *
 * @param omission the rows
 * @param without what the run keeps of it
 */
public record LeftOut(Omission omission, Without without) {
    /** Nothing. */
    private static final LeftOut NONE = new LeftOut(Omission.NONE, null);

    /** A row of the log, with its user. */
    private record Row(EventRows rows, int user, long row) {}

    /** @throws dev.interestlens.store.ProblemException of kind USAGE where the filter cannot be understood */
    public static LeftOut of(PreparedDataset data, String filter) {
        List<Field<Row>> fields = fields(data);
        Predicate<Row> test =
                Filter.of(filter, fields, fields.subList(0, 2)).require().test();
        BitSet users = new BitSet();
        BitSet events = matching(data, Layout.EVENTS, test, users);
        BitSet impressions = matching(data, Layout.IMPRESSIONS, test, users);
        Sha256 digest = new Sha256();
        digest(data, Layout.EVENTS, events, digest);
        digest(data, Layout.IMPRESSIONS, impressions, digest);
        return new LeftOut(
                new Omission(events, impressions),
                new Without(
                        filter, events.cardinality(), impressions.cardinality(), users.cardinality(), digest.hex()));
    }

    /**
     * What a run leaves out, found again.
     *
     * @throws dev.interestlens.store.ProblemException where other rows match now
     */
    public static LeftOut of(PreparedDataset data, RunDescription run) {
        if (run.without() == null) {
            return NONE;
        }
        LeftOut found = of(data, run.without().filter());
        if (!found.without.equals(run.without())) {
            throw Problem.badInput(LeftOut.class, "otherRows", data.folder())
                    .with("run", run.name())
                    .with("expected", run.without().events())
                    .exception("found", found.without.events());
        }
        return found;
    }

    /** SHA-256 of events, in the same form. */
    static String digest(PreparedDataset data, BitSet events) {
        Sha256 digest = new Sha256();
        digest(data, Layout.EVENTS, events, digest);
        return digest.hex();
    }

    private static BitSet matching(PreparedDataset data, String kind, Predicate<Row> test, BitSet users) {
        BitSet found = new BitSet();
        data.rows(kind).ifPresent(rows -> {
            for (int user = 0; user < data.users(); user++) {
                for (long row = rows.first(user); row < rows.end(user); row++) {
                    if (test.test(new Row(rows, user, row))) {
                        found.set(Math.toIntExact(row));
                        users.set(user);
                    }
                }
            }
        });
        return found;
    }

    private static void digest(PreparedDataset data, String kind, BitSet which, Sha256 digest) {
        data.rows(kind).ifPresent(rows -> {
            for (int user = 0; user < data.users(); user++) {
                int end = Math.toIntExact(rows.end(user));
                for (int row = which.nextSetBit((int) rows.first(user)); row >= 0 && row < end; ) {
                    String line = data.userKey(user) + "\t" + data.itemKey(rows.item(row)) + "\t" + rows.time(row);
                    digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
                    row = which.nextSetBit(row + 1);
                }
            }
        });
    }

    /** The fields of a row; a word without a name is searched in the first two. */
    private static List<Field<Row>> fields(PreparedDataset data) {
        Schema schema = data.schema();
        List<Field<Row>> all = new ArrayList<>();
        all.add(Field.key(row -> List.of(data.userKey(row.user)), "user"));
        all.add(Field.text(
                row -> List.of(data.itemTitle(item(row), Locale.ENGLISH), data.itemTitle(item(row), Locale.CHINESE)),
                "title"));
        all.add(Field.key(row -> List.of(data.itemKey(item(row))), "item"));
        if (data.info().times().timed()) {
            all.add(Field.number(row -> row.rows.time(row.row), "time"));
            all.add(Field.number(row -> date(row.rows.time(row.row)), "date"));
        }
        List<dev.interestlens.data.Field> ids = schema.categoricalItemFields();
        for (int f = Schema.CATEGORY; f < ids.size(); f++) {
            int field = f;
            String name = f == Schema.CATEGORY && schema.hasCategory() ? "category" : name("item", ids.get(f));
            all.add(Field.key(row -> values(data, field, item(row)), name));
        }
        numbers(all, "item", schema.itemNumbers(), (row, field) -> data.itemNumber(field, item(row)));
        List<dev.interestlens.data.Field> ofUsers = schema.categoricalUserFields();
        for (int f = 0; f < ofUsers.size(); f++) {
            int field = f;
            all.add(Field.key(
                    row -> List.of(data.userValue(field, data.userField(field, row.user, 0))),
                    name("user", ofUsers.get(f))));
        }
        numbers(all, "user", schema.userNumbers(), (row, field) -> data.userNumber(field, row.user));
        List<dev.interestlens.data.Field> contexts = schema.categoricalContextFields();
        for (int f = 0; f < contexts.size(); f++) {
            int field = f;
            all.add(Field.key(
                    row -> List.of(data.contextValue(field, row.rows.contextField(field, row.row))),
                    name("context", contexts.get(f))));
        }
        numbers(all, "context", schema.contextNumbers(), (row, field) -> row.rows.contextNumber(field, row.row));
        return all;
    }

    /** A number of a row. */
    private interface Number {
        double of(Row row, int field);
    }

    private static void numbers(
            List<Field<Row>> all, String owner, List<dev.interestlens.data.Field> fields, Number value) {
        for (int f = 0; f < fields.size(); f++) {
            int field = f;
            all.add(Field.floats(row -> value.of(row, field), name(owner, fields.get(f))));
        }
    }

    /** {@code user.age}: a column of users, items or rows may have the name of another one. */
    private static String name(String owner, dev.interestlens.data.Field field) {
        return (owner + "." + field.name()).toLowerCase(Locale.ROOT);
    }

    private static List<String> values(PreparedDataset data, int field, int item) {
        int width = data.schema().categoricalItemFields().get(field).width();
        return IntStream.range(0, width)
                .mapToObj(k -> data.itemValue(field, data.itemField(field, item, k)))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static int item(Row row) {
        return row.rows.item(row.row);
    }

    /** {@code 20240131}, in UTC. */
    private static int date(long seconds) {
        LocalDate day = Instant.ofEpochSecond(seconds).atZone(ZoneOffset.UTC).toLocalDate();
        return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    }
}
