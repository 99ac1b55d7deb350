package dev.interestlens.ui.data;

import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.time.TimeFormats;
import dev.interestlens.ui.common.Messages;
import java.util.List;
import javafx.util.StringConverter;

/** Names of encodings, separators, quotation marks and time formats. */
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
            case "," -> text; // the separator, and not a list of formats
            case PrepareOptions.NONE -> messages.text("data.quote.none");
            default ->
                TimeFormats.each(text).stream()
                        .map(this::time)
                        .reduce((first, next) -> messages.text("data.time.else", first, next))
                        .orElse(text);
        };
    }

    private String time(String format) {
        if (format.startsWith(TimeFormats.DAY_OF)) {
            return messages.text("data.time.days");
        }
        return messages.find("data.time." + format).orElseGet(() -> TimePattern.spelled(format));
    }

    @Override
    public String fromString(String typed) {
        return known.stream()
                .filter(each -> toString(each).equals(typed))
                .findFirst()
                .orElseGet(() -> TimePattern.of(typed));
    }

    /** A time pattern as code, {@code %d/%m/%Y}, and as shown, {@code DD/MM/YYYY}. */
    private static final class TimePattern {
        private static final List<String> CODES = List.of("%Y", "%y", "%m", "%d", "%H", "%M", "%S");
        private static final List<String> SPELLED = List.of("YYYY", "YY", "MM", "DD", "hh", "mm", "ss");

        /** A pattern with other codes is unchanged. */
        static String spelled(String pattern) {
            String text = replaced(pattern, CODES, SPELLED);
            return text.contains("%") ? pattern : text;
        }

        static String of(String spelled) {
            return spelled.contains("YY") ? replaced(spelled, SPELLED, CODES) : spelled;
        }

        private static String replaced(String text, List<String> from, List<String> to) {
            String now = text;
            for (int i = 0; i < from.size(); i++) {
                now = now.replace(from.get(i), to.get(i));
            }
            return now;
        }
    }
}
