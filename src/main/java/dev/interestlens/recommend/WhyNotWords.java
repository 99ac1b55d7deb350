package dev.interestlens.recommend;

import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.TextBundle;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.recommend.Recommender.Closed;
import dev.interestlens.store.EnumNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts about why an item is or is not in a list, by removing behaviours from the model's input. */
public final class WhyNotWords {
    private static final TextBundle WORDS = new TextBundle(WhyNotWords.class);

    private WhyNotWords() {}

    /** An item that the filter leaves out. */
    public static Text closed(Text title, Closed why) {
        return WORDS.of("whyNot.closed." + EnumNames.lower(why), Map.of("title", Wording.list(List.of(title))));
    }

    /** An item that could be in the list. */
    public static Text of(Text title, TopList list, WhyNot.Answer answer) {
        boolean inside = answer.rank() <= list.size();
        Map<String, Text> values = new HashMap<>();
        values.put("title", Wording.list(List.of(title)));
        values.put("rank", Wording.number(answer.rank()));
        values.put("candidates", Wording.number(list.candidates()));
        values.put("count", Wording.number(list.size()));
        values.put(
                "most", Wording.number(Math.min(WhyNot.MAX_STEPS, list.person().behaviours())));
        if (list.person().behaviours() == 0) {
            return WORDS.of("whyNot.noHistory", values);
        }
        if (!answer.found()) {
            return WORDS.of(inside ? "whyNot.stays" : "whyNot.never", values);
        }
        values.put("after", Wording.number(answer.after()));
        values.put(
                "items",
                Wording.list(answer.removed().stream()
                        .map(j -> list.person().history().get(j).item().title())
                        .toList()));
        values.put("smallest", answer.smallest() ? WORDS.of("whyNot.smallest") : Text.same(""));
        return WORDS.of(inside ? "whyNot.leaves" : "whyNot.enters", values);
    }
}
