package dev.interestlens.question.five;

import dev.interestlens.explain.picture.Picture;
import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.data.RowsData;
import dev.interestlens.figure.paint.RowsPainter;
import java.util.Locale;

/** Rows of bars below each other. */
record RowsPicture(String name, Text title, RowsData data, Text note) implements Picture {
    @Override
    public Drawing drawing() {
        return new RowsPainter(data);
    }

    @Override
    public NumberTable numbers(Locale language) {
        return data.numbers(language);
    }
}
