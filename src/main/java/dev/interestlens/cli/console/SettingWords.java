package dev.interestlens.cli.console;

import dev.interestlens.measurement.Measurement;
import dev.interestlens.measurement.Setting;
import dev.interestlens.store.Texts;
import java.util.Locale;

/** What a setting of a measurement means: its own words, or those of the options that several commands share. */
public final class SettingWords {
    private static final Texts SHARED = new Texts(SettingWords.class, "dev.interestlens.cli.commands");
    private static final String KNOWN = "${COMPLETION-CANDIDATES}";

    private SettingWords() {}

    public static String of(Measurement<?, ?> measurement, Setting setting, Locale language) {
        String words = measurement
                .find("setting." + setting.name())
                .map(own -> own.in(language))
                .orElseGet(() -> SHARED.text(setting.name(), language));
        return words.replace(
                KNOWN,
                setting.allowed()
                        .map(OptionValues::texts)
                        .map(all -> String.join(", ", all))
                        .orElse(""));
    }
}
