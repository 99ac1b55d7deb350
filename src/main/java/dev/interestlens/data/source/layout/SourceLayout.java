package dev.interestlens.data.source.layout;

import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.file.SourceFiles;
import java.util.Optional;

/** A known layout of files. */
interface SourceLayout {

    /** As in {@code --format}. */
    String id();

    /** How to read these files, if they have this layout. Reads only their beginnings. */
    Optional<ImportPlan> recognise(SourceFiles files, PrepareOptions options);
}
