package dev.interestlens.ui.play;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.More;
import dev.interestlens.ui.control.OneOf;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.workspace.play.PlayLesson;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The lessons, one at a time: what to try, what to see, and, once it is asked for, why. */
final class LessonPane extends VBox {
    private final Messages messages;
    private final Label title = Worded.text("", "title");
    private final Label ask = Worded.wrap(Worded.text("", "lesson"));
    private final Label see = Worded.wrap(Worded.text("", "lesson"));
    private final Label why = Worded.wrap(Worded.text("", "lesson"));
    private final More answer = new More();
    private final OneOf group = new OneOf();
    private PlayLesson shown;

    LessonPane(PlayViewModel model, Messages messages) {
        super(8);
        this.messages = messages;
        setId("play-lesson");
        FlowPane chips = new FlowPane(6, 6);
        List<PlayLesson> all = PlayLesson.all();
        for (PlayLesson each : all) {
            ToggleButton chip = Worded.toggle(messages.bind("play.lesson." + each.id()), "chip");
            chip.setId("play-lesson-" + each.id());
            group.add(chip, each, () -> show(each));
            chips.getChildren().add(chip);
        }
        Button first = Worded.button(messages.bind("play.lesson.first"), () -> model.choose(shown.first()));
        first.setId("play-lesson-first");
        Button then = Worded.button(messages.bind("play.lesson.then"), () -> model.choose(shown.then()));
        then.setId("play-lesson-then");
        answer.textProperty().bind(messages.bind("play.lesson.why"));
        answer.getContent().setAll(why);
        getChildren().setAll(chips, title, ask, new HBox(8, first, then), see, answer);
        messages.keepShown(() -> show(shown == null ? all.get(0) : shown));
    }

    private void show(PlayLesson lesson) {
        if (lesson != shown) {
            answer.openProperty().set(false);
        }
        shown = lesson;
        group.show(lesson);
        String key = "play.lesson." + lesson.id();
        title.setText(messages.text(key + ".question"));
        ask.setText(messages.text(key + ".try"));
        see.setText(messages.text(key + ".see"));
        why.setText(messages.text(key + ".why"));
    }
}
