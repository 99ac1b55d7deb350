package dev.interestlens.export.report.page;

import dev.interestlens.figure.file.PageStyle;
import dev.interestlens.store.WholeFile;

/** The rules of a page, with the colours of pictures in both themes. */
final class StyleSheet {
    private StyleSheet() {}

    /** Follows the reader's light or dark setting. */
    static String page() {
        return PageStyle.rules() + WholeFile.text(StyleSheet.class, "page.css");
    }
}
