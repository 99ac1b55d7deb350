package dev.interestlens.data.protocol;

/** The rows of one part. */
interface PartRows {

    int size();

    /** Rows that belong to one positive, itself included; 1 where every row stands for itself. */
    int group();

    int positives();

    int user(int row);

    float label(int row);

    Sample sample(int row, GroupDraws draws);

    /** Puts a row into a batch without making an object of it. */
    void put(BatchFill fill, int row, GroupDraws draws);
}
