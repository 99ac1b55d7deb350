package dev.interestlens.ui.manual;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.Named;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The manual: its pages at the left, the chosen one beside them. */
public final class ManualPane extends HBox {
    private static final int SPACING = 16;
    private static final int LIST_WIDTH = 200;

    private final Messages messages;
    private final ListView<String> names = new ListView<>();
    private final ScrollPane place = new ScrollPane();
    private ManualPages pages;

    public ManualPane(Messages messages) {
        super(SPACING);
        this.messages = messages;
        getStyleClass().add("help-page");
        names.setId("manualPages");
        names.accessibleTextProperty().bind(messages.bind("keys.manual"));
        names.setMinWidth(LIST_WIDTH);
        names.setPrefWidth(LIST_WIDTH);
        names.getItems().setAll(ManualPages.NAMES);
        names.getSelectionModel().select(0);
        Changes.call(this::showPage, names.getSelectionModel().selectedItemProperty());
        place.setFitToWidth(true);
        place.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        place.getStyleClass().add("quiet-scroll");
        HBox.setHgrow(place, Priority.ALWAYS);
        getChildren().setAll(names, place);
    }

    /** Shows the chosen page in the language of the window. */
    public void show() {
        pages = new ManualPages(messages.language().get());
        names.setCellFactory(Named.cells(pages::title));
        showPage();
    }

    private void showPage() {
        String name = names.getSelectionModel().getSelectedItem();
        if (name != null) {
            place.setContent(new PageView(
                    pages.page(name), page -> names.getSelectionModel().select(page)));
            place.setVvalue(0);
        }
    }
}
