package dev.interestlens.export.report;

import dev.interestlens.train.Versions;

/** How to cite this program, as in the README and {@code .github/CITATION.cff}. */
public final class Citation {
    public static final String TITLE = "Interest Lens: a desktop lab for the attention models of recommendation";
    public static final String AUTHORS = "The Interest Lens contributors";
    public static final int YEAR = 2026;

    private Citation() {}

    /** For BibTeX. */
    public static String bibtex() {
        return "@software{interest_lens,\n  title   = {" + TITLE + "},\n  author  = {{" + AUTHORS + "}},\n  year    = {"
                + YEAR + "},\n  version = {" + Versions.program() + "},\n  license = {Apache-2.0}\n}\n";
    }
}
