package dev.interestlens.ui.compare;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.figure.Numerals;
import dev.interestlens.measurement.compare.ListComparison;
import dev.interestlens.recommend.PeopleSearch;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.TableMenu;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.RunSummary;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * The recommendations of the first two chosen runs for one user, side by side, with the number of common items and each item's rank in the other
 * list. The user is found as on the screen of recommendations: by a key, a title or a number of events.
 */
final class ListsPane extends VBox {
    private static final int COUNT = 10;
    private static final int FOUND = 8;
    private static final Duration TYPING = Duration.millis(250);

    /** A user who was found. */
    record Found(String key, long events) {}

    private final Background background;
    private final Messages messages;
    private final Function<RunFolder, String> name;
    private final LatestRequest asking = new LatestRequest();
    private final LatestRequest finding = new LatestRequest();
    private final PauseTransition typing = new PauseTransition(TYPING);
    private final ContextMenu people = new ContextMenu();
    private final TextField user = new TextField();
    private final Label note = Worded.text("", "note");
    private final GridPane one = new GridPane();
    private final GridPane other = new GridPane();
    private List<RunFolder> runs = List.of();
    private List<String> weights = List.of();
    private ListComparison shown;

    ListsPane(Background background, Messages messages, Function<RunFolder, String> name) {
        super(8);
        this.background = background;
        this.messages = messages;
        this.name = name;
        user.promptTextProperty().bind(messages.bind("recommend.search"));
        user.accessibleTextProperty().bind(messages.bind("recommend.search"));
        user.setOnAction(event -> askFirst());
        user.setOnMouseClicked(event -> find(this::offer));
        typing.setOnFinished(event -> find(this::offer));
        Changes.call(this::typed, user.textProperty());
        Button show = Worded.button(messages.bind("compare.lists.show"), this::askFirst, "chip");
        note.setWrapText(true);
        HBox lists = new HBox(24, one, other);
        for (GridPane list : List.of(one, other)) {
            list.setHgap(16);
            list.setVgap(4);
            list.setPrefWidth(1); // both are as wide
            HBox.setHgrow(list, Priority.ALWAYS);
            ColumnConstraints titles = new ColumnConstraints();
            titles.setHgrow(Priority.ALWAYS);
            list.getColumnConstraints().setAll(column(), titles, column());
            TableMenu.on(list, messages);
            ChartMenu.name(list, () -> messages.text("compare.view.lists") + " " + user.getText());
        }
        HBox question = new HBox(8, user, show);
        question.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(question, note, lists);
        messages.keepShown(this::show);
    }

    /** The runs that are compared. */
    void setRuns(List<RunSummary> chosen) {
        List<RunFolder> two = chosen.stream().limit(2).map(RunSummary::folder).toList();
        List<String> now = chosen.stream().limit(2).map(RunSummary::weights).toList();
        if (!two.equals(runs) || !now.equals(weights)) {
            runs = two;
            weights = now;
            shown = null;
            asking.forget();
            show();
        }
    }

    /** Shows the lists of a user. */
    void ask(String key) {
        user.setText(key);
        typing.stop();
        finding.forget();
        people.hide();
        ask();
    }

    private void typed() {
        if (user.isFocused()) {
            typing.playFromStart();
        }
    }

    /** The user of the key that was typed, else the first one that is found. */
    private void askFirst() {
        typing.stop();
        find(found -> found.stream().findFirst().ifPresentOrElse(first -> ask(first.key()), this::ask));
    }

    private void find(Consumer<List<Found>> then) {
        String text = user.getText();
        if (runs.size() == 2) {
            RunFolder run = runs.get(0);
            background.load(finding, ticket -> found(run, text, ticket::stale), then);
        }
    }

    static List<Found> found(RunFolder run, String text, BooleanSupplier cancelled) {
        try (PreparedDataset data = run.read().openDataset()) {
            return new PeopleSearch(data)
                    .find(text, FOUND, cancelled).stream()
                            .map(each -> new Found(data.userKey(each), data.endEvent(each) - data.firstEvent(each)))
                            .toList();
        }
    }

    private void offer(List<Found> found) {
        people.getItems()
                .setAll(found.stream()
                        .map(each -> {
                            MenuItem item = new MenuItem(messages.text("recommend.hit", each.key(), each.events()));
                            item.setMnemonicParsing(false); // keys have underscores
                            item.setOnAction(event -> ask(each.key()));
                            return item;
                        })
                        .toList());
        if (found.isEmpty()) {
            people.hide();
        } else if (user.isFocused()) {
            people.show(user, Side.BOTTOM, 0, 2);
        }
    }

    private void ask() {
        List<RunFolder> of = runs;
        String key = user.getText().strip();
        if (of.size() == 2 && !key.isEmpty()) {
            background.run(
                    Background.Lane.ENGINE,
                    asking,
                    ticket -> {
                        try (OpenRun first = OpenRun.best(of.get(0));
                                OpenRun second = OpenRun.best(of.get(1))) {
                            return ListComparison.of(first, second, key, COUNT);
                        }
                    },
                    found -> {
                        shown = found;
                        show();
                    });
        }
    }

    private void show() {
        one.getChildren().clear();
        other.getChildren().clear();
        if (runs.size() < 2) {
            note.setText(messages.text("compare.lists.two"));
        } else if (shown == null) {
            note.setText(messages.text("compare.lists.hint", name.apply(runs.get(0)), name.apply(runs.get(1))));
        } else {
            note.setText(messages.text(
                    "compare.lists.shared", shown.shared(), shown.one().size()));
            fill(one, name.apply(runs.get(0)), shown.one());
            fill(other, name.apply(runs.get(1)), shown.other());
        }
    }

    private static ColumnConstraints column() {
        ColumnConstraints column = new ColumnConstraints();
        column.setMinWidth(USE_PREF_SIZE);
        return column;
    }

    private void fill(GridPane list, String title, List<ListComparison.Place> places) {
        Label head = Worded.text(title, "title");
        Label rank = new Label(messages.text("recommend.rank"));
        Label there = new Label(messages.text("compare.lists.there"));
        List.of(rank, there).forEach(each -> each.getStyleClass().add("note"));
        list.addRow(0, rank, head, there);
        for (int i = 0; i < places.size(); i++) {
            ListComparison.Place place = places.get(i);
            Label item = new Label(place.item().title().in(messages.locale()));
            item.setWrapText(true);
            list.addRow(i + 1, new Label(String.valueOf(place.rank())), item, new Label(moved(place)));
        }
    }

    private String moved(ListComparison.Place place) {
        if (place.elsewhere() == 0) {
            return messages.text("compare.lists.none");
        }
        String arrow = place.elsewhere() == place.rank() ? "=" : place.elsewhere() > place.rank() ? "▲" : "▼";
        return messages.text("compare.lists.elsewhere", arrow, Numerals.count(place.elsewhere()));
    }
}
