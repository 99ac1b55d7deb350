package dev.interestlens.ui.common;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.workspace.data.DatasetLabel;
import java.nio.file.Path;
import java.util.Objects;

/** The open data set: its folder, its description and its display name. */
public record OpenDataset(Path folder, DatasetInfo info, DatasetLabel label) {
    public OpenDataset {
        Objects.requireNonNull(folder);
        Objects.requireNonNull(info);
        Objects.requireNonNull(label);
    }

    /** The display name, as {@link ListedData#name()}. */
    public String name() {
        return label.nameOf(folder);
    }
}
