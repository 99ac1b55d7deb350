package dev.interestlens.ui.data;

import dev.interestlens.figure.Numerals;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.ViewSource;
import dev.interestlens.ui.common.ViewValues;
import dev.interestlens.ui.control.TableColumns;
import dev.interestlens.ui.control.TableMenu;
import dev.interestlens.ui.data.TimelineViewModel.Event;
import dev.interestlens.ui.data.TimelineViewModel.User;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

/** The events of one user in order. */
public final class TimelineController implements ViewSource {
    private static final long DAY = 86_400;
    private static final long HOUR = 3_600;
    private static final long MINUTE = 60;

    private final DataViewModel model;
    private final Messages messages;
    private final Label nothing = new Label();

    @FXML
    private TextField key;

    @FXML
    private TableView<Event> events;

    public TimelineController(DataViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @Override
    public void give(ViewValues view) {
        view.action("look", () -> model.timeline().show(key.getText().strip()));
        view.action("another", model.timeline()::another);
        view.value("about", messages.about(model.timeline().userProperty(), this::about));
    }

    @FXML
    private void initialize() {
        TableMenu.on(events, messages);
        events.getColumns()
                .setAll(List.of(
                        TableColumns.number(
                                messages.bind("data.timeline.position"),
                                55,
                                event -> String.valueOf(event.position() + 1)),
                        TableColumns.text(messages.bind("data.timeline.time"), 150, Event::time),
                        TableColumns.number(messages.bind("data.timeline.gap"), 80, event -> gap(event.gap())),
                        TableColumns.text(messages.bind("data.timeline.item"), 270, Event::item),
                        TableColumns.text(messages.bind("data.timeline.category"), 110, Event::category),
                        TableColumns.text(messages.bind("data.timeline.part"), 95, this::part)));
        events.setPlaceholder(nothing);
        messages.keepShown(this::show, model.timeline().userProperty());
    }

    private String part(Event event) {
        return event.part() == null
                ? messages.text("data.timeline.none")
                : messages.text("data.timeline.part." + event.part().name());
    }

    private String gap(long seconds) {
        if (seconds < 0) {
            return "";
        }
        if (seconds >= DAY) {
            return messages.text("data.timeline.days", Numerals.of((double) seconds / DAY));
        }
        return seconds >= HOUR
                ? messages.text("data.timeline.hours", Numerals.of((double) seconds / HOUR))
                : seconds >= MINUTE
                        ? messages.text("data.timeline.minutes", seconds / MINUTE)
                        : messages.text("data.timeline.seconds", seconds);
    }

    private String about(User user) {
        if (!user.found()) {
            return "";
        }
        return user.events().size() < user.all()
                ? messages.text(
                        "data.timeline.last", Numerals.count(user.events().size()), Numerals.count(user.all()))
                : messages.text("data.timeline.all", Numerals.count(user.all()));
    }

    private void show() {
        User user = model.timeline().userProperty().get();
        boolean unknown = user != null && !user.found();
        nothing.setText(
                unknown ? messages.text("data.timeline.unknown", user.key()) : messages.text("data.timeline.empty"));
        if (user == null || unknown) {
            events.getItems().clear();
            return;
        }
        key.setText(user.key());
        events.getItems().setAll(user.events());
        events.refresh();
        if (!user.events().isEmpty()) {
            events.scrollTo(user.events().size() - 1);
        }
    }
}
