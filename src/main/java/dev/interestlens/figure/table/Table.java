package dev.interestlens.figure.table;

import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.paint.TablePainter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Rows of cells below their heads.
 *
 * @param title may be empty
 * @param rows each with as many cells as there are heads
 * @param notes explanations for the reader
 */
public record Table(Phrase title, List<Phrase> heads, List<List<Cell>> rows, List<Phrase> notes) {
    public Table {
        heads = List.copyOf(heads);
        rows = rows.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
        for (List<Cell> row : rows) {
            if (row.size() != heads.size()) {
                throw new IllegalArgumentException(row.size() + " cells, " + heads.size() + " heads");
            }
        }
    }

    /** Without notes. */
    public Table(Phrase title, List<? extends Phrase> heads, List<List<Cell>> rows) {
        this(title, List.copyOf(heads), rows, List.of());
    }

    /** Two columns: names and values. */
    public static Table pairs(Phrase title, Phrase what, Phrase value, List<List<Cell>> rows) {
        return new Table(title, List.of(what, value), rows);
    }

    /** A row with a first cell, and then one of each. */
    public static <T> List<Cell> row(Cell first, List<T> each, Function<? super T, Cell> cell) {
        return Stream.concat(Stream.of(first), each.stream().map(cell)).toList();
    }

    /** The same below another title. */
    public Table titled(Phrase now) {
        return new Table(now, heads, rows, notes);
    }

    /** The same with at most so many rows at a time; at least one. */
    public List<Table> pieces(int most) {
        List<Table> pieces = new ArrayList<>();
        for (int from = 0; from == 0 || from < rows.size(); from += most) {
            pieces.add(new Table(title, heads, rows.subList(from, Math.min(rows.size(), from + most)), notes));
        }
        return pieces;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Whether all cells of a column are numbers or empty. */
    public boolean isNumeric(int column) {
        return rows.stream().map(row -> row.get(column)).allMatch(cell -> cell.isNumber() || cell.equals(Cell.EMPTY))
                && rows.stream().anyMatch(row -> row.get(column).isNumber());
    }

    /** Whether a number of a column lies in an interval. */
    public boolean hasInterval(int column) {
        return rows.stream().anyMatch(row -> row.get(column).hasInterval());
    }

    /** As a picture in one language. */
    public TablePainter drawing(Locale language) {
        List<List<String>> cells = new ArrayList<>();
        rows.forEach(
                row -> cells.add(row.stream().map(cell -> cell.text(language)).toList()));
        return new TablePainter(heads.stream().map(head -> head.in(language)).toList(), cells);
    }
}
