package dev.interestlens.data.source.layout;

import dev.interestlens.data.source.ColumnMapping;
import dev.interestlens.data.source.Dialect;
import dev.interestlens.data.source.FieldRole;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.FileKind;
import dev.interestlens.data.source.file.ParquetHead;
import dev.interestlens.data.source.file.SourceFiles;
import dev.interestlens.data.source.file.TextHead;
import dev.interestlens.store.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The Microsoft News data set and what follows its layout: TAB, no header; number, user, time, history, impressions. Each item that was shown is a row with
 * its label. The history holds earlier clicks without times: they are read once for each user, before the first row of the user and with its time. One
 * file is read: the histories of a second one repeat what the first one tells.
 */
record MindFolder(String id) implements SourceLayout {

    private static final Dialect DIALECT = new Dialect("\t", Dialect.NO_QUOTE, false);
    private static final List<String> COLUMNS = List.of("impression", "user", "time", "item", "label");
    private static final int TIME = 2;
    private static final int SHOWN = 4;

    private static final Pattern WHEN = Pattern.compile("\\d{1,2}/\\d{1,2}/\\d{4} \\d{1,2}:\\d{2}:\\d{2} [AP]M");
    private static final Pattern LABELLED = Pattern.compile("\\S+-[01]( \\S+-[01])*");
    private static final Pattern UNLABELLED = Pattern.compile("N\\d+( N\\d+)*");

    @Override
    public Optional<ImportPlan> recognise(SourceFiles files, PrepareOptions options) {
        boolean alone = files.files().size() == 1;
        return files.files().stream()
                .filter(file -> alone || file.getFileName().toString().startsWith("behaviors"))
                .filter(file -> !ParquetHead.is(file))
                .flatMap(file -> log(TextHead.of(file, options, DIALECT, COLUMNS)).stream())
                .findFirst()
                .map(log -> new ImportPlan(id(), files.name(), List.of(log))
                        .withItems(files.namedOrBeside("news.tsv").flatMap(file -> items(file, options))));
    }

    private static Optional<TableInput> log(TextHead head) {
        if (fit(head, UNLABELLED)) {
            throw Problem.badInput(MindFolder.class, "shownAlone")
                    .file(head.file())
                    .exception();
        }
        if (!fit(head, LABELLED)) {
            return Optional.empty();
        }
        List<List<String>> rows = head.rows().stream()
                .flatMap(row -> Pattern.compile(" ")
                        .splitAsStream(row.get(SHOWN).strip())
                        .map(shown -> List.of(
                                row.get(0),
                                row.get(1),
                                row.get(TIME),
                                shown.replaceFirst("-[01]$", ""),
                                shown.substring(shown.length() - 1))))
                .toList();
        TextHead read = new TextHead(head.file(), FileKind.MIND_LINES, head.encoding(), head.dialect(), COLUMNS, rows);
        return Optional.of(new TableInput(
                read,
                ColumnMapping.none()
                        .with(Roles.USER, "user")
                        .with(Roles.ITEM, "item")
                        .with(Roles.TIME, "time")
                        .with(Roles.LABEL, "label")));
    }

    private static boolean fit(TextHead head, Pattern shown) {
        return !head.rows().isEmpty()
                && head.rows().stream()
                        .allMatch(row -> row.size() == COLUMNS.size()
                                && WHEN.matcher(row.get(TIME)).matches()
                                && shown.matcher(row.get(SHOWN).strip()).matches());
    }

    private static Optional<TableInput> items(Path file, PrepareOptions options) {
        List<String> columns = List.of(
                "news", "category", "subcategory", "title", "abstract", "url", "title_entities", "abstract_entities");
        TextHead head = TextHead.of(file, options, DIALECT, columns);
        return head.rows().isEmpty() || head.rows().get(0).size() != columns.size()
                ? Optional.empty()
                : Optional.of(new TableInput(
                        head,
                        ColumnMapping.none()
                                .with(Roles.ITEM, "news")
                                .with(Roles.CATEGORY, "category")
                                .with(new FieldRole(Roles.ITEM_FIELD, "subcategory"), "subcategory")
                                .with(Roles.TITLE, "title")));
    }
}
