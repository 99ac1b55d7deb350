package dev.interestlens.ui.common.run;

import dev.interestlens.store.Disk;
import dev.interestlens.ui.common.Durations;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.workspace.Effort;
import dev.interestlens.workspace.MeasuringTimes;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.StringBinding;

/** Tells beforehand what a measurement takes on this machine, by the last one of its kind; nothing where there was none. */
public record Estimates(Children children) {
    /**
     * The words of a button, with the time that what it starts takes.
     *
     * @param key of the words
     * @param changes what the effort depends on beside the runs
     */
    public StringBinding offer(String key, Supplier<Effort> effort, Observable... changes) {
        Session session = children.session();
        Messages messages = children.messages();
        Observable[] all = Stream.concat(Stream.of(session.timesProperty(), session.runs()), Stream.of(changes))
                .toArray(Observable[]::new);
        return messages.bind(() -> offer(messages.text(key), effort.get()), all);
    }

    /** Words with the same time. */
    public String offer(String words, Effort effort) {
        Messages messages = children.messages();
        OptionalDouble seconds = children.session().timesProperty().get().seconds(effort);
        return seconds.isPresent()
                ? messages.text("job.offer", words, Durations.of(seconds.getAsDouble(), messages))
                : words;
    }

    /** Changes with what is known. */
    Observable timesProperty() {
        return children.session().timesProperty();
    }

    /** Keeps what one took. */
    void keep(Effort effort, double seconds) {
        Session session = children.session();
        MeasuringTimes now = session.timesProperty().get().with(effort, seconds);
        if (!now.equals(session.timesProperty().get())) {
            session.timesProperty().set(now);
            children.background()
                    .load(
                            ticket -> {
                                now.write(Disk.real(), children.workspace());
                                return now;
                            },
                            written -> {});
        }
    }
}
