package dev.interestlens.ui.control;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.NumberTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.javafx.FontIcon;

/** Chooses one of many views. The button names the shown one; the menu lists all in groups, each with a small picture, or with an icon. */
public final class ViewMenu extends MenuButton {
    private static final double WIDTH = 52;
    private static final double HEIGHT = 28;

    private final ControlWords words;
    private List<Choice> choices = List.of();
    private String shown = "";

    /**
     * A view.
     *
     * @param id stable, for tests and for what is remembered
     * @param group heading above it; choices of one group stand together
     * @param icon of a view that is drawn only once it is chosen
     * @param picture the view in small, made when the menu opens; empty where it has not been drawn
     */
    public record Choice(
            String id, String group, String name, String icon, Supplier<Optional<Drawing>> picture, Runnable show) {}

    public ViewMenu(ControlWords words) {
        this.words = words;
        getStyleClass().add("view-menu");
        setMinWidth(Region.USE_PREF_SIZE);
        getItems().add(new MenuItem()); // an empty menu would not open
        setOnShowing(event -> getItems().setAll(items()));
        setOnShown(event -> place(getItems().get(0).getParentPopup()));
    }

    /** Sets all views, and the one that is shown. */
    public void setChoices(List<Choice> all, String id) {
        choices = List.copyOf(all);
        shown = id;
        String name = choices.stream()
                .filter(each -> each.id().equals(id))
                .map(Choice::name)
                .findFirst()
                .orElseGet(() -> words.text("control.views.none"));
        setText(name);
        setAccessibleText(words.text("control.views", name));
    }

    /** The views, for those who walk through all of them. */
    public List<Choice> choices() {
        return choices;
    }

    /** Below the button: at its first showing its size was not known when it was placed. */
    private void place(ContextMenu menu) {
        Bounds button = localToScreen(getLayoutBounds());
        menu.setAnchorX(button.getMinX());
        menu.setAnchorY(button.getMaxY());
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        ToggleGroup group = new ToggleGroup();
        List<Optional<Drawing>> pictures =
                choices.stream().map(each -> each.picture().get()).toList();
        boolean pictured = pictures.stream().anyMatch(Optional::isPresent); // else frames would hold icons alone
        String heading = "";
        for (int i = 0; i < choices.size(); i++) {
            Choice each = choices.get(i);
            if (!each.group().equals(heading)) {
                heading = each.group();
                items.add(heading(heading));
            }
            RadioMenuItem item = new RadioMenuItem(
                    each.name(), pictured ? framed(each, pictures.get(i)) : new FontIcon(each.icon()));
            item.setId("view-" + each.id());
            item.setMnemonicParsing(false);
            item.setToggleGroup(group);
            item.setSelected(each.id().equals(shown));
            item.setOnAction(event -> each.show().run());
            items.add(item);
        }
        return items;
    }

    private static MenuItem heading(String text) {
        Label label = Worded.text(text, "menu-heading");
        SeparatorMenuItem heading = new SeparatorMenuItem(); // which the arrow keys pass over
        heading.setContent(label);
        return heading;
    }

    private Node framed(Choice choice, Optional<Drawing> picture) {
        Pane pane = new Pane();
        pane.getStyleClass().add("thumbnail");
        pane.setMinSize(WIDTH, HEIGHT);
        pane.setMaxSize(WIDTH, HEIGHT);
        pane.setClip(new Rectangle(WIDTH, HEIGHT));
        pane.setMouseTransparent(true);
        pane.getChildren().add(picture.map(this::drawn).orElseGet(() -> icon(choice.icon())));
        return pane;
    }

    private Node drawn(Drawing picture) {
        DrawingView view = new DrawingView(words, picture, "", () -> new NumberTable(List.of(), List.of()));
        view.setWhole(true);
        view.setManaged(false);
        view.resize(WIDTH, HEIGHT);
        return view;
    }

    private static Node icon(String literal) {
        FontIcon icon = new FontIcon(literal);
        icon.setLayoutX(WIDTH / 2 - 8);
        icon.setLayoutY(HEIGHT / 2 + 7);
        return icon;
    }
}
