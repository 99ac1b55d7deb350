package dev.interestlens.ui.common.file;

import dev.interestlens.figure.Palette;
import dev.interestlens.figure.file.FigureFile;
import dev.interestlens.figure.file.Pixels;
import dev.interestlens.figure.file.TableFile;
import dev.interestlens.store.Disk;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.file.FileDialogs.Chosen;
import dev.interestlens.ui.common.file.FileDialogs.Kind;
import dev.interestlens.ui.control.ChartEvent;
import dev.interestlens.workspace.OwnFolders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Saves a chart to a file that a person chooses: as bitmap, vector graphic or table. */
public final class ChartSaver {
    private final FileDialogs dialogs;
    private final Background background;
    private final Messages messages;

    public ChartSaver(FileDialogs dialogs, Background background, Messages messages) {
        this.dialogs = dialogs;
        this.background = background;
        this.messages = messages;
    }

    /** Handles a request of a chart's menu. */
    public void save(ChartEvent event) {
        ChartEvent.Chart chart = event.chart();
        Kind csv = kind("csv");
        boolean isTable = chart.table().isPresent();
        List<Kind> kinds = new ArrayList<>(List.of(kind("png"), kind("svg"), kind("pdf")));
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
                .ifPresent(chosen -> background.load(ticket -> write(chart, chosen, messages.locale()), done -> {}));
    }

    private static Path write(ChartEvent.Chart chart, Chosen chosen, Locale language) {
        String ending = chosen.kind().ending().substring(1);
        if (chart.table().isPresent() && TableFile.ENDINGS.contains(ending)) {
            put(chosen, new TableFile(language).of(ending, List.of(chart.table().get()), chart.name()));
            return chosen.file();
        }
        byte[] bytes =
                switch (ending) {
                    case "svg", "pdf", "tex" ->
                        new FigureFile(Palette.LIGHT, language).of(ending, chart.drawing(), chart.name());
                    case "csv" -> chart.numbers().csv().getBytes(StandardCharsets.UTF_8);
                    default ->
                        Pixels.png(
                                chart.picture().width(),
                                chart.picture().height(),
                                chart.picture().pixels());
                };
        put(chosen, bytes);
        return chosen.file();
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
