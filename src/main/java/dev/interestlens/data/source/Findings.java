package dev.interestlens.data.source;

import dev.interestlens.data.DatasetInfo.Finding;
import java.util.Locale;
import java.util.ResourceBundle;

/** Words for what an import left out or found doubtful. */
public final class Findings {

    private Findings() {}

    /** A sentence on the finding, with its number, in the language. */
    public static String text(Finding finding, Locale language) {
        return words(finding.reason(), language)
                .replace("{count}", String.format(language, "%,d", finding.count()))
                .replace("{file}", finding.file());
    }

    /** A few words for the reason. */
    public static String reason(String reason, Locale language) {
        return words("short." + reason, language);
    }

    private static String words(String key, Locale language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                Findings.class.getPackageName() + ".findings",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return bundle.getString(key);
    }
}
