package dev.interestlens.explain.fidelity;

import dev.interestlens.explain.look.LookKind;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.store.ArrayFill;
import java.util.List;
import java.util.Random;

/** Orders of a history that no model made, in the form of Look. */
final class Orders {
    private Orders() {}

    /** The newest first. */
    static LookResult newest(int behaviours) {
        return of(ArrayFill.doubles(behaviours, j -> j + 1));
    }

    static LookResult shuffled(int behaviours, Random random) {
        return of(random.doubles(behaviours).toArray());
    }

    private static LookResult of(double[] order) {
        return new LookResult(0, LookKind.ATTENTION, order, List.of());
    }
}
