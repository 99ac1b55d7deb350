package dev.interestlens.ui.compare;

import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.Named;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.control.ChoiceBox;
import javafx.util.StringConverter;

/** The two runs on the axes of the score scatter plot: those of the verdict, until a person chooses others. */
final class ScoreAxes {
    private final CompareViewModel model;
    private final ChoiceBox<RunFolder> across;
    private final ChoiceBox<RunFolder> up;
    private boolean chosenByHand;

    /** @param changed called when an axis gets another run */
    ScoreAxes(CompareViewModel model, ChoiceBox<RunFolder> across, ChoiceBox<RunFolder> up, Runnable changed) {
        this.model = model;
        this.across = across;
        this.up = up;
        StringConverter<RunFolder> names = new Named<>(folder -> model.session().nameOf(folder));
        for (ChoiceBox<RunFolder> each : List.of(across, up)) {
            each.setConverter(names);
            each.setItems(model.chosen());
            Changes.call(changed, each.valueProperty());
            each.setOnAction(event -> chosenByHand |= each.isFocused());
        }
    }

    RunFolder across() {
        return across.getValue();
    }

    RunFolder up() {
        return up.getValue();
    }

    /** The compared runs have changed: an axis whose run was removed gets another one. */
    void follow() {
        List<RunFolder> chosen = model.chosen();
        chosenByHand &= chosen.containsAll(
                Stream.of(across(), up()).filter(Objects::nonNull).toList());
        if (!chosen.contains(across())) {
            across.setValue(chosen.isEmpty() ? null : chosen.get(0));
        }
        if (!chosen.contains(up()) || up().equals(across()) && chosen.size() > 1) {
            up.setValue(chosen.stream()
                    .filter(each -> !each.equals(across()))
                    .findFirst()
                    .orElse(null));
        }
        takePair();
    }

    /** Shows the two runs of the verdict, unless a person chose others. */
    void takePair() {
        List<RunFolder> pair = model.pair();
        if (!chosenByHand && pair.size() == 2) {
            across.setValue(pair.get(0));
            up.setValue(pair.get(1));
        }
    }
}
