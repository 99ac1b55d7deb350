package dev.interestlens.ui.data;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.Split;
import dev.interestlens.data.protocol.probe.Leaks;
import dev.interestlens.train.config.TrainingConfig;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.control.Changes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The samples of the open data set under the protocol, and under another one. */
final class SamplesViewModel {
    static final long SEED = TrainingConfig.defaults().seed();

    private final Session session;
    private final Background background;
    private final ReadOnlyObjectWrapper<Leaks> gives = new ReadOnlyObjectWrapper<>(this, "gives");
    private final ReadOnlyObjectWrapper<Leaks> others = new ReadOnlyObjectWrapper<>(this, "others");
    private final ReadOnlyObjectWrapper<Exception> refused = new ReadOnlyObjectWrapper<>(this, "refused");
    private final ObjectProperty<Split> beside = new SimpleObjectProperty<>(this, "beside", Split.DIN);
    private final LatestRequest counting = new LatestRequest();
    private final LatestRequest comparing = new LatestRequest();

    SamplesViewModel(Session session, Background background) {
        this.session = session;
        this.background = background;
        Changes.call(this::count, session.dataProperty());
        Changes.call(this::compare, session.dataProperty(), beside);
        session.draftProperty().addListener((observed, before, now) -> {
            if (!before.protocol().equals(now.protocol())) {
                count();
            }
        });
        count();
        compare();
    }

    /** Of the configured protocol, or null while it is counted. */
    ReadOnlyObjectProperty<Leaks> givesProperty() {
        return gives.getReadOnlyProperty();
    }

    /** Of the default protocol of the other split, or null while it is counted. */
    ReadOnlyObjectProperty<Leaks> othersProperty() {
        return others.getReadOnlyProperty();
    }

    /** Why the protocol gives no samples of this data set, or null where it does. */
    ReadOnlyObjectProperty<Exception> refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    /** The split to compare with; null for none. */
    ObjectProperty<Split> besideProperty() {
        return beside;
    }

    /** The splits that this data set allows. */
    List<Split> splits() {
        OpenDataset open = session.dataProperty().get();
        List<Split> splits = new ArrayList<>(List.of(Split.values()));
        if (open == null || !open.info().hasLoggedNegatives()) {
            splits.remove(Split.LOGGED);
        }
        if (open != null && !open.info().times().timed()) {
            splits.removeAll(List.of(Split.TIME, Split.LOGGED));
        }
        return splits;
    }

    private void count() {
        refused.set(null);
        count(gives, counting, session.draftProperty().get().protocol(), refused::set);
    }

    private void compare() {
        Split split = beside.get();
        boolean possible = split != null && splits().contains(split);
        // Without samples its column stays empty: it is only for comparison.
        count(others, comparing, possible ? ProtocolConfig.preset(split) : null, why -> others.set(null));
    }

    private void count(
            ReadOnlyObjectWrapper<Leaks> target,
            LatestRequest place,
            ProtocolConfig protocol,
            Consumer<Exception> refusal) {
        OpenDataset data = session.dataProperty().get();
        target.set(null);
        if (data == null || protocol == null) {
            place.forget();
            return;
        }
        background.run(
                Background.Lane.COUNTER,
                place,
                ticket -> {
                    try (PreparedDataset opened = PreparedDataset.open(data.folder())) {
                        return Leaks.of(SampleSet.build(opened, protocol, SEED));
                    }
                },
                target::set,
                refusal);
    }
}
