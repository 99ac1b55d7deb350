package dev.interestlens.data.protocol;

/** The rows of one part. */
interface PartRows {

    int size();

    /** Rows that belong to one positive, including itself; 1 where rows are independent. */
    int group();

    int positives();

    int user(int row);

    float label(int row);

    Sample sample(int row, GroupDraws draws);

    /** Whether the row's own event or impression, or that of its true item, is left out. */
    boolean omitted(int row, Omission omission);

    /** Adds a row to a batch without creating an object for it. */
    void put(BatchFill fill, int row, GroupDraws draws);
}
