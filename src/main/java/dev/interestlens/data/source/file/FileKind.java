package dev.interestlens.data.source.file;

/** How the rows of a file are written. */
public enum FileKind {
    /** Values between separators. */
    TABLE,
    /** A JSON object a line. */
    JSON_LINES,
    /** A Python dictionary a line, as in the item files of Amazon 2014. */
    PYTHON_LINES,
    /** Label, user, item, category, items, categories: TAB, lists joined by 0x02, as the DIEN authors prepare them. */
    DIEN_LINES,
    /** Number, user, time, history, impressions: TAB, lists joined by spaces, as in the Microsoft News data set. */
    MIND_LINES,
    /** Columns in Parquet. */
    PARQUET;

    /** Whether a line becomes several rows. */
    public boolean hasLists() {
        return this == DIEN_LINES || this == MIND_LINES;
    }
}
