package dev.interestlens.ui.model;

import dev.interestlens.figure.Numerals;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.ViewSource;
import dev.interestlens.ui.common.ViewValues;
import dev.interestlens.ui.control.More;
import dev.interestlens.ui.model.ModelViewModel.Made;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.beans.binding.StringBinding;
import javafx.fxml.FXML;

/** Shows what the configured model costs: parameters, time and memory. */
public final class CostsController implements ViewSource {
    /** Whether sizes are shown, by the id of what opens them. */
    static final String SIZES = "sizes";

    private static final double MIB = 1 << 20;

    /** The estimated time of an epoch is shown as a range of these factors. */
    private static final double MIN = 0.6;

    private static final double MAX = 1.8;
    private static final double MINUTE = 60;

    /** Seconds below which the estimate says less than what every epoch has besides its steps, such as reading and validation. */
    private static final double FEW = 5;

    private final ModelViewModel model;
    private final Messages messages;

    @FXML
    private More sizes;

    public CostsController(ModelViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @Override
    public void give(ViewValues view) {
        view.value("parameters", figure(made -> Numerals.count(made.parameters())));
        view.value("memory", figure(made -> messages.text("model.mib", Numerals.of(made.bytes() / MIB))));
        view.value(
                "trainingMemory", figure(made -> messages.text("model.mib", Numerals.of(made.trainingBytes() / MIB))));
        view.value("epoch", figure(made -> range(made.epochSeconds() * MIN, made.epochSeconds() * MAX)));
    }

    @FXML
    private void initialize() {
        sizes.remember(model.session().opened());
    }

    private StringBinding figure(Function<Made, String> of) {
        Callable<String> text =
                () -> Optional.ofNullable(model.madeProperty().get()).map(of).orElse("–");
        return messages.bind(text, model.madeProperty());
    }

    /** An estimate is shown without tenths of a second. */
    private String range(double least, double most) {
        boolean minutes = least >= 2 * MINUTE;
        double unit = minutes ? MINUTE : 1;
        if (most < FEW) {
            return messages.text("model.epoch.short");
        }
        return messages.text(
                minutes ? "model.epoch.minutes" : "model.epoch.range",
                Numerals.count(Math.round(least / unit)),
                Numerals.count(Math.max(1, (long) Math.ceil(most / unit))));
    }
}
