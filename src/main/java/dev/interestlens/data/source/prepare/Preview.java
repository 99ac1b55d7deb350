package dev.interestlens.data.source.prepare;

import dev.interestlens.data.source.ColumnMapping;
import dev.interestlens.data.source.ColumnRole;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.RoleGuess;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.ToldRow;
import dev.interestlens.data.source.encoding.EncodingGuess;
import dev.interestlens.data.source.file.Duck;
import dev.interestlens.data.source.file.Labels;
import dev.interestlens.data.source.file.SampledRows;
import dev.interestlens.data.source.file.SourceFiles;
import dev.interestlens.data.source.file.TextHead;
import dev.interestlens.data.source.layout.AnyTable;
import dev.interestlens.data.source.layout.ImportPlan;
import dev.interestlens.data.source.layout.Layouts;
import dev.interestlens.data.source.layout.TableInput;
import dev.interestlens.data.source.load.AmbiguousTimes;
import dev.interestlens.data.source.role.TableRoles;
import dev.interestlens.data.source.time.TimeFormat;
import dev.interestlens.data.source.time.TimeGuess;
import dev.interestlens.data.source.time.TimeQuestion;
import dev.interestlens.data.source.time.TimeRule;
import dev.interestlens.store.Problem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A preview of a source: the recognised layout and the beginning of each file.
 *
 * @param format id of the layout; empty where no mapping of columns to user and item could be guessed
 * @param tables the files, that of the events first
 * @param ids whether ids of their first rows that look alike are one
 */
public record Preview(String format, List<Table> tables, Optional<IdQuestion> ids) {

