package dev.interestlens.ui.data;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Candidates;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.Repeats;
import dev.interestlens.data.protocol.SampleCounts;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.Split;
import dev.interestlens.data.protocol.probe.FieldProbes;
import dev.interestlens.data.protocol.probe.LeakProbes;
import dev.interestlens.train.config.TrainingConfig;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.control.Changes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The samples of the open data set under the protocol, and under another one. */
final class SamplesViewModel {
    static final long SEED = TrainingConfig.defaults().seed();

    /**
     * Samples and leak probes of one protocol.
     *
     * @param repeats whether people come back to items that they have met, so that it is no leak that these are chosen more often
     * @param scoresCold whether targets that never occur in training are scored
     */
    record Gives(
            SampleCounts counts, Map<String, Double> probes, FieldProbes fields, boolean repeats, boolean scoresCold) {
        private static final double WARNED_FROM = 0.05;
        private static final String MET = "alreadyInHistory";

        /** Whether a probe does not show the answer. */
        boolean isHarmless(String probe) {
            return comesBack(probe) || Probe.of(probe).isHarmless(probes.get(probe));
        }

        /** Whether a probe tells what people of this log like. */
        boolean comesBack(String probe) {
            return repeats && probe.equals(MET);
        }

        /** Whether so many test targets never occur in training that not occurring there is an answer, if they are scored. */
        boolean isCold() {
            return counts.coldShare() >= WARNED_FROM;
        }

        /** Whether something beside preferences shows the answer. */
        boolean showsAnswer() {
            return isCold() && scoresCold
                    || !fields.nearlyTheLabel().isEmpty()
                    || !probes.keySet().stream().allMatch(this::isHarmless);
        }
    }

    private final Session session;
    private final Background background;
    private final ReadOnlyObjectWrapper<Gives> gives = new ReadOnlyObjectWrapper<>(this, "gives");
    private final ReadOnlyObjectWrapper<Gives> others = new ReadOnlyObjectWrapper<>(this, "others");
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
    ReadOnlyObjectProperty<Gives> givesProperty() {
        return gives.getReadOnlyProperty();
    }

    /** Of the default protocol of the other split, or null while it is counted. */
    ReadOnlyObjectProperty<Gives> othersProperty() {
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
            ReadOnlyObjectWrapper<Gives> target,
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
                        SampleSet samples = SampleSet.build(opened, protocol, SEED);
                        return new Gives(
                                samples.counts(),
                                LeakProbes.of(samples).figures(),
                                FieldProbes.of(samples),
                                samples.repeats() == Repeats.ALL,
                                protocol.candidates() == Candidates.ALL);
                    }
                },
                target::set,
                refusal);
    }
}
