package dev.interestlens.ui.shell;

import dev.interestlens.ui.common.ListedData;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.form.SearchPicker;
import java.util.List;
import java.util.stream.Stream;

/** The data sets in the header: the open one, the others, recent ones first, and a link to import. */
final class DataPicker {
    private final ShellViewModel model;
    private final Session session;
    private final Messages messages;

    DataPicker(ShellViewModel model, Messages messages) {
        this.model = model;
        this.session = model.session();
        this.messages = messages;
    }

    SearchPicker<ListedData> button() {
        SearchPicker<ListedData> button =
                new SearchPicker<>(messages, "shell.data.hint", "shell.data.none", this::entries, this::choose);
        button.setId("pick-data");
        button.textProperty()
                .bind(messages.bind(
                        () -> {
                            OpenDataset open = session.dataProperty().get();
                            return open == null ? messages.text("shell.data.choose") : open.name();
                        },
                        session.dataProperty()));
        Worded.tip(button, messages.bind("shell.data.tip"));
        return button;
    }

    List<SearchPicker.Entry<ListedData>> entries() {
        List<ListedData> all = model.recentData().first(List.copyOf(session.datasets()), ListedData::folder);
        return Stream.concat(
                        all.stream()
                                .map(each -> new SearchPicker.Entry<>(
                                        each,
                                        each.name(),
                                        each.label().name().isEmpty()
                                                ? ""
                                                : each.folder().getFileName().toString(),
                                        true)),
                        Stream.of(new SearchPicker.Entry<ListedData>(
                                null, messages.text("shell.data.bring"), messages.text("shell.data.bring.note"), true)))
                .toList();
    }

    private void choose(ListedData chosen) {
        if (chosen == null) {
            session.goalProperty().set(Session.Goal.DATA);
        } else {
            model.open(chosen);
        }
    }
}
