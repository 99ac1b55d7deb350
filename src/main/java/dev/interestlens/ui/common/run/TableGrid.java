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
    TableGrid(Table table, Messages messages) {
        setHgap(16);
        setVgap(4);
        for (int column = 0; column < table.heads().size(); column++) {
            add(whole(table.heads().get(column).in(messages.locale()), "note"), column, 0);
        }
        for (int row = 0; row < table.rows().size(); row++) {
            List<Cell> cells = table.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                add(whole(cells.get(column).text(messages.locale()), ""), column, row + 1);
            }
        }
        TableMenu.on(this, messages);
    }

    private static Label whole(String words, String style) {
        Label label = style.isEmpty() ? new Label(words) : Worded.text(words, style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
