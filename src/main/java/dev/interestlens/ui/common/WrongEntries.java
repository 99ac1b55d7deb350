package dev.interestlens.ui.common;

import dev.interestlens.ui.control.form.ConfigForm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * What stands in the forms of the next run and does not count, since it cannot be used. While there is any, nothing is started: it would be trained
 * with other values than those that are shown.
 */
public final class WrongEntries {
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ObservableList<Entry> all = FXCollections.unmodifiableObservableList(entries);

    /**
     * A field.
     *
     * @param screen where it is
     * @param name its words, in the language that is chosen when they are asked for
     * @param takeBack shows the value again that counts
     */
    public record Entry(Session.Goal screen, Supplier<String> name, Runnable takeBack) {}

    /** All of them, the newest last. */
    public ObservableList<Entry> all() {
        return all;
    }

    /** Knows of a form's entries from now on. */
    public void follow(Session.Goal screen, ConfigForm form) {
        form.wrong().addListener((ListChangeListener<ConfigForm.Wrong>) change -> {
            List<Entry> now = new ArrayList<>(entries);
            now.removeIf(each -> each.screen() == screen);
            form.wrong().forEach(each -> now.add(new Entry(screen, each.name(), each.takeBack())));
            entries.setAll(now);
        });
    }

    /** Takes the newest one of a screen back. */
    boolean takeBackNewest(Session.Goal screen) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).screen() == screen) {
                entries.get(i).takeBack().run();
                return true;
            }
        }
        return false;
    }

    /** Takes all back, since everything is set anew. */
    public void takeBack() {
        List.copyOf(entries).forEach(each -> each.takeBack().run());
    }
}
