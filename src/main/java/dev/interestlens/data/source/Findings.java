package dev.interestlens.data.source;

import dev.interestlens.data.DatasetInfo.Finding;
import dev.interestlens.store.Texts;
import java.util.Locale;
import java.util.Map;

/** Texts about rows that an import left out or found unusual. */
public final class Findings {
    private static final Texts TEXTS = Texts.beside(Findings.class, "findings");

    private Findings() {}

    /** A sentence about the finding, with its count. */
    public static String text(Finding finding, Locale language) {
        String text = TEXTS.text(
                finding.reason(),
                language,
                Map.of("count", finding.count(), "file", finding.file(), "example", finding.example()));
        return finding.example().isEmpty() || text.contains(finding.example())
                ? text
                : TEXTS.text("withExample", language, Map.of("text", text, "example", finding.example()));
    }

    /** A few words for the reason. */
    public static String reason(String reason, Locale language) {
        return TEXTS.text("short." + reason, language);
    }
}
