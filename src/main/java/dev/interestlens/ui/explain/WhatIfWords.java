package dev.interestlens.ui.explain;

import dev.interestlens.explain.effect.SmallestChange;
import dev.interestlens.explain.effect.SmallestSets;
import dev.interestlens.explain.look.Draft;
import dev.interestlens.figure.Numerals;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.explain.engine.ExplainedSample;
import dev.interestlens.ui.explain.engine.WhatIfResult;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a change by hand did, and what the search for the smallest one found. */
record WhatIfWords(WhatIfViewModel whatIf, Messages messages) {
    /** Empty where nothing was changed or looked for. */
    String outcome(ExplainedSample now) {
        WhatIfResult tried = whatIf.triedProperty().get();
        String said = said(now, tried);
        String found =
                switch (whatIf.searchProperty().get()) {
                    case NONE -> "";
                    case BUSY -> messages.text("explain.smallest.busy");
                    case DONE -> whatIf.found().map(this::found).orElse("");
                };
        return (said + "  " + found).strip();
    }

    private String found(SmallestChange change) {
        SmallestSets.Found found = change.found();
        String threshold = Numerals.fixed(change.threshold(), 3);
        String from = Numerals.fixed(change.from(), 3);
        String to = Numerals.fixed(change.to(), 3);
        int size = found.size();
        if (size == 0) {
            return messages.text("explain.smallest.none", threshold, found.exhausted());
        }
        if (!found.proven()) {
            return messages.text("explain.smallest.few", size, from, to, threshold, found.exhausted());
        }
        boolean known = size <= found.exhausted()
                && found.sets().size() > 1; // else not all of the size were tried, or it is the only one
        String key = size == 1 ? known ? "ones" : "one" : known ? "several" : "found";
        return messages.text(
                "explain.smallest." + key,
                size,
                from,
                to,
                threshold,
                found.sets().size(),
                found.ofSize());
    }

    private String said(ExplainedSample now, WhatIfResult tried) {
        if (now == null || tried == null) {
            return "";
        }
        List<Draft.Kind> kinds = tried.draft().kinds(now.impression());
        Stream<String> changed = kinds.stream()
                .map(kind -> kind == Draft.Kind.OFF
                        ? messages.text(
                                "explain.whatIf.OFF", tried.draft().off().size())
                        : messages.text("explain.whatIf." + kind));
        Stream<String> inside = tried.inside().words().stream().map(text -> text.in(messages.locale()));
        String done = Stream.concat(changed, inside).collect(Collectors.joining(messages.text("explain.whatIf.and")));
        String moved = messages.text(
                "explain.whatIf", done, Numerals.fixed(now.looked().score(), 3), Numerals.fixed(tried.score(), 3));
        return tried.inside().isOwn()
                ? moved
                : moved + messages.text("explain.beyond.space") + messages.text("explain.inside.effects");
    }
}
