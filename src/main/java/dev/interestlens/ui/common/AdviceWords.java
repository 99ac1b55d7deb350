package dev.interestlens.ui.common;

import dev.interestlens.ui.control.NumberFormats;
import dev.interestlens.workspace.Advice;
import java.util.List;
import java.util.stream.Collectors;

/** Which family is advised for a data set, and why, in words. */
public record AdviceWords(Messages messages) {
    public String title(Advice advice) {
        return messages.text("model.advice", messages.text("model." + advice.family()));
    }

    public String why(Advice advice) {
        String why = sentences(advice.reasons());
        return advice.rival().isEmpty()
                ? why
                : messages.text(
                        "model.advice.against",
                        why,
                        messages.text("model." + advice.rival()),
                        sentences(advice.against()));
    }

    private String sentences(List<Advice.Reason> reasons) {
        return reasons.stream()
                .map(reason -> messages.text("advice." + reason.kind(), figure(reason)))
                .collect(Collectors.joining(messages.text("model.advice.between")));
    }

    private static String figure(Advice.Reason reason) {
        return switch (reason.kind()) {
            case TIES, REPEATS -> NumberFormats.count(Math.round(100 * reason.figure()));
            case SHORT_HISTORIES, MIDDLING_HISTORIES, LONG_HISTORIES ->
                NumberFormats.count(Math.round(reason.figure()));
            default -> NumberFormats.fixed(reason.figure(), 2);
        };
    }
}
