package dev.interestlens.data.source;

import java.util.Optional;

/** A layout of files that we know. */
interface SourceLayout {

    /** As in {@code --format}. */
    String id();

    /** How to read these files, if they have this layout. Looks at beginnings only. */
    Optional<ImportPlan> recognise(SourceFiles files, PrepareOptions options);
}