    /**
     * @param file its name
     * @param encoding the character set, and what else it may be
     * @param sample some words beyond ASCII, as they are read; empty where none was seen
     * @param separator between values
     * @param columns names
     * @param time how times are written, as in {@link PrepareOptions#time}; empty where there is no column of times
     * @param question what the first times leave open about their format
     * @param assignment which column has which role
     * @param rows the first rows
     * @param examples the first rows of up to three users, as they are understood
     */
    public record Table(
            String file,
            EncodingGuess encoding,
            String sample,
            String separator,
            String time,
            Optional<TimeQuestion> question,
            List<String> columns,
            Assignment assignment,
            List<List<String>> rows,
            List<ToldRow> examples) {
        public Table {
            examples = List.copyOf(examples);
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Which column has which role.
     *
     * @param mapping the columns of roles, guessed or given; without those that several columns of one name could have
     * @param unclear columns of one name, of which a person chooses one
     * @param told what each column was taken for and why, and what a person is asked
     */
    public record Assignment(ColumnMapping mapping, List<String> unclear, TableRoles told) {
        public Assignment {
            unclear = List.copyOf(unclear);
        }
    }

    private static final int ROWS = 50;
    private static final int EXAMPLES = 3;
    private static final int TIMES = 200;

    public Preview {
        tables = List.copyOf(tables);
    }

    /**
     * Reads the beginning of a source.
     *
     * @throws dev.interestlens.store.ProblemException if a file cannot be read or a column of the mapping is missing
     */
    public static Preview of(List<Path> sources, PrepareOptions options) {
        return Layouts.recognise(SourceFiles.of(sources), options)
                .map(plan -> known(plan, options))
                .orElseGet(() -> unknown(sources, options));
    }

    private static Preview known(ImportPlan plan, PrepareOptions options) {
        Map<String, String> titles = titles(plan.items(), options);
        return new Preview(
                plan.format(),
                plan.tables().stream()
                        .map(table -> table(table, options, titles))
                        .toList(),
                IdQuestion.of(plan.tables(), options));
    }

    private static Preview unknown(List<Path> sources, PrepareOptions options) {
        SourceFiles files = SourceFiles.of(sources);
        List<TableInput> tables = AnyTable.tables(files, options);
        if (tables.isEmpty()) {
            throw Problem.badInput(Preview.class, "noTable").exception("files", files.names());
        }
        return new Preview(
                "",
                tables.stream().map(table -> table(table, options, Map.of())).toList(),
                IdQuestion.of(tables, options));
    }

    /** Item → title in some rows of the items. */
    private static Map<String, String> titles(Optional<TableInput> items, PrepareOptions options) {
        return items.stream()
                .flatMap(table -> SampledRows.of(table.head(), options).stream()
                        .map(row -> Map.entry(table.text(row, Roles.ITEM), table.text(row, Roles.TITLE))))
                .filter(each -> !each.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }

    private static Table table(TableInput input, PrepareOptions options, Map<String, String> titles) {
        TextHead head = input.head();
        List<ColumnRole> unclear = input.unclear();
        Optional<Times> time = time(input, options);
        return new Table(
                head.file().getFileName().toString(),
                head.encoding(),
                head.sample(),
                head.dialect().separator(),
                time.map(times -> times.format().id()).orElse(""),
                time.flatMap(Times::question),
                head.columns(),
                new Assignment(
                        input.mapping().only(role -> !unclear.contains(role)),
                        unclear.stream()
                                .flatMap(role -> RoleGuess.alike(head.columns(), input.column(role)).stream())
                                .toList(),
                        input.told()),
                head.rows().subList(0, Math.min(ROWS, head.rows().size())),
                examples(input, time.map(Times::read).orElse(List.of()), titles));
    }

    // Days up to the twelfth leave open what is the month: later rows may tell.
    private static List<String> spread(TableInput input, PrepareOptions options) {
        List<List<String>> rows = SampledRows.of(input.head(), options);
        int some = Math.min(TIMES, rows.size());
        return IntStream.range(0, some)
                .mapToObj(n -> input.text(rows.get((int) ((long) n * rows.size() / some)), Roles.TIME))
                .toList();
    }

    private static List<ToldRow> examples(TableInput input, List<String> times, Map<String, String> titles) {
        Map<String, ToldRow> told = new LinkedHashMap<>();
        List<List<String>> rows = input.head().rows();
        for (int r = 0; r < rows.size() && told.size() < EXAMPLES; r++) {
            List<String> row = rows.get(r);
            String user = input.text(row, Roles.USER);
            String item = input.text(row, Roles.ITEM);
            String title = input.text(row, Roles.TITLE);
            boolean timed = r < times.size() && !times.get(r).isEmpty();
            if (!user.isEmpty() && !item.isEmpty() && (timed || times.isEmpty())) {
                told.putIfAbsent(
                        user,
                        new ToldRow(
                                user,
                                title.isEmpty() ? titles.getOrDefault(item, item) : title,
                                input.text(row, Roles.CATEGORY),
                                timed ? times.get(r) : "",
                                !Labels.isNegative(input.text(row, Roles.LABEL))));
            }
        }
        return List.copyOf(told.values());
    }

    /** How the first times are written, what they leave open, and what the first of them are. */
    private record Times(TimeFormat format, Optional<TimeQuestion> question, List<String> read) {}

    private static Optional<Times> time(TableInput input, PrepareOptions options) {
        Optional<String> column =
                input.mapping().column(Roles.TIME).filter(name -> input.head().column(name) >= 0);
        if (column.isEmpty()) {
            return Optional.empty();
        }
        if (input.isTimeTyped()) {
            return Optional.of(
                    new Times(TimeFormat.typed(), Optional.empty(), input.head().values(column.get())));
        }
        List<String> values = spread(input, options);
        Path folder = input.head().file().toAbsolutePath().getParent();
        try (Duck duck = new Duck(folder.resolve(".none"), List.of(), options, Progress.none())) {
            boolean chosen = !options.time().equals(PrepareOptions.AUTO);
            TimeGuess guess = chosen ? TimeGuess.known(TimeFormat.of(options.time())) : TimeGuess.of(duck, values);
            Optional<TimeQuestion> question = guess.question();
            boolean dated = chosen ? TimeGuess.isDated(duck, guess.format(), values) : guess.isTimes();
            if (question.isEmpty() && dated) {
                TimeRule rule = TimeRule.of(guess.all(), "v", true, options.rules());
                question = AmbiguousTimes.of(duck, rule, options, values);
                if (question.isEmpty() && !chosen) {
                    question = TimeQuestion.halves(duck, guess.all(), values);
                }
            }
            List<String> first = input.head().rows().stream()
                    .limit(ROWS)
                    .map(row -> input.text(row, Roles.TIME))
                    .toList();
            List<String> read = question.isPresent() || !dated || first.isEmpty()
                    ? List.of()
                    : TimeQuestion.shown(duck, guess.all(), first);
            return Optional.of(new Times(guess.all(), question, read));
        }
    }
}
