package dev.interestlens.ui.recommend;

import dev.interestlens.explain.look.Item;
import dev.interestlens.recommend.Filter;
import dev.interestlens.recommend.ListCharacter;
import dev.interestlens.recommend.Person;
import dev.interestlens.ui.common.ItemSearch;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.control.Columns;
import dev.interestlens.ui.control.heatmap.HeatmapPane;
import dev.interestlens.ui.control.slides.SlideOffer;
import dev.interestlens.ui.control.slides.SlideShow;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;

/** Shows a person, what is recommended, and why. */
public final class RecommendController {
    private static final Duration TYPING = Duration.millis(150);
    private static final Duration SLIDING = Duration.millis(120);
    private static final double SCORE = 90;
    private static final double REASON = 170;
    private static final double POPULAR = 48;
    private static final int MAX = 100;
    private static final int MIN = 5;
    private static final PseudoClass TRUE_ITEM = PseudoClass.getPseudoClass("true-item");

    private final RecommendViewModel model;
    private final Messages messages;
    private final Runnable bundled;
    private final ListPictures pictures;
    private final PauseTransition typing = new PauseTransition(TYPING);
    private final PauseTransition sliding = new PauseTransition(SLIDING);
    /** Width from which on Look and Effect of a list stand side by side. */
    private static final double BESIDE = 860;

    private final HeatmapPane looks;
    private final HeatmapPane effects;
    private ItemSearch items;
    private int pointedBehaviour = -1;
    private int pointedPlace = -1;

    @FXML
    private Node empty;

    @FXML
    private SplitPane content;

    @FXML
    private Label runName;

    @FXML
    private TextField search;

    @FXML
    private ListView<ListEngine.Hit> hits;

    @FXML
    private Label personName;

    @FXML
    private Pane making;

    @FXML
    private Button addItem;

    @FXML
    private TextField called;

    @FXML
    private Label historyNote;

    @FXML
    private ListView<Integer> history;

    @FXML
    private Label sentence;

    @FXML
    private CheckBox seen;

    @FXML
    private CheckBox cold;

    @FXML
    private ComboBox<ListEngine.Category> category;

    @FXML
    private ComboBox<Filter.Popularity> popularity;

    @FXML
    private Spinner<Integer> count;

    @FXML
    private Slider diversity;

    @FXML
    private Label cost;

    @FXML
    private Label truth;

    @FXML
    private Label nothing;

    @FXML
    private VBox rows;

    @FXML
    private VBox answers;

    @FXML
    private VBox ghosts;

    @FXML
    private Button whyNot;

    @FXML
    private Label answer;

    @FXML
    private VBox maps;

    @FXML
    private VBox character;

    /** @param bundled brings the model that travels along */
    public RecommendController(RecommendViewModel model, Messages messages, Runnable bundled) {
        this.model = model;
        this.bundled = bundled;
        this.messages = messages;
        looks = new HeatmapPane(messages);
        pictures = new ListPictures(messages);
        effects = new HeatmapPane(messages);
    }

