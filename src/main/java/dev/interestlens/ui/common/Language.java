package dev.interestlens.ui.common;

import dev.interestlens.store.Texts;
import java.util.Locale;

/** The languages of the program. */
public enum Language {
    ENGLISH(Locale.ENGLISH),
    CHINESE(Locale.SIMPLIFIED_CHINESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    public Language other() {
        return this == ENGLISH ? CHINESE : ENGLISH;
    }

    /** The language for this locale. */
    public static Language of(Locale locale) {
        return Texts.language(locale).equals(CHINESE.locale) ? CHINESE : ENGLISH;
    }
}
