package dev.interestlens.ui.compare;

import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Paragraph;
import dev.interestlens.figure.Phrase;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.ViewSource;
import dev.interestlens.ui.common.ViewValues;
import dev.interestlens.ui.common.run.MeasurementPane;
import dev.interestlens.ui.common.run.MeasurementViewModel;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.CommandOffer;
import dev.interestlens.ui.control.More;
import dev.interestlens.ui.control.Offers;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.ViewMenu;
import dev.interestlens.ui.control.slides.ChartSlides;
import dev.interestlens.ui.control.slides.Slide;
import dev.interestlens.ui.control.slides.SlideOffer;
import dev.interestlens.ui.control.slides.SlideSeries;
import dev.interestlens.ui.control.slides.SlideShow;
import dev.interestlens.workspace.RunSummary;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Shows runs side by side. */
public final class CompareController implements ViewSource {
    private static final double LINE = 19;

    private final CompareViewModel model;
    private final GainsViewModel gainsModel;
    private final Messages messages;
    private final Supplier<Parent> ablations;
    private final BooleanProperty wizardMeasured = new SimpleBooleanProperty(this, "wizardMeasured");
    private final ComparePlot plot;
    private final AnswerWords answers;
    private final ViewMenu menu;
    private final ObjectProperty<View> shown = new SimpleObjectProperty<>(this, "shown", View.TABLE);
    private FiguresGrid figures;
    private LeadPlot lead;
    private final ListsPane listsPane;
    private final MeasurementViews measurements;
    private final GainsPane gainsPane;
    private ScoreAxes scoreAxes;

    @FXML
    private StackPane root;

    @FXML
    private TextField filter;

    @FXML
    private ListView<RunSummary> runs;

    @FXML
    private Label sentence;

    @FXML
    private Label evidence;

    @FXML
    private More sure;

    @FXML
    private Label intervals;

    @FXML
    private CheckBox popularNegatives;

    @FXML
    private Button seeds;

    @FXML
    private Label said;

    @FXML
    private ChoiceBox<RunFolder> across;

    @FXML
    private ChoiceBox<RunFolder> up;

    @FXML
    private ScrollPane tablePlace;

    @FXML
    private GridPane grid;

    @FXML
    private VBox leadPlace;

    @FXML
    private More allFigures;

    @FXML
    private StackPane ablationPlace;

    /** @param ablations builds the wizard when it is first shown */
    public CompareController(
            CompareViewModel model,
            List<MeasurementViewModel<?>> measurements,
            GainsViewModel gains,
            Messages messages,
            Supplier<Parent> ablations) {
        this.model = model;
        this.gainsModel = gains;
        this.messages = messages;
        this.ablations = ablations;
        this.answers = new AnswerWords(model, messages);
        this.plot = new ComparePlot(model, messages);
        this.menu = new ViewMenu(messages);
        this.listsPane = new ListsPane(model.background(), messages, model.session()::nameOf);
        this.measurements = new MeasurementViews(measurements, messages);
        this.gainsPane = new GainsPane(gains, messages, this::showLists);
    }

    @Override
    public void give(ViewValues view) {
        view.action("newest", model::enter);
        view.action("goToTrain", () -> model.session().goalProperty().set(Session.Goal.TRAIN));
        view.part("menu", menu);
        view.part("lists", listsPane);
        view.part("measurement", measurements);
        view.part("gains", gainsPane);
        view.part("plot", plot.pane());
        giveViews(view);
        view.value("count", messages.bind("compare.count", Bindings.size(model.chosen()), CompareViewModel.MAX));
        ObservableList<RunSummary> all = model.session().runs();
        view.value("someRuns", Bindings.createBooleanBinding(() -> !model.runs().isEmpty(), model.chosen(), all));
        view.value("plotNote", messages.bind(() -> plot.note(shown.get()), shown, model.chosen(), all, model.scores()));
        view.value("fraction", model.measuring().fractionProperty());
        view.value("isMeasuring", model.measuring().currentProperty().isNotNull());
        view.value(
                "measuring",
                messages.about(
                        model.measuring().currentProperty(),
                        answers::progress,
                        model.measuring().fractionProperty()));
    }

