package dev.interestlens.ui.common;

import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.form.ConfigForm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The invalid entries in the forms of the next run. While there are any, no training starts, since it would use other values than those shown. */
public final class WrongEntries {
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ObservableList<Entry> all = FXCollections.unmodifiableObservableList(entries);

    /**
     * A field.
     *
     * @param screen with the form
     * @param name its words, in the language that is chosen when they are asked for
     * @param takeBack shows the last valid value again
     */
    public record Entry(Session.Goal screen, Supplier<String> name, Runnable takeBack) {}

    /** All of them, the newest last. */
    public ObservableList<Entry> all() {
        return all;
    }

    /** Tracks the invalid entries of a form. */
    public void follow(Session.Goal screen, ConfigForm form) {
        Runnable list = () -> {
            List<Entry> now = new ArrayList<>(entries);
            now.removeIf(each -> each.screen() == screen);
            form.wrong().forEach(each -> now.add(new Entry(screen, each.name(), each.takeBack())));
            entries.setAll(now);
        };
        Changes.call(list, form.wrong());
    }

    /** Reverts the newest one of a screen. */
    boolean takeBackNewest(Session.Goal screen) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).screen() == screen) {
                entries.get(i).takeBack().run();
                return true;
            }
        }
        return false;
    }

    /** Reverts all. */
    public void takeBack() {
        List.copyOf(entries).forEach(each -> each.takeBack().run());
    }
}
