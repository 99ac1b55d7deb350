package dev.interestlens.ui.compare;

import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.XySeries;
import dev.interestlens.figure.data.XyData;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.run.AnatomyPane;
import dev.interestlens.ui.common.run.AnatomyViewModel;
import dev.interestlens.ui.control.Card;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.CommandOffer;
import dev.interestlens.ui.control.EmptyPane;
import dev.interestlens.ui.control.More;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.ViewMenu;
import dev.interestlens.ui.control.chart.PlotPane;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.compare.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Shows runs side by side. */
public final class CompareController {
    /** Lines of the verdict that are found while runs are measured; further ones are told with the intervals. */
    private static final int FOUND = 2;

    private static final double LINE = 19;

    private final CompareViewModel model;
    private final LengthsViewModel lengthsModel;
    private final AnatomyViewModel anatomyModel;
    private final GainsViewModel gainsModel;
    private final Messages messages;
    private final Supplier<Parent> ablations;
    private final Pictures pictures;
    private final PlotPane plot;
    private final ShareWords shareWords;
    private final ReferenceWords referenceWords;
    private final ViewMenu menu;
    private View view = View.TABLE;
    private FiguresGrid figures;
    private LeadPlot lead;
    private ListsPane listsPane;
    private LengthsPane lengthsPane;
    private AnatomyPane anatomyPane;
    private GainsPane gainsPane;
    private ScoreAxes scoreAxes;
    private Pictures.Scatter scatter = new Pictures.Scatter(XyData.empty(), new int[0][]);

    @FXML
    private StackPane root;

    @FXML
    private TextField filter;

    @FXML
    private ListView<RunSummary> runs;

    @FXML
    private Label count;

    @FXML
    private Card verdict;

    @FXML
    private Label sentence;

    @FXML
    private Label evidence;

    @FXML
    private More sure;

    @FXML
    private Label intervals;

    @FXML
    private HBox progress;

    @FXML
    private Label progressText;

    @FXML
    private ProgressBar progressBar;

    @FXML
    private CheckBox popularNegatives;

    @FXML
    private Button seeds;

    @FXML
    private Label said;

    @FXML
    private HBox bar;

    @FXML
    private HBox axes;

    @FXML
    private Label plotNote;

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
    private StackPane plotPlace;

    @FXML
    private ScrollPane listsPlace;

    @FXML
    private ScrollPane lengthsPlace;

    @FXML
    private ScrollPane anatomyPlace;

    @FXML
    private ScrollPane gainsPlace;

    @FXML
    private StackPane ablationPlace;

    @FXML
    private VBox side;

    @FXML
    private EmptyPane none;

    @FXML
    private Button newest;

    /** @param ablations builds the wizard when it is first shown */
    public CompareController(
            CompareViewModel model,
            LengthsViewModel lengths,
            AnatomyViewModel anatomy,
            GainsViewModel gains,
            Messages messages,
            Supplier<Parent> ablations) {
        this.model = model;
        this.lengthsModel = lengths;
        this.anatomyModel = anatomy;
        this.gainsModel = gains;
        this.messages = messages;
        this.ablations = ablations;
        this.shareWords = new ShareWords(messages);
        this.referenceWords = new ReferenceWords(messages);
        this.pictures = new Pictures(model, messages);
        this.plot = new PlotPane(messages);
        this.menu = new ViewMenu(messages);
    }

