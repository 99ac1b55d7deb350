package dev.interestlens.ui.common;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.workspace.data.DatasetLabel;
import java.nio.file.Path;
import java.util.Objects;

/** The data set that is looked at: where it lies, what it says of itself, and what a person calls it. */
public record OpenData(Path folder, DatasetInfo info, DatasetLabel label) {
    public OpenData {
        Objects.requireNonNull(folder);
        Objects.requireNonNull(info);
        Objects.requireNonNull(label);
    }

    /** Of a data set that nobody has named. */
    public OpenData(Path folder, DatasetInfo info) {
        this(folder, info, DatasetLabel.NONE);
    }

    /** What to call it. */
    public String name() {
        return label.or(info.name());
    }
}
