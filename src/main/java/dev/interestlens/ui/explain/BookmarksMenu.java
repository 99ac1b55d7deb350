package dev.interestlens.ui.explain;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.explain.engine.ExplainedSample;
import dev.interestlens.ui.explain.query.Bookmarks;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;

/** Suggested filters, and the saved filters and predictions of a run. */
final class BookmarksMenu {
    private final MenuButton menu;
    private final TextField filter;
    private final ExplainViewModel model;
    private final Messages messages;

    /** @param filter the text field for a chosen filter */
    BookmarksMenu(MenuButton menu, TextField filter, ExplainViewModel model, Messages messages) {
        this.menu = menu;
        this.filter = filter;
        this.model = model;
        this.messages = messages;
        messages.keepShown(
                this::show,
                model.bookmarks().keptProperty(),
                model.bookmarks().queries().queriesProperty());
    }

    void show() {
        menu.getItems().clear();
        MenuItem slice = item(messages.text("explain.kept.slice"), model.bookmarks()::keepFilter);
        MenuItem change = item(messages.text("explain.kept.pin"), model.bookmarks()::keepPin);
        MenuItem lies = item(messages.text("explain.kept.lies"), () -> filter.setText("against>0.5 ent<0.8 n>=5"));
        MenuItem wrong = item(messages.text("explain.kept.wrong"), () -> filter.setText("label=1 p<0.3 hist<0"));
        menu.getItems()
                .addAll(
                        check("explain.facets", model.table().facetsShownProperty()),
                        check("explain.measures", model.table().furtherProperty()),
                        new SeparatorMenuItem());
        menu.getItems().addAll(slice, change, new SeparatorMenuItem(), lies, wrong);
        ExplainedSample shown = model.sample().explainedProperty().get();
        if (shown != null) {
            String title = shown.impression().candidate().title().in(messages.locale());
            String user = shown.impression().userKey();
            if (shown.isRow()) {
                menu.getItems()
                        .add(item(messages.text("explain.kept.like"), () -> filter.setText("like:" + shown.row())));
            }
            menu.getItems()
                    .addAll(
                            item(messages.text("explain.kept.item"), () -> filter.setText("\"" + title + "\"")),
                            item(messages.text("explain.kept.user"), () -> filter.setText("user:\"" + user + "\"")));
        }
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().add(item(messages.text("explain.saveFirst", SavingViewModel.MAX), model.saving()::saveFirst));
        Bookmarks now = model.bookmarks().keptProperty().get();
        List<String> queries =
                model.bookmarks().queries().queriesProperty().get().queries();
        if (!queries.isEmpty() || !now.slices().isEmpty() || !now.pins().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        queries.forEach(each -> menu.getItems().add(keptItem(each, () -> filter.setText(each), () -> model.bookmarks()
                .queries()
                .drop(each))));
        now.slices().forEach(each -> menu.getItems()
                .add(keptItem(each.name(), () -> filter.setText(each.filter()), () -> model.bookmarks()
                        .drop(each))));
        now.pins().forEach(each -> menu.getItems()
                .add(keptItem(each.name(), () -> model.bookmarks().show(each), () -> model.bookmarks()
                        .drop(each))));
    }

    private Menu keptItem(String name, Runnable show, Runnable drop) {
        Menu own = new Menu(name);
        own.setMnemonicParsing(false);
        own.getItems()
                .addAll(item(messages.text("explain.kept.show"), show), item(messages.text("explain.kept.drop"), drop));
        return own;
    }

    private MenuItem check(String key, BooleanProperty shown) {
        CheckMenuItem item = new CheckMenuItem(messages.text(key));
        item.selectedProperty().bindBidirectional(shown);
        return item;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