    @FXML
    private void initialize() {
        newest.setOnAction(event -> model.enter());
        sure.remember(model.session().opened());
        figures = new FiguresGrid(grid, tablePlace, model, messages);
        lead = new LeadPlot(leadPlace, model, messages);
        allFigures.remember(model.session().opened());
        Changes.call(this::showFigures, allFigures.openProperty());
        bar.getChildren().add(0, menu);
        listsPane = new ListsPane(model.background(), messages, model.session()::nameOf);
        listsPlace.setContent(listsPane);
        lengthsPane = new LengthsPane(lengthsModel, messages, model.session()::nameOf);
        lengthsPlace.setContent(lengthsPane);
        anatomyPane = new AnatomyPane(anatomyModel, messages);
        anatomyPlace.setContent(anatomyPane);
        anatomyPane.offerSlides(root);
        gainsPane = new GainsPane(gainsModel, messages, this::showLists);
        gainsPlace.setContent(gainsPane);
        plotPlace.getChildren().add(plot);
        ChartMenu.name(
                plotPlace,
                () -> messages.text("compare.view." + view.id())
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
        scoreAxes = new ScoreAxes(model, across, up, this::showPlot);
        Changes.call(scoreAxes::takePair, model.verdictProperty());
        Changes.call(this::showVerdict, model.verdictProperty());
        Changes.call(this::showFigures, model.measuring().currentProperty());
        Changes.call(this::showVerdict, model.measuring().currentProperty());
        progressBar.progressProperty().bind(model.measuring().fractionProperty());
        Changes.call(
                this::showProgress,
                model.measuring().currentProperty(),
                model.measuring().fractionProperty());
        Changes.call(() -> said.setText(""), messages.language());
        CommandOffer.on(root, () -> view == View.GAINS ? gainsModel.command() : model.command(view));
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

    /** Only where they can be seen: they are many. */
    private void showFigures() {
        if (allFigures.openProperty().get()) {
            figures.show();
        }
    }

    private void open(View chosen) {
        view = chosen;
        show();
        if (chosen == View.GAINS) {
            gainsPane.open();
        }
    }

    private void list() {
        menu.setChoices(
                Stream.of(View.values())
                        .map(each -> new ViewMenu.Choice(
                                each.id(),
                                messages.text("compare.views." + each.topic()),
                                messages.text("compare.view." + each.id()),
                                each.icon(),
                                Optional::empty,
                                () -> open(each)))
                        .toList(),
                view.id());
    }

    private void show() {
        list();
        boolean wizard = view == View.ABLATION;
        if (wizard && ablationPlace.getChildren().isEmpty()) {
            ablationPlace.getChildren().add(ablations.get());
        }
        Presence.set(ablationPlace, wizard);
        Presence.set(side, !wizard);
        boolean empty = model.chosen().isEmpty();
        Presence.set(none, empty && !wizard);
        Presence.set(newest, !model.runs().isEmpty());
        Presence.set(tablePlace, view == View.TABLE && !empty);
        Presence.set(listsPlace, view == View.LISTS && !empty);
        Presence.set(lengthsPlace, view == View.LENGTHS && !empty);
        Presence.set(anatomyPlace, view == View.ANATOMY && !empty);
        Presence.set(gainsPlace, view == View.GAINS && !empty);
        Presence.set(verdict, view != View.GAINS && view != View.ANATOMY); // those views have their own answers
        Presence.set(plotPlace, view.isPlotted() && !empty);
        listsPane.setRuns(model.chosen());
        lengthsPane.setRuns(model.chosen());
        anatomyPane.setRuns(view == View.ANATOMY ? model.chosen() : List.of());
        gainsPane.show();
        Presence.set(axes, view == View.SCORES);
        count.setText(messages.text("compare.count", model.chosen().size(), CompareViewModel.MAX));
        seeds.setDisable(
                model.runs().stream().allMatch(run -> model.missingSeeds(run).isEmpty()));
        runs.refresh();
        scoreAxes.follow();
        showFigures();
        lead.show();
        showPlot();
        showVerdict();
        showProgress();
    }

    private void showLists(String user) {
        open(View.LISTS);
        listsPane.ask(user);
    }

    private void showPlot() {
        Presence.tell(
                plotNote,
                !model.comparable()
                        ? messages.text("compare.otherRows", model.rowGroups())
                        : view == View.CALIBRATION ? shareWords.note(model.shares()) : "");
        plot.plot().setOnChosen((series, index) -> {});
        plot.plot().setDescribe((series, index) -> value(series, index));
        if (view == View.SCORES) {
            scatter = pictures.scatter(scoreAxes.across(), scoreAxes.up());
            plot.plot()
                    .setDescribe((series, index) -> messages.text(
                            "compare.point",
                            row(series, index),
                            series.name().in(messages.locale()),
                            Numerals.fixed(series.x()[index], 3),
                            Numerals.fixed(series.y()[index], 3)));
            plot.plot().setOnChosen((series, index) -> model.explain(scoreAxes.across(), row(series, index)));
            plot.setData(scatter.data());
        } else if (view == View.LOSSES) {
            plot.setData(pictures.losses());
        } else if (view == View.VALIDATION) {
            plot.setData(pictures.validation());
        } else if (view == View.ROC) {
            plot.setData(pictures.roc());
        } else {
            plot.setData(pictures.calibration());
        }
    }

    private String value(XySeries series, int index) {
        return messages.text(
                "control.plot.value",
                series.name().in(messages.locale()),
                Numerals.of(series.y()[index]),
                Numerals.of(series.x()[index]));
    }

    private int row(XySeries series, int index) {
        return scatter.rows()[scatter.data().series().indexOf(series)][index];
    }

    /** What can be said before two runs are measured, or where that failed; of a single run how it stands beside the best baseline. */
    private String withoutVerdict(String alone) {
        if (model.chosen().size() < 2) {
            return alone.isEmpty() ? messages.text("compare.choose") : alone;
        }
        String failed = model.measuring().currentProperty().get() != null
                ? ""
                : model.chosen().stream()
                        .filter(run -> !model.scores().containsKey(run))
                        .map(model.session()::nameOf)
                        .collect(Collectors.joining(", "));
        return failed.isEmpty()
                ? model.ahead()
                        .map(ahead -> messages.text(
                                "compare.ahead",
                                ahead.run().name(),
                                messages.text(ahead.key()),
                                Numerals.fixed(ahead.value(), 4)))
                        .orElseGet(() -> messages.text("compare.measuring"))
                : messages.text("compare.unmeasured", failed);
    }

    private void showVerdict() {
        Verdict judged = model.verdictProperty().get();
        String inLists = referenceWords.inLists(model.measured());
        String alone = model.chosen().size() < 2 ? inLists : "";
        List<String> found = lines(alone.isEmpty() ? inLists : "", referenceWords.belowInAuc(model.measured()));
        int shown = Math.min(FOUND - (alone.isEmpty() ? 0 : 1), found.size());
        sentence.setText(judged == null ? withoutVerdict(alone) : VerdictWords.sentence(judged, messages));
        intervals.setText(String.join(
                "\n",
                lines(
                        String.join("\n", found.subList(shown, found.size())),
                        judged == null ? "" : VerdictWords.evidence(judged, messages))));
        String training = model.training();
        String presets = model.presets().entrySet().stream()
                .map(each ->
                        messages.text("compare.presets.of", messages.text("preset." + each.getKey()), each.getValue()))
                .collect(Collectors.joining(messages.text("compare.below.and")));
        List<String> known = lines(
                training.isEmpty() ? "" : messages.text("compare.training", training),
                presets.isEmpty() ? "" : messages.text("compare.presets", presets));
        evidence.setText(String.join(
                "\n",
                lines(
                        alone.isEmpty() ? "" : messages.text("compare.choose"),
                        String.join("\n", found.subList(0, shown)),
                        String.join("\n", known))));
        evidence.setMinHeight(LINE * (FOUND + known.size())); // so that nothing below moves when lines are found
        Presence.set(sure, model.chosen().size() > 1);
        sure.setVisible(!intervals.getText().isEmpty()); // keeps its place, too
    }

    /** The lines of some texts, without the empty ones. */
    private static List<String> lines(String... texts) {
        return Stream.of(texts)
                .flatMap(String::lines)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private void showProgress() {
        MeasurementQueue.Task task = model.measuring().currentProperty().get();
        progress.setVisible(task != null); // keeps its place, so that nothing below moves when it ends
        progressText.setText(task == null ? "" : words(task));
    }

    private String words(MeasurementQueue.Task task) {
        String step = messages.text("compare.step." + task.step(), task.run().name());
        double done = model.measuring().fractionProperty().get();
        String far = done < 0 ? step : messages.text("compare.far", step, (int) (100 * done));
        int left = model.measuring().left();
        return left == 0 ? far : messages.text("compare.left", far, left);
    }

    @FXML
    private void trainSeeds() {
        said.setText(messages.text("compare.queued", model.trainSeeds()));
        show();
    }

    @FXML
    private void goToTrain() {
        model.session().goalProperty().set(Session.Goal.TRAIN);
    }
}