    @FXML
    private void initialize() {
        sure.remember(model.session().opened());
        figures = new FiguresGrid(grid, tablePlace, model, messages);
        lead = new LeadPlot(leadPlace, model, messages);
        allFigures.remember(model.session().opened());
        SlideOffer.on(
                root,
                Bindings.when(shown.isEqualTo(View.ABLATION))
                        .then(wizardMeasured)
                        .otherwise(Bindings.isNotEmpty(model.chosen())),
                this::slides);
        ChartMenu.name(
                plot.pane(),
                () -> measurements.title(shown.get())
                        + " "
                        + model.runs().stream().map(RunSummary::name).collect(Collectors.joining(" ")));
        filter.textProperty().bindBidirectional(model.filterProperty());
        popularNegatives.selectedProperty().bindBidirectional(model.popularNegativesProperty());
        runs.setItems(model.listed());
        runs.setCellFactory(list -> new RunCell(model, messages));
        runs.setOnKeyPressed(event -> {
            RunSummary run = runs.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.SPACE && run != null) {
                model.toggle(run);
            }
        });
        scoreAxes = new ScoreAxes(model, across, up, () -> plot.show(shown.get(), scoreAxes));
        Changes.call(scoreAxes::takePair, model.verdictProperty());
        Changes.call(
                this::showFigures, allFigures.openProperty(), model.measuring().currentProperty());
        Changes.call(
                this::showVerdict, model.verdictProperty(), model.measuring().currentProperty());
        Changes.call(() -> said.setText(""), messages.language());
        CommandOffer.on(root, this::command);
        Changes.callWhenOpened(root, model::enter);
        messages.keepShown(
                this::show,
                model.chosen(),
                model.session().runs(),
                model.scores(),
                model.curves(),
                model.fidelity(),
                model.spreads());
    }

    private List<String> command() {
        if (shown.get() == View.GAINS) {
            return gainsModel.command();
        } else if (shown.get() == View.ABLATION) {
            return Offers.of(ablationPlace, CommandOffer.class)
                    .map(offer -> offer.words().get())
                    .orElse(List.of());
        }
        return measurements.pane(shown.get()).map(MeasurementPane::command).orElseGet(() -> shown.get()
                .command(model.chosen()));
    }

    /** Only where they can be seen: they are many. */
    private void showFigures() {
        if (allFigures.openProperty().get()) {
            figures.show();
        }
    }

    private void open(View chosen) {
        shown.set(chosen);
        show();
        if (chosen == View.GAINS) {
            gainsPane.open();
        }
    }

    private void list() {
        menu.setChoices(
                View.all(measurements.views()).stream()
                        .map(each -> new ViewMenu.Choice(
                                each.id(),
                                messages.text("compare.views." + each.topic()),
                                measurements.title(each),
                                each.icon(),
                                Optional::empty,
                                () -> open(each)))
                        .toList(),
                shown.get().id());
    }

    private void show() {
        list();
        boolean wizard = shown.get() == View.ABLATION;
        if (wizard && ablationPlace.getChildren().isEmpty()) {
            ablationPlace.getChildren().add(ablations.get());
            SlideOffer.of(ablationPlace).ifPresent(offer -> wizardMeasured.bind(offer.ready()));
        }
        listsPane.setRuns(model.runs());
        measurements.show(shown.get(), model.chosen());
        gainsPane.show();
        seeds.setDisable(
                model.runs().stream().allMatch(run -> model.seeds().missing(run).isEmpty()));
        runs.refresh();
        scoreAxes.follow();
        showFigures();
        lead.show();
        plot.show(shown.get(), scoreAxes);
        showVerdict();
    }

    private void showLists(String user) {
        open(View.LISTS);
        listsPane.ask(user);
    }

    /** The views, each in its place where there are runs; the wizard needs none. */
    private void giveViews(ViewValues view) {
        BooleanBinding some = Bindings.isNotEmpty(model.chosen());
        BooleanBinding wizard = shown.isEqualTo(View.ABLATION);
        view.value("isWizard", wizard);
        view.value("isEmpty", some.or(wizard).not());
        view.value("isTable", some.and(shown.isEqualTo(View.TABLE)));
        view.value("isLists", some.and(shown.isEqualTo(View.LISTS)));
        BooleanBinding measured = Bindings.createBooleanBinding(() -> measurements.has(shown.get()), shown);
        view.value("isMeasurement", some.and(measured));
        view.value("isGains", some.and(shown.isEqualTo(View.GAINS)));
        view.value("isScores", shown.isEqualTo(View.SCORES));
        view.value("isPlot", shown.map(View::plotted).flatMap(plotted -> some.map(any -> any && plotted)));
        view.value("isJudged", shown.isNotEqualTo(View.GAINS).and(measured.not())); // these answer themselves
    }

    /** What a measurement found, panel by panel; else the charts that are shown, with the answer of the screen. */
    private SlideShow slides() {
        if (shown.get() == View.ABLATION) {
            return SlideOffer.of(ablationPlace).orElseThrow().show().get();
        }
        List<SlideSeries> all = measurements
                .measured(shown.get())
                .map(pane -> List.of(pane.slides()))
                .orElseGet(
                        () -> ChartSlides.of(root, language -> answers.answer().sentence()));
        return SlideShow.of(all.isEmpty() ? List.of(said()) : all);
    }

    /** Until there is anything to draw: the answer alone. */
    private SlideSeries said() {
        Phrase view = language -> measurements.title(shown.get());
        Phrase answer = language -> answers.answer().sentence();
        return new SlideSeries(
                view, List.of(new Slide(view, new Paragraph(answer, Letters.BOLD, Ink.Role.INK), Phrase.EMPTY)));
    }

    private void showVerdict() {
        AnswerWords.Answer now = answers.answer();
        sentence.setText(now.sentence());
        evidence.setText(now.evidence());
        evidence.setMinHeight(LINE * now.lines()); // so that nothing below moves when lines are found
        intervals.setText(now.intervals());
        Presence.set(sure, model.chosen().size() > 1);
        sure.setVisible(!now.intervals().isEmpty()); // keeps its place, too
    }

    @FXML
    private void trainSeeds() {
        said.setText(messages.text("compare.queued", model.seeds().train(model.runs())));
        show();
    }
}
