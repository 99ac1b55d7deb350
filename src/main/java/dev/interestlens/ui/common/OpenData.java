package dev.interestlens.ui.common;

import dev.interestlens.data.DatasetInfo;
import java.nio.file.Path;
import java.util.Objects;

/** The data set that is looked at: where it lies and what it says of itself. */
public record OpenData(Path folder, DatasetInfo info) {
    public OpenData {
        Objects.requireNonNull(folder);
        Objects.requireNonNull(info);
    }
}
