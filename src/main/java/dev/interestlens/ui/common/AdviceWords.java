package dev.interestlens.ui.common;

import dev.interestlens.workspace.data.Advice;
import java.util.List;
import java.util.stream.Collectors;

/** The text of the advice on a model family for a data set, with its reasons. */
public record AdviceWords(Messages messages) {
    public String title(Advice advice) {
        return messages.text("model.advice", messages.family(advice.family(), "title"));
    }

    public String why(Advice advice) {
        String why = sentences(advice.reasons(), advice.family());
        return advice.rival().isEmpty()
                ? why
                : messages.text(
                        "model.advice.against",
                        why,
                        messages.family(advice.rival(), "title"),
                        sentences(advice.against(), advice.rival()));
    }

    private String sentences(List<Advice.Reason> reasons, String family) {
        return reasons.stream()
                .map(reason -> reason.text(messages.family(family)).in(messages.locale()))
                .collect(Collectors.joining(messages.text("model.advice.between")));
    }
}
