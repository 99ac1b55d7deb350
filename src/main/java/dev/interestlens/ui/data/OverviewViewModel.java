package dev.interestlens.ui.data;

import dev.interestlens.data.Popularity;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.control.Changes;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Statistics of a data set that need no protocol. */
final class OverviewViewModel {
    private final ReadOnlyObjectWrapper<Popularity> popularity = new ReadOnlyObjectWrapper<>(this, "popularity");
    private final LatestRequest counting = new LatestRequest();

    OverviewViewModel(Session session, Background background) {
        Runnable count = () -> {
            OpenDataset open = session.dataProperty().get();
            popularity.set(null);
            if (open == null) {
                counting.forget();
                return;
            }
            background.run(
                    Background.Lane.COUNTER,
                    counting,
                    ticket -> {
                        try (PreparedDataset data = PreparedDataset.open(open.folder())) {
                            return Popularity.of(data);
                        }
                    },
                    popularity::set);
        };
        Changes.call(count, session.dataProperty());
        count.run();
    }

    /** The distribution of events over the items, or null while they are counted. */
    ReadOnlyObjectProperty<Popularity> popularityProperty() {
        return popularity.getReadOnlyProperty();
    }
}
