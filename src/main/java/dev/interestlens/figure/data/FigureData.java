package dev.interestlens.figure.data;

import dev.interestlens.figure.NumberTable;
import java.util.Locale;

/** What a figure is drawn of. */
public interface FigureData {
    /** Its numbers, for a spreadsheet. */
    NumberTable numbers(Locale language);
}
