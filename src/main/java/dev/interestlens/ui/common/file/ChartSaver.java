package dev.interestlens.ui.common.file;

import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.page.Document;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.PictureSlide;
import dev.interestlens.figure.file.FigureFile;
import dev.interestlens.figure.file.Pixels;
import dev.interestlens.figure.file.TableFile;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.store.Disk;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.file.FileDialogs.Chosen;
import dev.interestlens.ui.common.file.FileDialogs.Kind;
import dev.interestlens.ui.control.ChartEvent;
import dev.interestlens.ui.control.Snapshot;
import dev.interestlens.workspace.OwnFolders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Saves a chart to a file that a person chooses: as bitmap, slide, vector graphic, page or table.
 *
 * @param saved learns the file that was written
 */
public record ChartSaver(FileDialogs dialogs, Background background, Messages messages, Consumer<Path> saved) {
    /** Handles a request of a chart's menu. */
    public void save(ChartEvent event) {
        ChartEvent.Chart chart = event.chart();
        Kind csv = kind("csv");
        Kind slide = kind("slide", "png");
        boolean isTable = chart.table().isPresent();
        List<Kind> kinds = new ArrayList<>(List.of(kind("png"), slide, kind("page", "html"), kind("svg"), kind("pdf")));
        kinds.addAll(isTable ? List.of(kind("table", "tex"), kind("md")) : List.of(kind("tex")));
        if (!chart.numbers().isEmpty()) {
            kinds.add(csv);
        }
        if (event.wanted() == ChartEvent.Wanted.NUMBERS) {
            Collections.reverse(kinds);
        }
        event.consume();
        dialogs.saveResult(
                        messages.text("figure.save"),
                        FileName.of(chart.name(), kinds.get(0).ending()),
                        kinds)
                .ifPresent(chosen -> {
                    boolean wide = chosen.kind().equals(slide);
                    Snapshot pixels = wide ? slide(chart) : chart.picture();
                    background.load(ticket -> write(chart, pixels, chosen, messages.locale()), saved);
                });
    }

    private Snapshot slide(ChartEvent.Chart chart) {
        return Snapshot.of(new PictureSlide(Phrase.same(chart.name()), chart.drawing()), messages.locale());
    }

    private static Path write(ChartEvent.Chart chart, Snapshot pixels, Chosen chosen, Locale language) {
        String ending = chosen.kind().ending().substring(1);
        if (chart.table().isPresent() && TableFile.ENDINGS.contains(ending)) {
            put(chosen, new TableFile(language).of(ending, List.of(chart.table().get()), chart.name()));
            return chosen.file();
        }
        byte[] bytes =
                switch (ending) {
                    case "html" -> page(chart).html(language).getBytes(StandardCharsets.UTF_8);
                    case "svg", "pdf", "tex" ->
                        new FigureFile(Palette.LIGHT, language).of(ending, chart.drawing(), chart.name());
                    case "csv" -> chart.numbers().csv().getBytes(StandardCharsets.UTF_8);
                    default -> Pixels.png(pixels.width(), pixels.height(), pixels.pixels());
                };
        put(chosen, bytes);
        return chosen.file();
    }

    /** The picture with the numbers that it shows; of a table the table. */
    private static Document page(ChartEvent.Chart chart) {
        Document page = new Document(Text.same(chart.name()));
        if (chart.table().isPresent()) {
            return page.table(chart.table().get());
        }
        return page.picture(chart.drawing())
                .table(new Table(
                        Phrase.EMPTY,
                        Phrase.all(chart.numbers().heads()),
                        chart.numbers().lines().stream().map(ChartSaver::cells).toList()));
    }

    private static List<Cell> cells(NumberTable.Line line) {
        return Stream.concat(
                        line.names().stream().map(Cell::words),
                        DoubleStream.of(line.values())
                                .mapToObj(value ->
                                        Double.isNaN(value) ? Cell.words("") : Cell.written(Numerals.of(value), value)))
                .toList();
    }

    private static void put(Chosen chosen, byte[] bytes) {
        OwnFolders.chosen(chosen.file()).write(Disk.real(), out -> out.write(bytes));
    }

    private Kind kind(String ending) {
        return kind(ending, ending);
    }

    private Kind kind(String name, String ending) {
        return new Kind(messages.text("figure.kind." + name), List.of("*." + ending));
    }
}
