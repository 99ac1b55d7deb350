package dev.interestlens.export.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The rules of a page or a picture, with the steps of both palettes. */
final class StyleSheet {
    private StyleSheet() {}

    /** Follows the reader's light or dark setting. */
    static String page() {
        return read("page.css") + Palette.LIGHT.rules() + "@media (prefers-color-scheme:dark){" + Palette.DARK.rules()
                + "}" + "@media print{" + Palette.LIGHT.rules() + "}";
    }

    /** Always on white, as papers and slides are. */
    static String figure() {
        return read("figure.css");
    }

    private static String read(String name) {
        try (InputStream in = StyleSheet.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
