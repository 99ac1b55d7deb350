package dev.interestlens.question;

import dev.interestlens.explain.picture.Picture;
import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.data.XyData;
import dev.interestlens.figure.paint.XyPainter;
import java.util.Locale;

/** Lines and points over two axes. */
public record PlotPicture(String name, Text title, XyData data, Text note) implements Picture {
    @Override
    public Drawing drawing() {
        return new XyPainter(data);
    }

    @Override
    public NumberTable numbers(Locale language) {
        return data.numbers(language);
    }
}
