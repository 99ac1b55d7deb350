package dev.interestlens.recommend;

import dev.interestlens.explain.effect.RandomItems;
import dev.interestlens.explain.effect.Standing;

/**
 * Whether the item or the history does more to set the items of a list apart from random ones, as the sentence about a prediction says: the logits of
 * the whole catalogue with the history and without any are computed once.
 */
final class ListLeads {
    private final Recommender recommender;
    private final Person person;
    private final RandomItems random;
    private final float[] with;
    private final float[] without;

    ListLeads(Recommender recommender, TopList list) {
        this.recommender = recommender;
        person = list.person();
        random = new RandomItems(recommender.samples());
        with = list.logits();
        without = person.behaviours() == 0
                ? with
                : recommender.scorer().logits(person.batch().mostRecent(0));
    }

    /** What does more for the item at a place. */
    Standing.Lead of(int place) {
        int[] items = random.draw(person.user(), recommender.catalogue().item(place), person.history());
        float[] own = new float[items.length];
        float[] alone = new float[items.length];
        for (int i = 0; i < items.length; i++) {
            int at = recommender.catalogue().place(items[i]);
            own[i] = with[at];
            alone[i] = without[at];
        }
        return Standing.ofFirst(own, alone).lead();
    }
}