    @FXML
    private void initialize() {
        items = new ItemSearch(messages, model::find);
        for (Node each : List.of(empty, content, making, truth, nothing)) {
            each.managedProperty().bind(each.visibleProperty());
        }
        model.runProperty().addListener(change -> showRun());
        model.busyProperty().addListener(change -> showRun());
        model.session().runs().addListener((javafx.collections.ListChangeListener<Object>) change -> {
            model.enter();
            showRun();
        });
        hits.setItems(model.hits());
        hits.setCellFactory(list -> new HitCell());
        hits.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> {
            if (now != null) {
                model.choose(now);
            }
        });
        typing.setOnFinished(event -> model.search(search.getText()));
        search.textProperty().addListener(change -> typing.playFromStart());
        BooleanBinding asked = model.personProperty().isNotNull();
        for (Node node : List.of(answers, history)) {
            node.visibleProperty().bind(asked);
            node.managedProperty().bind(asked);
        }
        making.visibleProperty().bind(model.madeProperty());
        BehaviourCell.Context context =
                new BehaviourCell.Context(messages, model, this::pointBehaviour, this::effectOnPointed);
        history.setCellFactory(list -> new BehaviourCell(context));
        var keys = BehaviourCell.keys(model, () -> history.getSelectionModel().getSelectedItem());
        history.setOnKeyPressed(event -> {
            keys.accept(event.getCode(), event.isAltDown());
            if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.DELETE || event.isAltDown()) {
                event.consume();
            }
        });
        history.getSelectionModel()
                .selectedItemProperty()
                .addListener((observed, before, now) -> pointBehaviour(now == null ? -1 : now));
        filters();
        model.personProperty().addListener(change -> showPerson());
        model.shownProperty().addListener(change -> show());
        model.answerProperty().addListener(change -> showAnswer());
        messages.language().addListener(change -> {
            nameChoices();
            hits.refresh();
            showRun();
            showPerson();
            show();
            showAnswer();
        });
        Columns both = new Columns();
        both.setLeast(BESIDE);
        both.getChildren().setAll(looks, effects);
        maps.getChildren().setAll(both);
        SlideOffer.on(
                content,
                Bindings.createBooleanBinding(
                        () -> !pictures.slides(model.shownProperty().get()).isEmpty(), model.shownProperty()),
                () -> new SlideShow(model.shownProperty().map(pictures::slides), this::another));
        empty.sceneProperty().addListener((observed, before, now) -> {
            if (now != null) {
                model.enter();
            }
        });
        showRun();
        showPerson();
        show();
        showAnswer();
    }

    private void filters() {
        seen.selectedProperty().addListener(change -> model.filterProperty()
                .set(model.filterProperty().get().withSeen(seen.isSelected())));
        cold.selectedProperty().addListener(change -> model.filterProperty()
                .set(model.filterProperty().get().withCold(cold.isSelected())));
        category.setItems(model.categories());
        category.promptTextProperty().bind(messages.bind("recommend.category"));
        category.valueProperty().addListener(change -> model.filterProperty()
                .set(model.filterProperty()
                        .get()
                        .withCategories(
                                category.getValue() == null
                                        ? Set.of()
                                        : Set.of(category.getValue().id()))));
        popularity.getItems().setAll(Filter.Popularity.values());
        nameChoices();
        popularity.setValue(Filter.Popularity.ALL);
        popularity.valueProperty().addListener((observed, before, now) -> {
            if (now != null) {
                model.filterProperty().set(model.filterProperty().get().withPopularity(now));
            }
        });
        count.accessibleTextProperty().bind(messages.bind("recommend.count"));
        count.setValueFactory(new SpinnerValueFactory.IntegerSpinnerValueFactory(
                MIN, MAX, model.countProperty().get(), 5));
        count.valueProperty().addListener(change -> {
            if (count.getValue() != null) {
                model.countProperty().set(count.getValue());
            }
        });
        sliding.setOnFinished(event -> model.diversityProperty().set(diversity.getValue()));
        diversity.valueProperty().addListener(change -> sliding.playFromStart());
    }

    /** New converters and the same choices again, since a list shows its words anew only then. */
    private void nameChoices() {
        category.setConverter(words(each -> each.name().in(messages.locale())));
        popularity.setConverter(words(each -> messages.text("recommend.popularity." + each)));
        chooseAgain(category);
        chooseAgain(popularity);
    }

    private static <T> void chooseAgain(ComboBox<T> list) {
        T chosen = list.getValue();
        list.setValue(null);
        list.setValue(chosen);
    }

    private interface Named<T> {
        String of(T value);
    }

    private static <T> StringConverter<T> words(Named<T> name) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.of(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException(text);
            }
        };
    }

    private void showRun() {
        boolean open = model.runProperty().get() != null;
        empty.setVisible(!open);
        content.setVisible(open);
        runName.setText(
                open
                        ? messages.text(
                                "recommend.run",
                                model.session().nameOf(model.runProperty().get()))
                        : "");
    }

    private void showPerson() {
        Person person = model.personProperty().get();
        personName.setText(person == null ? messages.text("recommend.choose") : person.name());
        history.getItems()
                .setAll(
                        person == null
                                ? List.of()
                                : IntStream.range(0, person.behaviours())
                                        .map(j -> person.behaviours() - 1 - j)
                                        .boxed()
                                        .toList());
        historyNote.setText(
                person == null
                        ? ""
                        : messages.text(
                                person.behaviours() == 0 ? "recommend.history.none" : "recommend.history.note",
                                person.behaviours()));
    }

    /** The next person that was found. */
    private void another(int by) {
        int at = hits.getSelectionModel().getSelectedIndex() + by;
        if (at >= 0 && at < hits.getItems().size()) {
            hits.getSelectionModel().select(at);
            hits.scrollTo(at);
        }
    }

    private double effectOnPointed(int behaviour) {
        Shown now = model.shownProperty().get();
        if (now == null || now.removals() == null || pointedPlace < 0) {
            return Double.NaN;
        }
        int at = now.removals().indexOf(pointedPlace);
        return at < 0 || behaviour >= now.removals().behaviours()
                ? Double.NaN
                : now.removals().effect(behaviour, at);
    }

    private void pointPlace(int place) {
        pointedPlace = place;
        history.refresh();
    }

    private void pointBehaviour(int behaviour) {
        if (behaviour != pointedBehaviour) {
            pointedBehaviour = behaviour;
            showRows();
        }
    }

    private void show() {
        Shown now = model.shownProperty().get();
        boolean some = now != null && now.list().size() > 0;
        nothing.setVisible(now != null && !some);
        nothing.setText(messages.text("recommend.nothing"));
        sentence.setText(
                now == null
                        ? messages.text("recommend.intro")
                        : now.sentence() == null
                                ? messages.text(some ? "recommend.measuring" : "recommend.nothing.next")
                                : messages.shown(now.sentence().text().in(messages.locale())));
        cost.setText(
                some && model.diversityProperty().get() > 0
                        ? messages.text(
                                "recommend.cost", number("%.3f", now.list().cost()))
                        : "");
        truth.setVisible(some && now.truth() >= 0);
        if (truth.isVisible()) {
            truth.setText(messages.text(
                    "recommend.truth",
                    title(now, now.truth()),
                    now.list().rank(now.truth()),
                    String.format(Locale.ROOT, "%,d", now.list().candidates())));
        }
        showRows();
        showMaps();
        showCharacter();
        history.refresh();
    }

    private String title(Shown now, int place) {
        return now.items().get(place).title().in(messages.locale());
    }

    private static String number(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }

    /** The list as it is, or as it would be without the behaviour that is pointed at: arrows for who moves, ghosts for who leaves. */
    private void showRows() {
        rows.getChildren().clear();
        ghosts.getChildren().clear();
        Shown now = model.shownProperty().get();
        if (now == null) {
            return;
        }
        int[] list = now.list().chosen();
        boolean changed = pointedBehaviour >= 0
                && now.removals() != null
                && pointedBehaviour < now.removals().behaviours();
        int[] order = changed ? now.removals().bestWithout(pointedBehaviour, list.length) : list;
        for (int i = 0; i < order.length; i++) {
            rows.getChildren().add(row(now, order[i], i, changed ? before(now, order[i]) : i));
        }
        if (changed) {
            for (int place : now.list().best()) {
                if (Arrays.stream(order).noneMatch(other -> other == place)) {
                    Label ghost = new Label(messages.text("recommend.left", title(now, place)));
                    ghost.getStyleClass().add("ghost-row");
                    ghosts.getChildren().add(ghost);
                }
            }
        }
    }

    private static int before(Shown now, int place) {
        int at = -1;
        for (int i = 0; i < now.list().best().length; i++) {
            at = now.list().best()[i] == place ? i : at;
        }
        return at;
    }

    private Node row(Shown now, int place, int at, int before) {
        Item item = now.items().get(place);
        Label rank = new Label(String.valueOf(at + 1));
        rank.setMinWidth(26);
        String arrow = before < 0 ? "▲ " + messages.text("recommend.new") : before > at ? "▲" : before < at ? "▼" : "";
        Label moved = new Label(arrow);
        moved.setMinWidth(before < 0 ? Region.USE_PREF_SIZE : 16);
        Label title = new Label(item.title().in(messages.locale()));
        Label kind = new Label(item.category().in(messages.locale()));
        kind.getStyleClass().add("note");
        VBox names = new VBox(title, kind);
        names.setMinWidth(60);
        names.setPrefWidth(60);
        HBox.setHgrow(names, Priority.ALWAYS);
        Label popular =
                new Label(Boolean.TRUE.equals(now.popular().get(place)) ? messages.text("recommend.popular") : "");
        popular.getStyleClass().add("note");
        popular.setMinWidth(POPULAR);
        Region bar = new Region();
        bar.getStyleClass().add("score-bar");
        double length = SCORE * now.list().score(place);
        bar.setMinSize(length, 8);
        bar.setMaxSize(length, 8);
        HBox room = new HBox(bar);
        room.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        room.setMinWidth(SCORE);
        Label score = new Label(number("%.3f", now.list().score(place)));
        score.setMinWidth(44);
        Button why = new Button(reason(now, place));
        why.getStyleClass().add("chip");
        why.setMinWidth(REASON);
        why.setPrefWidth(REASON);
        why.setMaxWidth(REASON);
        why.setOnAction(event -> model.explain(item));
        why.setOnMouseEntered(event -> pointPlace(place));
        why.focusedProperty().addListener(change -> pointPlace(why.isFocused() ? place : -1));
        HBox row = new HBox(8, rank, moved, names, popular, room, score, why);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        row.getStyleClass().add("recommend-row");
        row.pseudoClassStateChanged(TRUE_ITEM, place == now.truth());
        row.setOnMouseEntered(event -> pointPlace(place));
        row.setOnMouseExited(event -> pointPlace(-1));
        row.setOnMouseClicked(event -> model.explain(item));
        return row;
    }

    /** The strongest reason, or what a click does where it is not measured. */
    private String reason(Shown now, int place) {
        int at = now.removals() == null ? -1 : now.removals().indexOf(place);
        if (at < 0 || now.removals().behaviours() == 0) {
            return messages.text("recommend.explain");
        }
        double[] own = now.removals().effects(at);
        int best = IntStream.range(0, own.length)
                .reduce((a, b) -> own[b] > own[a] ? b : a)
                .orElseThrow();
        return own[best] <= 0
                ? messages.text("recommend.explain")
                : number("%+.2f", own[best]) + "  "
                        + now.list().person().history().get(best).item().title().in(messages.locale());
    }

    private void showMaps() {
        Shown now = model.shownProperty().get();
        boolean there =
                now != null && now.removals() != null && now.list().person().behaviours() > 0;
        looks.setVisible(there && now.look() != null);
        looks.setManaged(looks.isVisible());
        effects.setVisible(there);
        effects.setManaged(there);
        if (!there) {
            return;
        }
        effects.setData(pictures.effects(now));
        if (now.look() != null) {
            looks.setData(pictures.looks(now));
        }
    }

    private void showCharacter() {
        character.getChildren().clear();
        Shown now = model.shownProperty().get();
        if (now == null || now.character() == null) {
            return;
        }
        ListCharacter is = now.character();
        say("recommend.character.popular", number("%.0f", is.popularity()), shown(is.historyPopularity()));
        say("recommend.character.head", number("%.0f", 100 * is.head()), percent(is.historyHead()));
        say("recommend.character.alike", number("%.2f", is.alike()), number("%.2f", is.alikeRandom()));
        StringBuilder kinds = new StringBuilder();
        is.categories().entrySet().stream().limit(5).forEach(each -> kinds.append(kinds.isEmpty() ? "" : " · ")
                .append(nameOf(each.getKey()))
                .append(number(" %.0f %%", 100 * each.getValue()[0]))
                .append(number(" (%.0f %%)", 100 * each.getValue()[1])));
        if (!kinds.isEmpty()) {
            say("recommend.character.categories", kinds);
        }
        if (now.sharing() != null && now.sharing().users() > 0) {
            say(
                    "recommend.character.sharing",
                    now.sharing().users(),
                    now.sharing().same(),
                    number("%.1f", now.sharing().shared()),
                    now.list().size());
        }
    }

    private static String shown(double value) {
        return Double.isNaN(value) ? "—" : number("%.0f", value);
    }

    private static String percent(double value) {
        return Double.isNaN(value) ? "—" : number("%.0f", 100 * value) + " %";
    }

    private String nameOf(int id) {
        return model.categories().stream()
                .filter(each -> each.id() == id)
                .map(each -> each.name().in(messages.locale()))
                .findFirst()
                .orElse("");
    }

    private void say(String key, Object... values) {
        Label line = new Label(messages.text(key, values));
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        character.getChildren().add(line);
    }

    private void showAnswer() {
        answer.setText(
                model.answerProperty().get() == null
                        ? messages.text("recommend.whyNot.hint")
                        : messages.shown(model.answerProperty().get().in(messages.locale())));
    }

    @FXML
    private void beTheUser() {
        hits.getSelectionModel().clearSelection();
        model.beTheUser();
    }

    @FXML
    private void addItem() {
        items.askBelow(addItem, true, model::add);
    }

    @FXML
    private void undo() {
        model.undo();
    }

    @FXML
    private void redo() {
        model.redo();
    }

    @FXML
    private void save() {
        model.save(called.getText());
    }

    @FXML
    private void share() {
        model.share();
    }

    @FXML
    private void openFile() {
        model.open();
    }

    @FXML
    private void whyNot() {
        items.askBelow(whyNot, false, model::whyNot);
    }

    /** Somebody that was found. */
    private final class HitCell extends ListCell<ListEngine.Hit> {
        @Override
        protected void updateItem(ListEngine.Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            setText(
                    empty
                            ? ""
                            : messages.text(
                                    hit.isMade() ? "recommend.hit.made" : "recommend.hit", hit.name(), hit.events()));
        }
    }

    @FXML
    private void goToTrain() {
        model.session().goalProperty().set(Session.Goal.TRAIN);
    }

    @FXML
    private void bundled() {
        bundled.run();
    }
}
