package dev.interestlens.measurement.gate;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Logs;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.Split;
import dev.interestlens.metric.KeptRanking;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * 240 users, of whom each property is that of their number: the history has 2 to 5 events, sixty users each; the last event is a minute or an hour
 * after the one before, in turn; its item is one of forty, of which twenty, fifteen and five have a category in common; every fourth user had that item
 * before, and every third one chose the first item twice.
 */
final class CountedUsers implements AutoCloseable {
    static final int USERS = 240;

    private static final int ITEMS = 40;

    private final PreparedDataset data;
    private final SampleSet samples;

    CountedUsers(Path folder) {
        List<String> rows = new ArrayList<>();
        for (int u = 0; u < USERS; u++) {
            int last = history(u);
            for (int k = 0; k <= last; k++) {
                int before = k == 1 && u % 3 == 0 ? 0 : k;
                boolean own = k == last || before == 0 && u % 4 == 0;
                int item = (u + (own ? 0 : 13 * (before + 1))) % ITEMS;
                long time = 1_000_000_000 + 100_000L * k + (k == last ? (u % 2 == 0 ? 60 : 3600) - 100_000 : 0);
                rows.add("u" + u + ",t" + item + "," + time + "," + category(item));
            }
        }
        data = Logs.of(folder, rows.toArray(String[]::new));
        samples = SampleSet.build(data, ProtocolConfig.preset(Split.LAST_OUT), 7);
    }

    @Override
    public void close() {
        data.close();
    }

    private static String category(int item) {
        return item < 20 ? "low" : item < 35 ? "high" : "rare";
    }

    private static int history(int user) {
        return 2 + user / 60;
    }

    /** The number of a user of the data set. */
    int number(int user) {
        return Integer.parseInt(data.userKey(user).substring(1));
    }

    SampleSet samples() {
        return samples;
    }

    List<UserGroup> groups() {
        return UserGroups.of(samples, ranking(user -> 0));
    }

    /** @param better how many items of 45 rank before the last one of the user of this number */
    KeptRanking ranking(IntUnaryOperator better) {
        int[] users = IntStream.range(0, USERS).toArray();
        int[] numbers = Arrays.stream(users).map(this::number).toArray();
        int[] positions = Arrays.stream(numbers).map(CountedUsers::history).toArray();
        return new KeptRanking(
                users,
                positions,
                Arrays.stream(users)
                        .map(user -> data.eventItem(data.firstEvent(user) + positions[user]))
                        .toArray(),
                Arrays.stream(numbers).map(better).toArray(),
                IntStream.generate(() -> 1).limit(USERS).toArray(),
                IntStream.generate(() -> 45).limit(USERS).toArray(),
                Arrays.stream(numbers)
                        .mapToObj(user -> new int[] {better.applyAsInt(user)})
                        .toArray(int[][]::new));
    }

    /** Whether the last event of a user is an hour after the one before. */
    static boolean late(int user) {
        return user % 2 == 1;
    }
}
