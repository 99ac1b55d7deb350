package dev.interestlens.figure.data;

import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Small heatmaps in rows and columns that share one scale.
 *
 * @param rows a name a row
 * @param columns a name a column
 * @param cells row after row
 */
public record GridData(List<? extends Phrase> rows, List<? extends Phrase> columns, List<HeatmapData> cells)
        implements FigureData {
    public GridData {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        cells = List.copyOf(cells);
        if (cells.size() != rows.size() * columns.size()) {
            throw new IllegalArgumentException(cells.size() + " pictures in " + rows.size() + " × " + columns.size());
        }
    }

    public static GridData empty() {
        return new GridData(List.of(), List.of(), List.of());
    }

    /** The cells of all pictures below each other, each with the position of its picture. */
    @Override
    public NumberTable numbers(Locale language) {
        List<NumberTable.Line> lines = new ArrayList<>();
        for (int picture = 0; picture < cells.size(); picture++) {
            HeatmapData cell = cells.get(picture);
            for (int i = 0; i < cell.values().length; i++) {
                lines.add(new NumberTable.Line(
                        List.of(
                                rows.get(picture / columns.size()).in(language),
                                columns.get(picture % columns.size()).in(language),
                                cell.rows().get(i / cell.columns().size()).in(language),
                                cell.columns().get(i % cell.columns().size()).in(language)),
                        cell.values()[i]));
            }
        }
        HeatmapData first = cells.isEmpty() ? HeatmapData.empty() : cells.get(0);
        return new NumberTable(
                List.of("", "", first.rowAxis().in(language), first.columnAxis().in(language), ""), lines);
    }

    public HeatmapData.Range range() {
        double low = 0;
        double high = 0;
        for (HeatmapData cell : cells) {
            low = Math.min(low, cell.range().low());
            high = Math.max(high, cell.largest());
        }
        return new HeatmapData.Range(low, high > low ? high : low + 1);
    }

    /** The names of all cells. */
    public List<Phrase> names() {
        return IntStream.range(0, cells.size()).mapToObj(this::name).toList();
    }

    /** The row and column of a cell. */
    public Phrase name(int cell) {
        Phrase row = rows.get(cell / columns.size());
        Phrase column = columns.get(cell % columns.size());
        return language -> row.in(language) + " · " + column.in(language);
    }
}
