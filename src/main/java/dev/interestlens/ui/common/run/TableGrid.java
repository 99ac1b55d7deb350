package dev.interestlens.ui.common.run;

import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.TableMenu;
import dev.interestlens.ui.control.Worded;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** A table of a report, to be read and copied. */
final class TableGrid extends GridPane {
    private static final int LONG = 24;
    private static final double WIDE = 180;
    private static final double NARROW = 110;

    TableGrid(Table table, Messages messages) {
        setHgap(16);
        setVgap(4);
        for (int column = 0; column < table.heads().size(); column++) {
            add(whole(table.heads().get(column).in(messages.locale()), "note"), column, 0);
        }
        for (int row = 0; row < table.rows().size(); row++) {
            List<Cell> cells = table.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                Cell cell = cells.get(column);
                Label label = whole(cell.text(messages.locale()), "");
                add(cell.hasInterval() ? broken(label, NARROW) : label, column, row + 1);
            }
        }
        TableMenu.on(this, messages);
    }

    private static Label whole(String words, String style) {
        Label label = style.isEmpty() ? new Label(words) : Worded.text(words, style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return words.length() > LONG ? broken(label, style.isEmpty() ? WIDE : NARROW) : label;
    }

    /** Long words in several lines, an interval below its number: so the whole table is seen in a narrow window. */
    private static Label broken(Label label, double width) {
        label.setPrefWidth(width);
        return Worded.wrap(label);
    }
}
