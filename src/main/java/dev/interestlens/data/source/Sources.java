package dev.interestlens.data.source;

import dev.interestlens.data.PreparedDataset;
import java.nio.file.Path;
import java.util.List;

/** Reads any source we know into a prepared data set. */
public final class Sources {

    private Sources() {}

    /**
     * Reads, sorts and encodes files or a folder.
     *
     * @param sources one folder, or one or several files that belong together
     * @param target the folder of the data set; must not exist yet; appears complete or not at all
     * @return the data set, opened
     */
    public static PreparedDataset prepare(List<Path> sources, PrepareOptions options, Path target, Progress progress) {
        throw new UnsupportedOperationException("prepare " + sources + options + target + progress);
    }
}
