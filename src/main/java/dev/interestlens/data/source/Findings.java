package dev.interestlens.data.source;

import dev.interestlens.data.DatasetInfo.Finding;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/** Words for what an import left out or found doubtful. */
public final class Findings {

    private static final Set<String> WITHOUT_SINGULAR = Set.of(Locale.CHINESE.getLanguage());

    private Findings() {}

    /** A sentence on the finding, with its number, in the language. */
    public static String text(Finding finding, Locale language) {
        String one = "one." + finding.reason();
        boolean single = finding.count() == 1
                && !WITHOUT_SINGULAR.contains(language.getLanguage())
                && bundle(language).containsKey(one);
        return words(single ? one : finding.reason(), language)
                .replace("{count}", String.format(language, "%,d", finding.count()))
                .replace("{file}", finding.file());
    }

    /** A few words for the reason. */
    public static String reason(String reason, Locale language) {
        return words("short." + reason, language);
    }

    private static String words(String key, Locale language) {
        return bundle(language).getString(key);
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                Findings.class.getPackageName() + ".findings",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
