package dev.interestlens.ui.explain;

import dev.interestlens.explain.effect.EffectWords;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Item;
import dev.interestlens.explain.sentence.Sentence;
import dev.interestlens.figure.Numerals;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Pill;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.explain.engine.ExplainedSample;
import dev.interestlens.ui.explain.engine.WhatIfResult;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** The head of the explanation: the sentence, the candidate, the score, and the agreement of Look and Effect. */
record AnswerHead(
        ExplainViewModel model,
        Messages messages,
        Label sentence,
        Label more,
        Label candidate,
        Label score,
        Label scoreNote,
        Pill label,
        Pill badge) {
    private static final double HELP = 420;
    private static final PseudoClass BEFORE = PseudoClass.getPseudoClass("before");

    AnswerHead {
        Presence.withWords(more);
        badge.setTooltip(new Tooltip());
        badge.getTooltip().setWrapText(true);
        badge.getTooltip().setMaxWidth(HELP);
    }

    void show(ExplainedSample now) {
        boolean some = now != null;
        for (Node each : List.of(label, badge, score)) {
            each.setVisible(some);
        }
        if (!some) {
            sentence.setText(messages.text("explain.choose"));
            more.setText("");
            candidate.setText("");
            scoreNote.setText("");
            return;
        }
        Locale language = messages.locale();
        Impression impression = now.impression();
        Sentence said = now.sentence();
        sentence.setText(
                said == null ? messages.text("explain.measuring") : said.first().in(language));
        more.setText(said == null ? "" : said.more().in(language));
        boolean chosen = now.isRow() && impression.label() == 1;
        String known = chosen ? "explain.chosen" : "explain.notChosen";
        label.setText(messages.text(now.isRow() ? known : "explain.recommended"));
        label.setTone(chosen ? Pill.Tone.GOOD : Pill.Tone.NEUTRAL);
        showScore();
        showBadge(now);
    }

    /** Shows the score after a change by hand; the other texts are of the state before it, and are greyed. */
    void showScore() {
        ExplainedSample now = model.sample().explainedProperty().get();
        WhatIfResult tried = model.whatIf().triedProperty().get();
        if (now == null) {
            return;
        }
        List.of(sentence, more, label, badge).forEach(each -> each.pseudoClassStateChanged(BEFORE, tried != null));
        candidate.setText(tried == null ? asked(now) : messages.text("explain.beforeChange", asked(now)));
        Effects effects = tried == null ? null : tried.effects();
        score.setText(scoreText());
        scoreNote.setText( // of the score as it is the sentence says it
                effects == null
                        ? messages.text("explain.score")
                        : messages.text("explain.score.empty", Numerals.fixed(effects.emptyScore(), 3)));
    }

    /** The score, and after a change the new score. */
    String scoreText() {
        String before =
                Numerals.fixed(model.sample().explainedProperty().get().looked().score(), 3);
        WhatIfResult tried = model.whatIf().triedProperty().get();
        return tried == null ? before : messages.text("explain.score.tried", before, Numerals.fixed(tried.score(), 3));
    }

    private String asked(ExplainedSample now) {
        Locale language = messages.locale();
        Item item = now.impression().candidate();
        String category = item.category().in(language);
        return messages.text(
                "explain.candidate",
                item.title().in(language),
                category.isEmpty() ? item.id() : category,
                now.impression().userKey());
    }

    private void showBadge(ExplainedSample now) {
        badge.setVisible(now.isWhole());
        if (now.isWhole()) {
            Locale language = messages.locale();
            badge.setText(EffectWords.badge(now.agreement()).in(language));
            badge.getTooltip() // the numbers behind it
                    .setText(EffectWords.badgeHelp(now.agreement()).in(language) + "\n"
                            + EffectWords.line(now.agreement()).in(language) + "\n"
                            + EffectWords.attention(now.effects()).in(language));
            badge.setTone(
                    switch (now.agreement().badge()) {
                        case AGREES -> now.agreement().isEvidence() ? Pill.Tone.GOOD : Pill.Tone.NEUTRAL;
                        case PARTLY -> Pill.Tone.WARNING;
                        case NO_MATCH -> Pill.Tone.BAD;
                        case CANNOT_JUDGE -> Pill.Tone.NEUTRAL;
                    });
        }
    }
}
