package dev.interestlens.explain.effect;

import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import java.util.HashMap;
import java.util.Map;

/** Texts about the measurements of a prediction: whether attention matters, and how far it agrees with the Effects. */
public final class EffectWords {
    /** In logits; a smaller change moves a score by at most a quarter of a percent. */
    private static final double DECORATION = 0.01;

    private EffectWords() {}

    /** The badge in a word or two. */
    public static Text badge(Agreement.Badge badge) {
        return badge(Wording.key(badge), false);
    }

    private static Text badge(String key, boolean ofAttention) {
        return Wording.of(
                "badge." + key, Map.of("effect", Wording.of(ofAttention ? "badge.of.attention" : "badge.of")));
    }

    /** The badge of a prediction: where it agrees, whether other orders do as well on this log. */
    public static Text badge(Agreement agreement) {
        Earned earned = agreement.earned();
        boolean level = agreement.badge() == Agreement.Badge.AGREES && earned.isKnown() && !earned.ahead();
        String key =
                level ? earned.isNewestBest() ? "agrees.newest" : "agrees.untrained" : Wording.key(agreement.badge());
        return badge(key, agreement.ofAttention());
    }

    /** The meaning of the badge, and what it is worth on this log. */
    public static Text badgeHelp(Agreement agreement) {
        Text meaning = badgeHelp(agreement.badge());
        Text part = agreement.ofAttention() ? meaning.then(Wording.of("badge.of.help")) : meaning;
        return part.then(earned(agreement.earned()));
    }

    /** What newest first and the untrained model earn on this log. */
    private static Text earned(Earned earned) {
        if (!earned.isKnown()) {
            return Wording.of("earned.unknown");
        }
        Map<String, Text> values = Map.of(
                "samples", Wording.number(earned.samples()),
                "look", Wording.share(earned.look()),
                "newest", Wording.share(earned.newest()),
                "untrained", Wording.share(earned.untrained()));
        Text counted = Wording.of(Double.isNaN(earned.untrained()) ? "earned.newest" : "earned.both", values);
        return counted.then(Wording.of(earned.ahead() ? "earned.ahead" : "earned.level"));
    }

    /** The meaning of the badge. */
    public static Text badgeHelp(Agreement.Badge badge) {
        return Wording.of("badge." + Wording.key(badge) + ".help");
    }

    /** Whether attention matters, by the effect of even weights in its place; empty where that was not measured. */
    public static Text attention(Effects effects) {
        double matters = effects.attentionMatters();
        if (Double.isNaN(matters)) {
            return Text.same("");
        }
        return matters < DECORATION
                ? Wording.of("attention.decoration", Map.of("own", Wording.score(effects.score())))
                : Wording.of("attention.matters", new ScoreChange(effects.logit(), effects.evenLogit()).words());
    }

    /** The figures of an agreement in one line, each with its value by chance; — where one is undefined. */
    public static Text line(Agreement agreement) {
        Map<String, Text> values = new HashMap<>();
        values.put("badge", badge(agreement));
        values.put("found", Wording.number(agreement.found().share(), 2));
        values.put("tau", Wording.number(agreement.tau(), 2));
        values.put("deviation", Wording.number(agreement.nullDeviation(), 2));
        values.put("untrained", Wording.number(agreement.untrainedTau(), 2));
        values.put("overlap", Wording.number(agreement.topOverlap(), 2));
        values.put("random", Wording.number(agreement.randomOverlap(), 2));
        values.put("against", Wording.number(agreement.top() * agreement.topAgainst(), 0));
        values.put("three", Wording.number(agreement.top()));
        values.put("skill", Wording.number(agreement.orderSkill(), 2));
        return Wording.of("agreement.line", values);
    }
}
