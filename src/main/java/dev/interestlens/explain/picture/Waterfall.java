package dev.interestlens.explain.picture;

import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.data.WaterfallData;
import dev.interestlens.figure.paint.WaterfallPainter;
import java.util.Locale;

/** Steps from one number to another, in columns side by side. */
public record Waterfall(String name, Text title, WaterfallData data, Text note) implements Picture {
    @Override
    public Drawing drawing() {
        return new WaterfallPainter(data);
    }

    @Override
    public NumberTable numbers(Locale language) {
        return data.numbers(language);
    }
}
