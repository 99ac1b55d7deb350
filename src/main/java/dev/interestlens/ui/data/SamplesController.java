package dev.interestlens.ui.data;

import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleCounts;
import dev.interestlens.data.protocol.Split;
import dev.interestlens.data.protocol.probe.LeakProbes;
import dev.interestlens.data.protocol.probe.Leaks;
import dev.interestlens.figure.Numerals;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Refusals;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.ViewSource;
import dev.interestlens.ui.common.ViewValues;
import dev.interestlens.ui.control.More;
import dev.interestlens.ui.control.Named;
import dev.interestlens.ui.control.Pill;
import dev.interestlens.ui.control.TableMenu;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.form.ConfigForm;
import dev.interestlens.workspace.data.LeakWords;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** The protocol, its samples beside those of another one, and leak probes of both. */
public final class SamplesController implements ViewSource {
    private final DataViewModel model;
    private final Messages messages;
    private final ConfigForm protocol;
    private boolean filling;

    @FXML
    private ChoiceBox<Split> beside;

    @FXML
    private GridPane figures;

    @FXML
    private GridPane probes;

    @FXML
    private MenuButton presets;

    @FXML
    private More protocolChange;

    public SamplesController(DataViewModel model, Messages messages, Refusals refusals) {
        this.model = model;
        this.messages = messages;
        this.protocol = new ConfigForm(messages, refusals::of);
    }

    @Override
    public void give(ViewValues view) {
        view.part("protocol", protocol);
        view.value(
                "leak",
                messages.bind(
                        this::leak,
                        model.samples().givesProperty(),
                        model.samples().refusedProperty()));
    }

    @FXML
    private void initialize() {
        TableMenu.on(figures, messages);
        TableMenu.on(probes, messages);
        protocolChange.remember(model.session().opened());
        protocolChange.keepOpenWhile(protocol.wrong());
        showProtocol();
        protocol.valueProperty().addListener((observed, before, now) -> {
            if (!now.equals(model.protocol())) {
                model.setProtocol((ProtocolConfig) now);
            }
        });
        model.session().wrongEntries().follow(Session.Goal.DATA, protocol);
        model.session().draftProperty().addListener(change -> {
            if (!model.protocol().equals(protocol.valueProperty().get())) {
                showProtocol();
            }
        });
        beside.setConverter(new Named<>(this::name));
        beside.setOnAction(event -> {
            if (!filling) {
                model.samples().besideProperty().set(beside.getValue());
            }
        });
        messages.keepShown(this::showChoices, model.session().dataProperty());
        messages.keepShown(
                this::showFigures,
                model.samples().givesProperty(),
                model.samples().othersProperty(),
                model.samples().refusedProperty());
    }

    private void showProtocol() {
        ProtocolConfig now = model.protocol();
        protocol.show(now, "protocol", DataViewModel::shown, ProtocolConfig.preset(now.split()));
    }

    private void showChoices() {
        filling = true;
        beside.getItems().setAll(model.samples().splits());
        Split wanted = model.samples().besideProperty().get();
        beside.setValue(beside.getItems().contains(wanted) ? wanted : null);
        presets.getItems().clear();
        for (Split split : model.samples().splits()) {
            MenuItem item = new MenuItem(name(split));
            item.setOnAction(event -> {
                protocol.takeBack();
                model.setProtocol(ProtocolConfig.preset(split));
                showProtocol();
            });
            presets.getItems().add(item);
        }
        filling = false;
    }

    private String name(Split split) {
        return messages.find("option.Split." + split.name()).orElse(split.name());
    }

    private void showFigures() {
        Leaks now = model.samples().givesProperty().get();
        Leaks others = model.samples().othersProperty().get();
        figures.getChildren().clear();
        head(figures, others != null);
        long[] row = {1};
        line(row, "data.gives.train", now, others, each -> each.rows().train());
        line(row, "data.gives.valid", now, others, each -> each.rows().valid());
        line(row, "data.gives.test", now, others, each -> each.rows().test());
        line(row, "data.gives.chosen", now, others, each -> each.positives().test());
        line(row, "data.gives.cold", now, others, SampleCounts::coldTest);
        line(row, "data.gives.short", now, others, SampleCounts::shortUsers);
        line(row, "data.gives.skipped", now, others, SampleCounts::skipped);
        line(row, "data.gives.warm", now, others, SampleCounts::warmItems);
        probes.getChildren().clear();
        if (now != null) {
            head(probes, others != null);
            int at = 1;
            for (String name : now.probes().figures().keySet()) {
                probes.add(words(new LeakWords(now).probe(name).in(messages.locale())), 0, at);
                probes.add(pill(now, name), 1, at);
                if (others != null) {
                    probes.add(pill(others, name), 2, at);
                }
                at++;
            }
        }
    }

    /** What is wrong with the samples, or why they cannot be counted. */
    private String leak() {
        Leaks now = model.samples().givesProperty().get();
        Exception why = model.samples().refusedProperty().get();
        if (now != null || why == null) {
            return now == null
                    ? ""
                    : new LeakWords(now)
                            .warnings().stream()
                                    .map(warning -> warning.in(messages.locale()))
                                    .collect(Collectors.joining("\n"));
        }
        return why instanceof ProblemException known
                ? known.problem().text(messages.locale(), Problem.Surface.WINDOW)
                : messages.text("data.gives.failed", why.getClass().getSimpleName());
    }

    private void head(GridPane grid, boolean two) {
        grid.add(right(messages.text("data.this")), 1, 0);
        if (two) {
            grid.add(right(name(model.samples().besideProperty().get())), 2, 0);
        }
    }

    private void line(long[] row, String key, Leaks now, Leaks others, ToLongFunction<SampleCounts> figure) {
        int at = (int) row[0]++;
        figures.add(words(messages.text(key)), 0, at);
        figures.add(number(now, figure), 1, at);
        if (others != null) {
            figures.add(number(others, figure), 2, at);
        }
    }

    private static Label number(Leaks gives, ToLongFunction<SampleCounts> figure) {
        Label label = right(gives == null ? "…" : Numerals.count(figure.applyAsLong(gives.counts())));
        label.getStyleClass().add("cell");
        return label;
    }

    private static Label words(String text) {
        Label label = Worded.wrap(new Label(text));
        label.setPrefWidth(300);
        return label;
    }

    private static Label right(String text) {
        Label label = Worded.text(text, "note");
        label.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }

    private static Pill pill(Leaks gives, String name) {
        double value = gives.probes().figures().get(name);
        Pill pill = new Pill();
        pill.setMinWidth(Region.USE_PREF_SIZE);
        pill.setText(LeakProbes.isCount(name) ? Numerals.count(Math.round(value)) : Numerals.fixed(value, 3));
        pill.setTone(
                gives.comesBack(name)
                        ? Pill.Tone.NEUTRAL
                        : gives.isHarmless(name) ? Pill.Tone.GOOD : Pill.Tone.WARNING);
        GridPane.setHalignment(pill, HPos.RIGHT);
        return pill;
    }
}
