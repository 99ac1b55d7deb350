package dev.interestlens.data.synth;

import dev.interestlens.store.ArrayFill;
import java.util.Arrays;
import java.util.List;

/**
 * A customer of a {@link PlayShop}: a history, then two candidates, of which the law wants one.
 *
 * @param items the history, oldest first
 * @param causes positions of the behaviours that the law reads for the wanted candidate, of each interest that it needs; none where there is no law
 * @param wanted the candidate that the law wants
 * @param other the other one
 * @param obeyed whether the wanted one was chosen
 */
record PlayCustomer(int[] items, List<int[]> causes, int wanted, int other, boolean obeyed) {
    private static final int LENGTH = PlaySettings.LENGTH;
    private static final int OLDEST = 3;
    private static final double ELSEWHERE = .25;

    /** What a law makes of a customer: kinds and brands by position, and the two candidates. */
    private static final class Draft {
        private final Draws draws;
        private final int[] kinds = ArrayFill.ints(PlayWorld.KINDS, kind -> kind);
        private final int[] brands = ArrayFill.ints(PlayWorld.BRANDS, brand -> brand);
        private final int[] places = ArrayFill.ints(LENGTH, place -> place);
        private final int[] items = new int[LENGTH];
        private List<int[]> causes = List.of();
        private int wanted;
        private int other;

        Draft(Draws draws) {
            this.draws = draws;
            draws.shuffle(kinds);
            draws.shuffle(brands);
            draws.shuffle(places);
        }

        /** Fills the history with kinds and brands behind the first so many of the shuffled ones. */
        void fill(int kindsKept, int brandsKept) {
            for (int place = 0; place < LENGTH; place++) {
                items[place] = PlayWorld.item(anyKind(kindsKept), anyBrand(brandsKept));
            }
        }

        int anyKind(int from) {
            return kinds[from + draws.below(kinds.length - from)];
        }

        int anyBrand(int from) {
            return brands[from + draws.below(brands.length - from)];
        }

        /** The first so many of the shuffled places, in order. */
        int[] some(int count) {
            int[] some = Arrays.copyOf(places, count);
            Arrays.sort(some);
            return some;
        }
    }

    static PlayCustomer of(PlaySettings settings, PlayWorld world, int number) {
        Draws draws = Draws.of(settings.seed(), number);
        Draft draft = new Draft(draws);
        switch (settings.law()) {
            case LAST -> last(draft);
            case LONG_AGO -> longAgo(draft);
            case ORDER -> order(draft, world);
            case PAIR -> pair(draft);
            case DRIFT -> drift(draft);
            case NOTHING -> nothing(draft);
        }
        boolean obeyed = !draws.chance(settings.law() == PlayLaw.NOTHING ? .5 : settings.noise());
        return new PlayCustomer(draft.items, draft.causes, draft.wanted, draft.other, obeyed);
    }

    private static void last(Draft draft) {
        draft.fill(1, 0);
        int[] of = draft.some(2);
        for (int i = 0; i < of.length; i++) {
            draft.items[of[i]] = PlayWorld.item(draft.kinds[0], draft.brands[i]);
        }
        draft.wanted = draft.items[of[1]];
        draft.other = draft.items[of[0]];
        draft.causes = List.of(new int[] {of[1]});
    }

    private static void longAgo(Draft draft) {
        draft.fill(1, 2);
        int old = draft.draws.below(OLDEST);
        draft.items[old] = PlayWorld.item(draft.anyKind(1), draft.brands[0]);
        draft.wanted = PlayWorld.item(draft.kinds[0], draft.brands[0]);
        draft.other = PlayWorld.item(draft.kinds[0], draft.brands[1]);
        draft.causes = List.of(new int[] {old});
    }

    private static void order(Draft draft, PlayWorld world) {
        int one = draft.kinds[0];
        int two = Arrays.stream(draft.kinds)
                .filter(kind -> kind != one && kind != world.partner(one))
                .findFirst()
                .orElseThrow();
        int[] named = {one, world.partner(one), two, world.partner(two)};
        int[] free = Arrays.stream(draft.kinds)
                .filter(kind -> Arrays.stream(named).noneMatch(each -> each == kind))
                .toArray();
        for (int place = 0; place < LENGTH; place++) {
            draft.items[place] = PlayWorld.item(free[draft.draws.below(free.length)], draft.anyBrand(0));
        }
        int[] right = {Math.min(draft.places[0], draft.places[1]), Math.max(draft.places[0], draft.places[1])};
        int[] wrong = {Math.max(draft.places[2], draft.places[3]), Math.min(draft.places[2], draft.places[3])};
        for (int i = 0; i < 2; i++) {
            draft.items[right[i]] = PlayWorld.item(named[i], draft.anyBrand(0));
            draft.items[wrong[i]] = PlayWorld.item(named[2 + i], draft.anyBrand(0));
        }
        draft.wanted = PlayWorld.item(one, draft.anyBrand(0));
        draft.other = PlayWorld.item(two, draft.anyBrand(0));
        draft.causes = List.of(new int[] {right[0]}, new int[] {right[1]});
    }

    private static void pair(Draft draft) {
        draft.fill(2, 2);
        int ofKind = draft.places[0];
        int ofBrand = draft.places[1];
        draft.items[ofKind] = PlayWorld.item(draft.kinds[0], draft.anyBrand(2));
        draft.items[ofBrand] = PlayWorld.item(draft.anyKind(2), draft.brands[0]);
        draft.wanted = PlayWorld.item(draft.kinds[0], draft.brands[0]);
        draft.other = draft.draws.chance(.5)
                ? PlayWorld.item(draft.kinds[0], draft.brands[1])
                : PlayWorld.item(draft.kinds[1], draft.brands[0]);
        draft.causes = List.of(new int[] {ofKind}, new int[] {ofBrand});
    }

    private static void drift(Draft draft) {
        int from = draft.kinds[0];
        int to = draft.kinds[1];
        int[] now = new int[LENGTH];
        int count = 0;
        for (int place = 0; place < LENGTH; place++) {
            boolean end = place == 0 || place == LENGTH - 1;
            boolean gone = end ? place > 0 : draft.draws.chance((double) place / (LENGTH - 1));
            boolean elsewhere = !end && draft.draws.chance(ELSEWHERE);
            int kind = elsewhere ? draft.anyKind(2) : gone ? to : from;
            draft.items[place] = PlayWorld.item(kind, draft.anyBrand(0));
            now[count] = place;
            count += kind == to ? 1 : 0;
        }
        draft.wanted = PlayWorld.item(to, draft.anyBrand(0));
        draft.other = PlayWorld.item(from, draft.anyBrand(0));
        draft.causes = List.of(Arrays.copyOf(now, count));
    }

    private static void nothing(Draft draft) {
        draft.fill(0, 0);
        draft.wanted = PlayWorld.item(draft.kinds[0], draft.anyBrand(0));
        draft.other = PlayWorld.item(draft.kinds[1], draft.anyBrand(0));
    }

    int chosen() {
        return obeyed ? wanted : other;
    }

    int shown() {
        return obeyed ? other : wanted;
    }
}
