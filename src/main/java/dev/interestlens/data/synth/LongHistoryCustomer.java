package dev.interestlens.data.synth;

import dev.interestlens.store.ArrayFill;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One customer of a {@link FarShop}: a long history, then candidates, each with a cause planted at its distance. A chosen candidate joins the history
 * of later ones, and is never the cause of one of them. Items are numbered category by category.
 *
 * @param history item numbers, oldest first
 */
record LongHistoryCustomer(int[] history, List<Target> targets) {
    private static final int BACKGROUND = 12;
    private static final int TARGETS = 14;
    private static final int PLANTED = 3;
    private static final int COMMON_SLOTS = 6;
    private static final int CROWDS = 3;
    private static final double CROWD = 0.1;

    /**
     * One candidate.
     *
     * @param position behaviours before it
     * @param caused whether its cause is in the history
     * @param chosen the label: as caused, apart from noise
     * @param distance how far back the cause was meant to lie
     * @param support positions of the planted behaviours, ascending; given also where the candidate has another cause
     */
    record Target(int item, int position, boolean caused, boolean chosen, int distance, int[] support) {}

    /** What is planted, and the candidate with and without its cause. */
    private record Plan(int plantedCategory, int plantedSlot, int[] present, int[] absent) {}

    private static final int ANY = -1;

    static LongHistoryCustomer of(FarSettings settings, FarWorld world, int number) {
        Draws draws = Draws.of(settings.seed(), number);
        int[] categories = ArrayFill.ints(FarSettings.CATEGORIES, c -> c);
        draws.shuffle(categories);
        int[] rest = Arrays.copyOfRange(categories, BACKGROUND, categories.length);
        boolean crowded = settings.cause() == FarCause.CROWDED;
        int[] history = new int[settings.length()];
        for (int at = 0; at < history.length; at++) {
            double kind = crowded ? draws.uniform() : 1;
            boolean crowd = kind < CROWD * CROWDS;
            int category = crowd ? rest[(int) (kind / CROWD)] : categories[draws.below(BACKGROUND)];
            history[at] = world.item(category, draws.below(crowd ? COMMON_SLOTS : FarSettings.SLOTS));
        }
        List<Plan> plans =
                switch (settings.cause()) {
                    case SAME -> same(rest);
                    case COMPLEMENT -> complement(rest, world);
                    case CROWDED -> crowded(rest, draws);
                };
        boolean[] taken = new boolean[history.length];
        List<Target> targets = new ArrayList<>();
        int position = history.length;
        for (Plan plan : plans) {
            boolean caused = draws.chance(0.5);
            boolean chosen = caused != draws.chance(settings.noise());
            int[] candidate = caused ? plan.present() : plan.absent();
            int distance =
                    settings.distances().get(draws.below(settings.distances().size()));
            int[] support = new int[PLANTED];
            for (int i = 0; i < support.length; i++) {
                int back = (int) (distance * (0.8 + 0.4 * draws.uniform()));
                support[i] = free(taken, position - Math.max(1, back));
                history[support[i]] = world.item(plan.plantedCategory(), slot(plan.plantedSlot(), draws));
            }
            Arrays.sort(support);
            int item = world.item(candidate[0], slot(candidate[1], draws));
            targets.add(new Target(item, position, caused, chosen, distance, support));
            position += chosen ? 1 : 0;
        }
        return new LongHistoryCustomer(history, targets);
    }

    private static int slot(int slot, Draws draws) {
        return slot == ANY ? draws.below(FarSettings.SLOTS) : slot;
    }

    /** The nearest free position at or before that one, else behind it. */
    private static int free(boolean[] taken, int wanted) {
        int at = Math.max(0, Math.min(taken.length - 1, wanted));
        while (at > 0 && taken[at]) {
            at--;
        }
        while (taken[at]) {
            at++;
        }
        taken[at] = true;
        return at;
    }

    private static List<Plan> same(int[] rest) {
        return IntStream.range(0, TARGETS)
                .mapToObj(
                        i -> new Plan(rest[2 * i], ANY, new int[] {rest[2 * i], ANY}, new int[] {rest[2 * i + 1], ANY}))
                .toList();
    }

    /** Chosen so that no candidate is the cause of another one. */
    private static List<Plan> complement(int[] rest, FarWorld world) {
        List<Integer> causes = new ArrayList<>();
        for (int category : rest) {
            boolean apart = !causes.contains(world.askedBy(category)) && !causes.contains(world.causeOf(category));
            if (apart && causes.size() < 2 * TARGETS) {
                causes.add(category);
            }
        }
        List<Plan> plans = new ArrayList<>();
        for (int i = 0; i + 1 < causes.size(); i += 2) {
            int[] present = {world.askedBy(causes.get(i)), ANY};
            plans.add(new Plan(causes.get(i), ANY, present, new int[] {world.askedBy(causes.get(i + 1)), ANY}));
        }
        return plans;
    }

    /** In each crowded category two rare items are planted, and two others are not. */
    private static List<Plan> crowded(int[] rest, Draws draws) {
        List<Plan> plans = new ArrayList<>();
        for (int crowd = 0; crowd < CROWDS; crowd++) {
            int[] slots = ArrayFill.ints(FarSettings.SLOTS - COMMON_SLOTS, i -> COMMON_SLOTS + i);
            draws.shuffle(slots);
            for (int i = 0; i + 1 < slots.length; i += 2) {
                int[] present = {rest[crowd], slots[i]};
                plans.add(new Plan(rest[crowd], slots[i], present, new int[] {rest[crowd], slots[i + 1]}));
            }
        }
        return plans;
    }
}
