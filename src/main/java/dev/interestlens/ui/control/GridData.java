package dev.interestlens.ui.control;

import java.util.ArrayList;
import java.util.List;

/**
 * Small heatmaps in rows and columns that share one scale.
 *
 * @param rows a name a row
 * @param columns a name a column
 * @param cells row after row
 */
public record GridData(List<String> rows, List<String> columns, List<HeatmapData> cells) {
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

    /** The cells of all pictures below each other, those of a picture with its place before them. */
    NumberTable numbers() {
        List<NumberTable.Line> lines = new ArrayList<>();
        for (int picture = 0; picture < cells.size(); picture++) {
            HeatmapData cell = cells.get(picture);
            for (int i = 0; i < cell.values().length; i++) {
                lines.add(new NumberTable.Line(
                        List.of(
                                rows.get(picture / columns.size()),
                                columns.get(picture % columns.size()),
                                cell.rows().get(i / cell.columns().size()),
                                cell.columns().get(i % cell.columns().size())),
                        cell.values()[i]));
            }
        }
        HeatmapData first = cells.isEmpty() ? HeatmapData.empty() : cells.get(0);
        return new NumberTable(List.of("", "", first.rowAxis(), first.columnAxis(), ""), lines);
    }

    HeatmapData.Range range() {
        double low = 0;
        double high = 0;
        for (HeatmapData cell : cells) {
            low = Math.min(low, cell.range().low());
            high = Math.max(high, cell.largest());
        }
        return new HeatmapData.Range(low, high > low ? high : low + 1);
    }
}
