package dev.interestlens.ui.common;

import java.text.BreakIterator;
import java.text.spi.BreakIteratorProvider;
import java.util.Arrays;
import java.util.Locale;

/**
 * Keeps a number in one line: Java's own rules break "−0.014" and "+0.014" behind the point. Java finds this by the name of the service; it is used
 * once {@link #enforce} has been called.
 */
public final class LineBreaks extends BreakIteratorProvider {
    private static final String PROVIDERS = "java.locale.providers";

    /** Called before anything else asks Java about a language. */
    public static void enforce() {
        if (System.getProperty(PROVIDERS) == null) {
            System.setProperty(PROVIDERS, "SPI,CLDR");
        }
    }

    @Override
    public BreakIterator getLineInstance(Locale locale) {
        return new WholeNumbers(BreakIterator.getLineInstance(Locale.ROOT)); // which is not one of the locales below
    }

    /** Null, as the next two: Java's own. */
    @Override
    public BreakIterator getWordInstance(Locale locale) {
        return null;
    }

    @Override
    public BreakIterator getCharacterInstance(Locale locale) {
        return null;
    }

    @Override
    public BreakIterator getSentenceInstance(Locale locale) {
        return null;
    }

    @Override
    public Locale[] getAvailableLocales() {
        return Arrays.stream(Locale.getISOLanguages())
                .map(Locale::forLanguageTag)
                .toArray(Locale[]::new);
    }
}
