package dev.interestlens.ui.data;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.source.ColumnRole;
import dev.interestlens.data.source.Findings;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.ToldRow;
import dev.interestlens.data.source.prepare.Inspection;
import dev.interestlens.data.source.prepare.Preview;
import dev.interestlens.figure.Numerals;
import dev.interestlens.ui.common.Messages;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is read of a log, in words. */
record ToldWords(Messages messages) {
    private static final int MINUTE = 16;

    /** A row in a sentence: who chose what, and when. */
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

    /** A file that describes items or users, and what its columns became. */
    String of(Preview.Table file) {
        return messages.text(
                file.assignment().mapping().has(Roles.USER) ? "data.told.users" : "data.told.items",
                file.file(),
                file.assignment().told().columns().stream()
                        .map(column -> messages.text(
                                "data.column",
                                column.column(),
                                role(column.role().map(ColumnRole::kind))))
                        .collect(Collectors.joining(messages.text("data.question.between"))));
    }

    /** What a column became, or can become; a field by its group. */
    String role(Optional<Roles> role) {
        return messages.text("data.role." + role.map(ToldWords::key).orElse("none"));
    }

    private static String key(Roles role) {
        return role.isGroup() ? "field." + role.id().replace(".", "") : role.id();
    }

    /** How many rows are read, and how many are left out and why. */
    String of(DatasetInfo info) {
        String counts = messages.text(
                info.labelled() ? "data.checked.labelled" : "data.checked",
                Numerals.count(info.rows()),
                Numerals.count(info.counts().events()),
                Numerals.count(info.counts().users()),
                Numerals.count(info.counts().items()),
                Numerals.count(info.leftOut()),
                Numerals.count(info.counts().impressions()));
        String why = info.rejected().stream()
                .map(each -> messages.text(
                        "data.checked.why",
                        Findings.reason(each.reason(), messages.locale()),
                        Numerals.count(each.count())))
                .collect(Collectors.joining(messages.text("data.question.between")));
        return why.isEmpty() ? counts : messages.text("data.checked.leftOut", counts, why);
    }

    /** What an import would read, or why it would stop. */
    String of(Inspection inspection) {
        return inspection
                .read()
                .map(this::of)
                .or(() -> inspection
                        .refused()
                        .map(why -> messages.text("data.checked.refused", why.what(messages.locale()))))
                .orElse("");
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
