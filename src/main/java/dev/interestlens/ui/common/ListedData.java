package dev.interestlens.ui.common;

import dev.interestlens.workspace.data.DatasetLabel;
import java.nio.file.Path;
import java.util.Objects;

/** A prepared data set of the workspace with its display name. */
public record ListedData(Path folder, DatasetLabel label) {
    public ListedData {
        Objects.requireNonNull(folder);
        Objects.requireNonNull(label);
    }

    /** The display name. */
    public String name() {
        return label.nameOf(folder);
    }
}
