package dev.interestlens.ui.recommend;

import dev.interestlens.recommend.Filter;
import dev.interestlens.recommend.Person;
import dev.interestlens.ui.common.ItemSearch;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.ViewSource;
import dev.interestlens.ui.common.ViewValues;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.Columns;
import dev.interestlens.ui.control.CommandOffer;
import dev.interestlens.ui.control.FirstFocus;
import dev.interestlens.ui.control.More;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.heatmap.HeatmapPane;
import dev.interestlens.ui.control.slides.SlideOffer;
import dev.interestlens.ui.control.slides.SlideShow;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

/** Shows a person, what is recommended, and why. */
public final class RecommendController implements ViewSource {
    /** Minimum width to show Look and Effect of a list side by side. */
    private static final double BESIDE = 860;

    private final RecommendViewModel model;
    private final Messages messages;
    private final Runnable bundled;
    private final ListPictures pictures;
    private final ListWords words;
    private final HeatmapPane looks;
    private final HeatmapPane effects;
    private FoundPeople people;
    private ItemSearch items;
    private ListFilters filters;
    private ListRows list;
    private CharacterLines lines;
    private int pointedBehaviour = -1;
    private int pointedPlace = -1;

    private static final double MIN_PERSON = 280;
    private static final double MAX_PERSON = 440;
    private static final double PERSON = 0.33;

    @FXML
    private SplitPane content;

    @FXML
    private TextField search;

    @FXML
    private ListView<ListEngine.Hit> hits;

    @FXML
    private Button addItem;

    @FXML
    private TextField called;

    @FXML
    private Button save;

    @FXML
    private ListView<Integer> history;

    @FXML
    private More further;

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
    private VBox rows;

    @FXML
    private VBox ghosts;

    @FXML
    private Button whyNot;

    @FXML
    private ScrollPane page;

    @FXML
    private VBox character;

    /** @param bundled opens the bundled model */
    public RecommendController(RecommendViewModel model, Messages messages, Runnable bundled) {
        this.model = model;
        this.bundled = bundled;
        this.messages = messages;
        words = new ListWords(model, messages);
        looks = new HeatmapPane(messages);
        pictures = new ListPictures(messages);
        effects = new HeatmapPane(messages);
    }

    @Override
    public void give(ViewValues view) {
        view.action("bundled", bundled);
        view.action("goToTrain", () -> model.session().goalProperty().set(Session.Goal.TRAIN));
        view.action("openFile", model::open);
        view.action("beTheUser", model::beTheUser);
        view.action("undo", model.history()::undo);
        view.action("redo", model.history()::redo);
        view.action("save", () -> model.save(called.getText()));
        view.action("share", model::share);
        view.value("open", model.runProperty().isNotNull());
        view.value("chosen", model.personProperty().isNotNull());
        view.value("made", model.history().madeProperty());
        view.value("cannotUndo", model.history().canUndoProperty().not());
        view.value("cannotRedo", model.history().canRedoProperty().not());
        view.value("cannotShare", model.history().emptyProperty());
        view.value("listed", model.shownProperty().isNotNull());
        view.value(
                "nothing",
                model.shownProperty().map(now -> now.list().size() == 0).orElse(false));
        view.value(
                "mapped",
                model.shownProperty()
                        .map(now -> now.list().person().behaviours() > 0)
                        .orElse(true));
        view.value(
                "run",
                messages.about(
                        model.runProperty(),
                        run -> messages.text("recommend.run", model.session().nameOf(run)),
                        model.session().runs()));
        view.value("person", messages.bind(words::person, model.personProperty()));
        view.value("historyNote", messages.about(model.personProperty(), words::historyNote));
        view.value("sentence", messages.bind(words::sentence, model.personProperty(), model.shownProperty()));
        view.value("cost", messages.about(model.shownProperty(), words::cost));
        view.value("truth", messages.about(model.shownProperty(), words::truth));
        view.value("answer", messages.bind(words::answer, model.answerProperty()));
        Columns both = new Columns();
        both.setLeast(BESIDE);
        both.getChildren().setAll(looks, effects);
        view.part("maps", both);
    }

    @FXML
    private void initialize() {
        addItem.setOnAction(event -> items.askBelow(addItem, true, model.history()::add));
        whyNot.setOnAction(event -> items.askBelow(whyNot, false, model::whyNot));
        items = new ItemSearch(messages, model::find);
        Changes.call(model::enter, model.session().runs());
        people = new FoundPeople(hits, search, model, messages);
        Changes.call(this::divide, content.widthProperty());
        save.disableProperty().bind(called.textProperty().map(String::isBlank));
        fillHistory();
        filters = new ListFilters(category, popularity, model, messages);
        filters.bindSwitches(seen, cold);
        filters.bindSize(count, diversity);
        filters.bindFurther(further);
        CommandOffer.on(content, model::command);
        list = new ListRows(rows, ghosts, model, messages, this::pointPlace);
        lines = new CharacterLines(character, model, messages);
        Changes.call(filters::nameChoices, messages.language());
        FirstFocus.prefer(search);
        ChartMenu.name(content, words::listName);
        SlideOffer.on(
                content,
                Bindings.createBooleanBinding(
                        () -> !pictures.slides(model.shownProperty().get()).isEmpty(), model.shownProperty()),
                () -> new SlideShow(model.shownProperty().map(pictures::slides), people::another));
        Changes.callWhenOpened(content, model::enter);
        Changes.call(this::showHistory, model.personProperty());
        Changes.call(() -> page.setVvalue(0), model.personProperty());
        messages.keepShown(this::show, model.personProperty(), model.shownProperty());
    }

    private void fillHistory() {
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
    }

    /** The last behaviour first. */
    private void showHistory() {
        Person person = model.personProperty().get();
        int count = person == null ? 0 : person.behaviours();
        history.getItems()
                .setAll(IntStream.range(0, count).mapToObj(j -> count - 1 - j).toList());
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
            list.show(model.shownProperty().get(), pointedBehaviour);
        }
    }

    /** The history needs no more space in a wide window; the list does. */
    private void divide() {
        double width = content.getWidth();
        if (width > 0) {
            content.setDividerPositions(Math.max(MIN_PERSON, Math.min(MAX_PERSON, PERSON * width)) / width);
        }
    }

    private void show() {
        Shown now = model.shownProperty().get();
        list.show(now, pointedBehaviour);
        showMaps();
        lines.show(now);
        history.refresh();
    }

    private void showMaps() {
        Shown now = model.shownProperty().get();
        boolean there =
                now != null && now.removals() != null && now.list().person().behaviours() > 0;
        Presence.set(looks, there && now.look() != null);
        Presence.set(effects, there);
        if (!there) {
            return;
        }
        effects.setData(pictures.effects(now));
        if (now.look() != null) {
            looks.setData(pictures.looks(now));
        }
    }
}
