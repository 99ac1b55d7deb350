package dev.interestlens.ui.explain.engine;

import dev.interestlens.explain.HistoryPicture;
import dev.interestlens.explain.effect.EffectWords;
import dev.interestlens.explain.look.LookWords;
import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.data.HistoryData;
import dev.interestlens.ui.common.Messages;
import java.util.List;
import java.util.Set;

/** Texts of explanations in the current language, and changed histories. */
public record ExplainTexts(Messages messages) {
    /** The original history. */
    public HistoryData history(ExplainedSample now) {
        return HistoryPicture.data(now.impression(), now.unread(), now.looked(), now.read(), now.effects())
                .withNamed(now.sentence() == null ? List.of() : now.sentence().named());
    }

    /** The changed history, with the values before. */
    public HistoryData history(WhatIfResult tried) {
        HistoryData seen = tried.read().leavesOut()
                ? HistoryPicture.data(
                        tried.impression(),
                        tried.before().unread(),
                        tried.seen().looked(),
                        tried.read(),
                        tried.effects())
                : HistoryPicture.data(
                        tried.impression(),
                        tried.before().unread(),
                        tried.seen().looked(),
                        tried.readable(),
                        tried.effects());
        HistoryData now =
                seen.withReading(seen.reading().with(Set.copyOf(tried.draft().off())));
        now = now.withLook(tried.look());
        double[] effects = tried.before().effects() == null
                ? new double[0]
                : tried.draft().carried(tried.before().effects().effect());
        return now.withGhosts(tried.draft().carried(tried.before().looked().look()), effects);
    }

    /** The meaning of Look for this model, and its agreement with the Effect once measured. */
    public String meaning(ExplainedSample now) {
        String look = text(LookWords.of(now.looked()));
        String matters = now.effects() == null ? "" : text(EffectWords.attention(now.effects()));
        return matters.isEmpty() ? look : messages.text("explain.meaning", look, matters);
    }

    public String text(Text text) {
        return text.in(messages.locale());
    }
}
