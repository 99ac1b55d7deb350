package dev.interestlens.ui.control.heatmap;

import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Transform;
import dev.interestlens.figure.data.HeatmapData;
import dev.interestlens.figure.data.ValueColors;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.TableMenu;
import dev.interestlens.ui.control.TitleCell;
import dev.interestlens.ui.control.Worded;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A heatmap with its read-out, the menu of its scale, an overview where it is wide, and the same numbers as a table (T).
 *
 * <p>More than {@value #WIDE} columns are shown through a window that the overview moves.
 */
public final class HeatmapPane extends VBox {
    static final int WIDE = 60;

    private final ControlWords words;
    private final HeatmapView view;
    private final HeatmapOverview overview;
    private final HBox bar = new HBox();
    private final TableView<Integer> table = new TableView<>();
    private final BooleanProperty asTable = new SimpleBooleanProperty(this, "asTable");
    private final ObjectProperty<HeatmapData> data = new SimpleObjectProperty<>(this, "data", HeatmapData.empty());
    private final ObjectProperty<HeatmapScale> scale = new SimpleObjectProperty<>(this, "scale", HeatmapScale.OWN);
    private final ObjectProperty<Transform> transform = new SimpleObjectProperty<>(this, "transform", Transform.LINEAR);
    private final ObjectProperty<HeatmapData.Range> shared = new SimpleObjectProperty<>(this, "shared");

    private final IntegerProperty column = new SimpleIntegerProperty(this, "column", -1);
    private final ObjectProperty<HeatmapData.Range> paired = new SimpleObjectProperty<>(this, "paired");

    public HeatmapPane(ControlWords words) {
        this.words = words;
        view = new HeatmapView(words);
        overview = new HeatmapOverview(words);
        getStyleClass().add("heatmap-pane");
        Label readout = Worded.readout(view.readoutProperty(), words.bind("control.heatmap.hint"));
        readout.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        bar.getChildren().setAll(readout, gap, options());
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("picture-bar");
        view.menu().setNumbers(() -> data.get().numbers(words.locale()));
        view.transformProperty().bind(transform);
        table.visibleProperty().bind(asTable);
        view.visibleProperty().bind(asTable.not());
        StackPane body = new StackPane(view, table);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        Presence.set(overview, false);
        getChildren().setAll(bar, body, overview);
        TableMenu.on(table, words);
        Changes.call(this::fillTable, asTable);
        Changes.call(this::show, data);
        Changes.call(this::color, scale, shared, paired, transform);
        Changes.call(this::cut, overview.firstProperty(), overview.countProperty());
        view.columnProperty()
                .addListener((observed, before, now) ->
                        column.set(now.intValue() < 0 ? -1 : now.intValue() + firstColumn()));
        column.addListener((observed, before, now) -> {
            int shown = now.intValue() - firstColumn();
            boolean there = now.intValue() >= 0
                    && shown >= 0
                    && shown < view.dataProperty().get().columns().size();
            if (there || now.intValue() < 0) {
                view.columnProperty().set(there ? shown : -1);
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.T && !event.isShortcutDown()) {
                asTable.set(!asTable.get());
                event.consume();
            }
        });
    }

    /** How the numbers are shown: scale, transformation, as a table. */
    private MenuButton options() {
        MenuButton menu = new MenuButton();
        menu.getStyleClass().addAll("chip", "menu-chip");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setGraphic(new FontIcon("fth-sliders"));
        menu.accessibleTextProperty()
                .bind(words.bind(
                        () -> words.text(
                                "control.heatmap.scale",
                                words.text("control.heatmap.scale." + scale.get()),
                                words.text("control.heatmap.transform." + transform.get())),
                        scale,
                        transform));
        offer(menu, HeatmapScale.values(), scale, "control.heatmap.scale.");
        menu.getItems().add(new SeparatorMenuItem());
        offer(menu, Transform.values(), transform, "control.heatmap.transform.");
        CheckMenuItem table = new CheckMenuItem();
        table.textProperty().bind(words.bind("control.asTable"));
        table.selectedProperty().bindBidirectional(asTable);
        menu.getItems().addAll(new SeparatorMenuItem(), table);
        return menu;
    }

    public HeatmapView view() {
        return view;
    }

    /** Sets the full heat map. */
    public void setData(HeatmapData now) {
        data.set(now);
    }

    public ObjectProperty<HeatmapScale> scaleProperty() {
        return scale;
    }

    public ObjectProperty<Transform> transformProperty() {
        return transform;
    }

    /** What {@link HeatmapScale#SHARED} means, or null. */
    public ObjectProperty<HeatmapData.Range> sharedProperty() {
        return shared;
    }

    /** A common scale of this heat map and another beside it, null for none; replaces its own. */
    public ObjectProperty<HeatmapData.Range> pairedProperty() {
        return paired;
    }

    /** The column of the whole picture under the pointer or the keyboard, or one that is marked from elsewhere; −1 for none. */
    public IntegerProperty columnProperty() {
        return column;
    }

    private int firstColumn() {
        return overview.isVisible() ? overview.firstProperty().get() : 0;
    }

    public BooleanProperty asTableProperty() {
        return asTable;
    }

    /** Adds the values of which one is chosen; their names are the prefix and the constant. */
    private <T> void offer(MenuButton menu, T[] values, ObjectProperty<T> chosen, String prefix) {
        ToggleGroup group = new ToggleGroup();
        for (T each : values) {
            RadioMenuItem item = new RadioMenuItem();
            item.textProperty().bind(words.bind(prefix + each));
            item.setToggleGroup(group);
            item.setSelected(each == chosen.get());
            item.setOnAction(event -> chosen.set(each));
            chosen.addListener((observed, before, now) -> item.setSelected(now == each));
            menu.getItems().add(item);
        }
    }

    private void show() {
        HeatmapData now = data.get();
        boolean wide = now.columns().size() > WIDE;
        Presence.set(overview, wide);
        overview.dataProperty().set(now);
        if (wide) {
            overview.show(now.columns().size(), WIDE); // the newest
        }
        color();
        cut();
        fillTable();
    }

    private void color() {
        HeatmapData now = data.get();
        boolean pair = scale.get() == HeatmapScale.OWN && paired.get() != null;
        HeatmapData.Range range = pair ? paired.get() : scale.get().of(now, shared.get());
        view.rangeProperty().set(now.isEmpty() ? null : range);
        overview.colorsProperty().set(now.isEmpty() ? null : new ValueColors(now.scale(), range, transform.get()));
    }

    private void cut() {
        HeatmapData now = data.get();
        view.setData(
                overview.isVisible()
                        ? now.columns(
                                overview.firstProperty().get(),
                                overview.countProperty().get())
                        : now);
    }

    private void fillTable() {
        table.getColumns().clear();
        table.getItems().clear();
        if (!asTable.get()) {
            return;
        }
        HeatmapData now = data.get();
        TableColumn<Integer, String> names =
                TitleCell.in(new TableColumn<>(now.rowAxis().in(words.locale())));
        names.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(now.rows().get(row.getValue()).in(words.locale())));
        table.getColumns().add(names);
        for (int column = 0; column < now.columns().size(); column++) {
            int at = column;
            TableColumn<Integer, String> values =
                    new TableColumn<>(now.columns().get(column).in(words.locale()));
            values.getStyleClass().add("number");
            values.setCellValueFactory(row -> new ReadOnlyStringWrapper(Numerals.of(now.at(row.getValue(), at))));
            table.getColumns().add(values);
        }
        table.getItems().setAll(IntStream.range(0, now.rows().size()).boxed().toList());
    }
}
