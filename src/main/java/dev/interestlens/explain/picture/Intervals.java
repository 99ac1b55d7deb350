package dev.interestlens.explain.picture;

import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.figure.paint.IntervalPainter;
import java.util.Locale;

/** Means with their intervals, one in each row. */
public record Intervals(String name, Text title, IntervalData data, Text note) implements Picture {
    @Override
    public Drawing drawing() {
        return new IntervalPainter(data);
    }

    @Override
    public NumberTable numbers(Locale language) {
        return data.numbers(language);
    }
}
