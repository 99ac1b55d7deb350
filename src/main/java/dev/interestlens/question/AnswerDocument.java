package dev.interestlens.question;

import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.TextBundle;
import dev.interestlens.export.report.page.Document;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.store.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** An answer as a page or as Markdown: the question, the conclusion, figures with their numbers, and the commands that measure everything again. */
public final class AnswerDocument {
    private static final TextBundle WORDS = new TextBundle(AnswerDocument.class);
    private static final String PROGRAM = "java -jar interest-lens.jar ";

    private AnswerDocument() {}

    public static Document of(Answer<?> answer) {
        Experiment<?> experiment = answer.experiment();
        Document document =
                new Document(WORDS.of("answer.question", "number", experiment.number(), "title", experiment.title()));
        document.heading(WORDS.of("answer.asked")).paragraph(experiment.question());
        document.heading(conclusionTitle()).points(answer.conclusion());
        document.heading(WORDS.of("answer.method")).paragraph(experiment.method());
        document.table(settings(answer));
        provenance(answer).forEach(document::paragraph);
        for (Panel panel : answer.panels()) {
            document.heading(panel.title()).paragraph(panel.finding());
            for (Picture picture : panel.pictures()) {
                document.picture(picture.drawing()).paragraph(picture.note()).table(numbers(picture));
            }
        }
        document.heading(WORDS.of("answer.commands")).paragraph(WORDS.of("answer.again"));
        document.code(List.of(PROGRAM + String.join(" ", answer.arguments())));
        document.paragraph(WORDS.of("answer.steps"));
        return document.code(commands(answer));
    }

    /** The heading of the conclusion. */
    public static Text conclusionTitle() {
        return WORDS.of("answer.conclusion");
    }

    /** Where it was measured, and that times may be another machine's. */
    public static List<Text> provenance(Answer<?> answer) {
        List<Text> said = new ArrayList<>();
        String seconds = Numerals.fixed(answer.cpuSeconds(), 0);
        said.add(
                switch (answer.origin()) {
                    case PREPARED -> WORDS.of("answer.prepared", "seconds", seconds);
                    case HERE -> WORDS.of("answer.here", "seconds", seconds);
                    case FILE ->
                        answer.machine() == null
                                ? WORDS.of("answer.unknown", "seconds", seconds)
                                : WORDS.of("answer.file", "seconds", seconds, "machine", Texts.plain(answer.machine()));
                });
        if (answer.timedElsewhere()) {
            said.add(WORDS.of("answer.elsewhere"));
        }
        return said;
    }

    private static <R> List<String> commands(Answer<R> answer) {
        return answer.experiment().commands(answer.settings());
    }

    private static Table settings(Answer<?> answer) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Control control : answer.experiment().controls()) {
            rows.add(List.of(
                    Cell.words(control.title()),
                    Cell.words(control.words(answer.settings().get(control.name())))));
        }
        rows.add(List.of(
                Cell.words(WORDS.of("answer.seed")),
                Cell.words(String.valueOf(answer.settings().seed()))));
        return Table.pairs(WORDS.of("answer.settings"), WORDS.of("answer.setting"), WORDS.of("answer.value"), rows);
    }

    /** The numbers of a picture in both languages. */
    private static Table numbers(Picture picture) {
        NumberTable english = picture.numbers(Locale.ENGLISH);
        NumberTable chinese = picture.numbers(Locale.CHINESE);
        List<List<Cell>> rows = new ArrayList<>();
        for (int line = 0; line < english.lines().size(); line++) {
            List<Cell> row = new ArrayList<>();
            both(english.lines().get(line).names(), chinese.lines().get(line).names())
                    .forEach(name -> row.add(Cell.words(name)));
            for (double value : english.lines().get(line).values()) {
                row.add(Double.isNaN(value) ? Cell.EMPTY : Cell.written(Numerals.of(value), value));
            }
            rows.add(row);
        }
        return new Table(picture.title(), both(english.heads(), chinese.heads()), rows);
    }

    private static List<Text> both(List<String> english, List<String> chinese) {
        return IntStream.range(0, english.size())
                .mapToObj(i -> new Text(english.get(i), chinese.get(i)))
                .toList();
    }
}
