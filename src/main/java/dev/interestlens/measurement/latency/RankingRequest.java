package dev.interestlens.measurement.latency;

import dev.interestlens.data.RawBatch;
import dev.interestlens.export.serving.StagedServing;
import dev.interestlens.store.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ranks drawn candidates for one user after another, in stages that pass on their results. */
public final class RankingRequest {
    private static final int BEST = 10;

    private final ServedUsers users;
    private final StagedServing serving;
    private final int count;
    private final int length;
    private int next;
    private RawBatch single;
    private RawBatch candidates;
    private Map<String, Tensor> looked;
    private Map<String, Tensor> ofUser;
    private float[] logits;
    private int[] best;

    /**
     * @param count candidates of a request
     * @param length of the history, which is repeated where it is shorter
     */
    RankingRequest(ServedUsers users, StagedServing serving, int count, int length) {
        this.users = users;
        this.serving = serving;
        this.count = count;
        this.length = length;
    }

    /** By name, in their order; each run of all of them is the next user's request. */
    Map<String, Runnable> stages() {
        Map<String, Runnable> stages = new LinkedHashMap<>();
        stages.put("fetch", this::fetch);
        stages.put("embed", () -> looked = serving.lookup(single, candidates));
        stages.put("user", () -> ofUser = serving.user(single, looked));
        stages.put("candidate", () -> logits = serving.candidates(single, candidates, looked, ofUser));
        stages.put("rank", () -> best = best(logits, BEST));
        return stages;
    }

    private void fetch() {
        single = users.user(next++).withLengths(new int[] {length});
        candidates = users.candidates(count);
    }

    /** The places of the highest logits, the highest first. */
    public static int[] best(float[] logits, int most) {
        int[] best = new int[Math.min(most, logits.length)];
        int found = 0;
        for (int i = 0; i < logits.length; i++) {
            if (found == best.length && (found == 0 || logits[i] <= logits[best[found - 1]])) {
                continue;
            }
            int at = found < best.length ? found++ : found - 1;
            for (; at > 0 && logits[best[at - 1]] < logits[i]; at--) {
                best[at] = best[at - 1];
            }
            best[at] = i;
        }
        return Arrays.copyOf(best, found);
    }
}
