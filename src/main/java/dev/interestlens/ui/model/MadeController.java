package dev.interestlens.ui.model;

import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Phrase;
import dev.interestlens.model.Diagram;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.ViewSource;
import dev.interestlens.ui.common.ViewValues;
import dev.interestlens.ui.control.TableColumns;
import dev.interestlens.ui.control.TableMenu;
import dev.interestlens.ui.control.diagram.WiringData;
import dev.interestlens.ui.control.diagram.WiringData.Kind;
import dev.interestlens.ui.control.diagram.WiringDiagram;
import dev.interestlens.ui.control.form.ConfigForm;
import dev.interestlens.ui.control.slides.Slide;
import dev.interestlens.ui.control.slides.SlideSeries;
import dev.interestlens.ui.model.ModelViewModel.Made;
import dev.interestlens.ui.model.ModelViewModel.Part;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.TableView;

/** Shows the configured model: diagram and parameters. */
public final class MadeController implements ViewSource {
    private static final double NARROWEST = 96;

    private final ModelViewModel model;
    private final Messages messages;

    @FXML
    private WiringDiagram wiring;

    @FXML
    private TableView<Part> parts;

    public MadeController(ModelViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @Override
    public void give(ViewValues view) {
        view.value("needsData", model.session().dataProperty().isNull());
        view.value("refused", model.refusedProperty());
        view.value(
                "sizes",
                Bindings.createBooleanBinding(this::showsSizes, model.session().opened()));
    }

    @FXML
    private void initialize() {
        TableMenu.on(parts, messages);
        parts.getColumns()
                .setAll(List.of(
                        TableColumns.text(messages.bind("model.column.name"), 260, Part::name),
                        TableColumns.text(messages.bind("model.column.shape"), 140, Part::shape),
                        TableColumns.number(
                                messages.bind("model.column.numbers"), 110, part -> Numerals.count(part.numbers()))));
        parts.getColumns().forEach(column -> column.setMinWidth(NARROWEST));
        parts.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        messages.keepShown(this::showMade, model.session().opened(), model.madeProperty());
    }

    private void showMade() {
        Made made = model.madeProperty().get();
        wiring.dataProperty().set(made == null ? new WiringData(List.of()) : wiring(made));
        parts.getItems().setAll(made == null ? List.of() : made.parts());
    }

    /** The diagram as a slide; empty where nothing can be built. */
    Optional<SlideSeries> slides() {
        Phrase title = language -> messages.text("model.view.made");
        return wiring.picture()
                .map(picture -> new SlideSeries(
                        title,
                        List.of(new Slide(
                                language -> messages.family(model.family(), "title"),
                                picture,
                                language -> messages.family(model.family(), "about")))));
    }

    private boolean showsSizes() {
        return model.session().opened().contains(CostsController.SIZES);
    }

    private WiringData wiring(Made now) {
        return new WiringData(now.diagram().parts().stream()
                .map(part -> new WiringData.Box(
                        part.name(),
                        title(part),
                        note(part, now),
                        detail(part, now),
                        part.reads(),
                        part.trainingOnly() ? Kind.ASIDE : now.learned(part) > 0 ? Kind.LEARNED : Kind.PLAIN))
                .toList());
    }

    private String title(Diagram.Part part) {
        String[] name = part.name().split("\\.");
        String title = messages.family(
                model.family(), "part." + name[0], name.length == 1 ? "" : Integer.parseInt(name[1]) + 1);
        return part.variant() == null
                ? title
                : messages.text("model.part.variant", title, ConfigForm.words(part.variant(), messages));
    }

    /** The shape of its output; where sizes are asked for, also its number of parameters. */
    private String note(Diagram.Part part, Made now) {
        long learned = showsSizes() ? now.learned(part) : 0;
        String share = learned == 0 ? "" : messages.text("model.block", Numerals.count(learned), percent(learned, now));
        boolean number = part.name().equals(Diagram.HEAD) || part.trainingOnly();
        String shape = part.shape().isEmpty()
                ? number ? "1" : ""
                : part.shape().stream().map(String::valueOf).collect(Collectors.joining(" × "));
        return Stream.of(shape, share).filter(text -> !text.isEmpty()).collect(Collectors.joining(" · "));
    }

    private static String percent(long learned, Made now) {
        double percent = 100.0 * learned / now.parameters();
        return percent >= 1 ? String.valueOf(Math.round(percent)) : "<1";
    }

    private String detail(Diagram.Part part, Made now) {
        String about = messages.family(model.family(), "part." + part.name().split("\\.")[0] + ".about");
        String arrays = now.held(part).map(Part::name).collect(Collectors.joining("\n"));
        return arrays.isEmpty() ? about : about + "\n\n" + arrays;
    }
}
