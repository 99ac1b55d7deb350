package dev.interestlens.ui.data;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.explain.words.CategoryNames;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.common.Session;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The events of one user, oldest first, and their role under the protocol. */
final class TimelineViewModel {
    private static final int MAX = 1000;
    private static final long STEP = 2_654_435_761L;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /**
     * One event.
     *
     * @param time in UTC; empty where the data set has no times
     * @param gap seconds since the event before; −1 for the first
     * @param part of which it is a target, or null
     */
    record Event(int position, String time, long gap, String item, String category, Part part) {}

    /**
     * One user.
     *
     * @param key as in the source
     * @param found whether there is such a user
     * @param all number of events, of which the last {@value #MAX} are here
     */
    record User(String key, boolean found, long all, List<Event> events) {}

    private final Session session;
    private final Background background;
    private final Messages messages;
    private final LatestRequest looking = new LatestRequest();
    private final ReadOnlyObjectWrapper<User> user = new ReadOnlyObjectWrapper<>(this, "user");
    private long asked;

    TimelineViewModel(Session session, Background background, Messages messages) {
        this.session = session;
        this.background = background;
        this.messages = messages;
        session.dataProperty().addListener(change -> {
            looking.forget();
            user.set(null);
        });
    }

    /** The user that is shown, or null. */
    ReadOnlyObjectProperty<User> userProperty() {
        return user.getReadOnlyProperty();
    }

    /** Shows a user by the key in the source. */
    void show(String key) {
        look(data -> data.userOf(key), key);
    }

    /** Shows some user if none is shown yet. */
    void begin() {
        if (user.get() == null) {
            another();
        }
    }

    /** Shows another random user. */
    void another() {
        long turn = asked++;
        look(data -> (int) (turn * STEP % data.users()), "");
    }

    private interface Choice {
        int of(PreparedDataset data);
    }

    private void look(Choice choice, String key) {
        OpenDataset open = session.dataProperty().get();
        if (open == null) {
            return;
        }
        ProtocolConfig protocol = session.draftProperty().get().protocol();
        Locale language = messages.locale();
        background.run(
                Background.Lane.COUNTER,
                looking,
                ticket -> {
                    try (PreparedDataset data = PreparedDataset.open(open.folder())) {
                        int number = choice.of(data);
                        return number < 0 ? new User(key, false, 0, List.of()) : user(data, number, protocol, language);
                    }
                },
                user::set);
    }

    private static User user(PreparedDataset data, int number, ProtocolConfig protocol, Locale language) {
        Map<Integer, Part> parts =
                SampleSet.build(data, protocol, SamplesViewModel.SEED).targets(number);
        long first = data.firstEvent(number);
        long all = data.endEvent(number) - first;
        boolean timed = data.info().times().timed();
        CategoryNames categories = new CategoryNames(data);
        List<Event> events = new ArrayList<>();
        for (int position = (int) Math.max(0, all - MAX); position < all; position++) {
            long event = first + position;
            int item = data.eventItem(event);
            events.add(new Event(
                    position,
                    timed
                            ? Instant.ofEpochSecond(data.eventTime(event))
                                    .atOffset(ZoneOffset.UTC)
                                    .format(TIME)
                            : "",
                    timed && position > 0 ? data.eventTime(event) - data.eventTime(event - 1) : -1,
                    data.itemTitle(item, language),
                    categories.ofItem(item).in(language),
                    parts.get(position)));
        }
        return new User(data.userKey(number), true, all, events);
    }
}
