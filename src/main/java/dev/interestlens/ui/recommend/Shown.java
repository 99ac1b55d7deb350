package dev.interestlens.ui.recommend;

import dev.interestlens.explain.look.Item;
import dev.interestlens.recommend.LeaveOneOut;
import dev.interestlens.recommend.ListCharacter;
import dev.interestlens.recommend.ListSentence;
import dev.interestlens.recommend.SampleLists;
import dev.interestlens.recommend.TopList;
import dev.interestlens.store.Components;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A list as far as measured.
 *
 * @param items by their catalogue index: those of the list and those that a removal may bring in
 * @param popular which of them belong to the most popular tenth
 * @param truth catalogue index of the true next item, −1 where it is not known
 * @param removals null until measured, and so on to the right
 * @param look of each item of the list at each behaviour, row after row
 */
record Shown(
        TopList list,
        Map<Integer, Item> items,
        Map<Integer, Boolean> popular,
        int truth,
        LeaveOneOut removals,
        ListSentence sentence,
        double[] look,
        ListCharacter character,
        SampleLists.Sharing sharing) {

    /** The title of the item at a place of the catalogue. */
    String title(int place, Locale language) {
        return items.get(place).title().in(language);
    }

    /** The behaviour that raises an item of the list most; −1 where none does, and until it is measured. */
    int strongest(int place) {
        int at = removals == null ? -1 : removals.indexOf(place);
        if (at < 0 || removals.behaviours() == 0) {
            return -1;
        }
        double[] own = removals.effects(at);
        int best = IntStream.range(0, own.length)
                .reduce((a, b) -> own[b] > own[a] ? b : a)
                .orElseThrow();
        return own[best] > 0 ? best : -1;
    }

    Shown with(LeaveOneOut measured, Map<Integer, Item> named, Map<Integer, Boolean> head) {
        return Components.of(this).with("removals", measured, "items", named, "popular", head);
    }

    Shown with(ListSentence said) {
        return Components.of(this).with("sentence", said);
    }

    Shown with(double[] looked) {
        return Components.of(this).with("look", looked);
    }

    Shown with(ListCharacter described) {
        return Components.of(this).with("character", described);
    }

    Shown with(SampleLists.Sharing counted) {
        return Components.of(this).with("sharing", counted);
    }
}
