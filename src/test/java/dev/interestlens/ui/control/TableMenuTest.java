package dev.interestlens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class TableMenuTest {
    private static String saidWhenEmpty(TableView<?> table) throws Exception {
        return Stages.fx(() -> {
            TableMenu.on(table, Stages.WORDS);
            return ((Label) table.getPlaceholder()).getText();
        });
    }

    @Test
    void anEmptyTableSaysSoInTheLanguageOfTheWindow() throws Exception {
        assertThat(saidWhenEmpty(new TableView<>())).isEqualTo(Stages.WORDS.text("control.chart.empty"));
    }

    @Test
    void aTableKeepsItsOwnWordsForThat() throws Exception {
        TableView<String> table = new TableView<>();
        table.setPlaceholder(new Label("no run"));
        assertThat(saidWhenEmpty(table)).isEqualTo("no run");
    }
}
