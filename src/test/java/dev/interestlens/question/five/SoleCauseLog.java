package dev.interestlens.question.five;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.testing.FunctionScorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Logs in which one thing alone decides what is chosen, and the exact probability of it. Nobody chooses an item twice. */
enum SoleCauseLog {
    /** How popular an item is. */
    ITEM,
    /** The last behaviour: each item has four that follow it. */
    LAST,
    /** The device of the event, which changes from event to event: a field of the user would be told by the items of the history, too. */
    FIELD;

    private static final int ITEMS = 240;
    private static final int EVENTS = 14;
    private static final int FOLLOWERS = 4;
    private static final double RULE = 0.9;
    private static final long START = 1_700_000_000L;
    private static final long DAY = 86_400;

    /** The part that has everything, as {@link AnatomyProof} names it. */
    String part() {
        return switch (this) {
            case ITEM -> "item";
            case LAST -> "match";
            case FIELD -> "profile";
        };
    }

    /** Writes the log and prepares it. */
    Path prepare(Path folder, int users, long seed) throws IOException {
        Files.createDirectories(folder);
        Random random = new Random(seed);
        StringBuilder rows = new StringBuilder("user_id,item_id,timestamp,job,device,class\n");
        for (int user = 0; user < users; user++) {
            BitSet seen = new BitSet();
            int last = random.nextInt(ITEMS);
            for (int event = 0; event < EVENTS; event++) {
                int device = random.nextInt(2);
                int item = next(device, last, random);
                for (int n = 0; seen.get(item); n++) {
                    item = n < 20 ? next(device, last, random) : random.nextInt(ITEMS);
                }
                seen.set(item);
                last = item;
                long time = START + event * DAY + random.nextInt(3_600);
                rows.append(String.format(
                        Locale.ROOT, "u%d,i%d,%d,j%d,d%d,c%d%n", user, item, time, user % 2, device, item % 2));
            }
        }
        Path table = Files.writeString(folder.resolve("log.csv"), rows);
        Map<String, String> roles = new HashMap<>(Map.of("user", "user_id", "item", "item_id", "time", "timestamp"));
        if (this == FIELD) {
            roles.putAll(Map.of("user.job", "job", "context.device", "device", "category", "class"));
        }
        Path data = folder.resolve("data");
        Sources.prepare(List.of(table), PrepareOptions.defaults().withMapping(roles), data, Progress.none())
                .close();
        return data;
    }

    private int next(int device, int last, Random random) {
        return switch (this) {
            case ITEM -> (int) (ITEMS * Math.pow(random.nextDouble(), 3));
            case LAST -> random.nextDouble() < RULE ? follower(last, random.nextInt(FOLLOWERS)) : random.nextInt(ITEMS);
            case FIELD -> random.nextDouble() < RULE ? random.nextInt(ITEMS / 2) * 2 + device : random.nextInt(ITEMS);
        };
    }

    /** Each item follows as many others as any. */
    private static int follower(int item, int which) {
        return (item * 7 + 31 * which + 11) % ITEMS;
    }

    /** The logarithm of the candidate's probability. */
    FunctionScorer law(PreparedDataset data, ModelInput input) {
        return FunctionScorer.of(input, batch -> {
            float[] logits = new float[batch.size()];
            for (int row = 0; row < logits.length; row++) {
                logits[row] = (float) Math.log(probability(data, batch, row));
            }
            return logits;
        });
    }

    private double probability(PreparedDataset data, RawBatch batch, int row) {
        int item = number(data.itemKey(batch.origin.candidates()[row]));
        double chance = (1 - RULE) / ITEMS;
        return switch (this) {
            case ITEM -> Math.cbrt((item + 1.0) / ITEMS) - Math.cbrt((double) item / ITEMS);
            case LAST -> {
                int end = batch.offsets[row + 1];
                boolean follows = false;
                for (int which = 0; which < FOLLOWERS && end > batch.offsets[row]; which++) {
                    follows |= item == follower(number(data.itemKey(batch.origin.history()[end - 1])), which);
                }
                yield chance + (follows ? RULE / FOLLOWERS : 0);
            }
            case FIELD -> {
                int device = number(data.contextValue(0, batch.context[0][row]));
                yield chance + (item % 2 == device ? RULE * 2 / ITEMS : 0);
            }
        };
    }

    private static int number(String key) {
        return Integer.parseInt(key.substring(1));
    }
}
