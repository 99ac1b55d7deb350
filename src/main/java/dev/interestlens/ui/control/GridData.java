package dev.interestlens.ui.control;

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
