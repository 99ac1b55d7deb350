package dev.interestlens.ui.data;

import dev.interestlens.data.source.ToldRow;
import dev.interestlens.ui.common.Messages;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** A row of a log in a sentence: who chose what, and when. */
record ToldWords(Messages messages) {
    private static final int MINUTE = 16;

    String of(ToldRow row) {
        String what = row.category().isEmpty()
                ? messages.text("data.told.item", row.item())
                : messages.text("data.told.itemOf", row.item(), row.category());
        String when = when(row.time());
        String key = row.chosen() ? "data.told.chose" : "data.told.shown";
        return when.isEmpty()
                ? messages.text(key, row.user(), what)
                : messages.text(key + ".at", row.user(), what, when);
    }

    private String when(String time) {
        try {
            return time.length() < MINUTE
                    ? time.isEmpty() ? "" : format("data.told.day").format(LocalDate.parse(time))
                    : format("data.told.minute")
                            .format(LocalDateTime.parse(
                                    time.substring(0, MINUTE).replace(' ', 'T')));
        } catch (DateTimeParseException e) {
            return time; // a year of five digits
        }
    }

    private DateTimeFormatter format(String key) {
        return DateTimeFormatter.ofPattern(messages.text(key), messages.locale());
    }
}
