package dev.interestlens.export.report.page;

import dev.interestlens.figure.file.PageStyle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The rules of a page, with the colours of pictures in both themes. */
final class StyleSheet {
    private StyleSheet() {}

    /** Follows the reader's light or dark setting. */
    static String page() {
        return PageStyle.rules() + read("page.css");
    }

    private static String read(String name) {
        try (InputStream in = StyleSheet.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
