package dev.interestlens.ui.data;

import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.ui.common.Messages;
import java.util.List;
import javafx.util.StringConverter;

/** Encodings, separators and ways to write times, as people call them. */
final class NamedTexts extends StringConverter<String> {
    private final List<String> known;
    private final Messages messages;

    NamedTexts(List<String> known, Messages messages) {
        this.known = known;
        this.messages = messages;
    }

    @Override
    public String toString(String text) {
        if (text == null) {
            return "";
        }
        return switch (text) {
            case PrepareOptions.AUTO -> messages.text("data.auto");
            case "\t" -> messages.text("data.tab");
            case "\u0001" -> messages.text("data.lines.whole");
            default -> messages.find("data.time." + text).orElse(text);
        };
    }

    @Override
    public String fromString(String typed) {
        return known.stream()
                .filter(each -> toString(each).equals(typed))
                .findFirst()
                .orElse(typed);
    }
}
