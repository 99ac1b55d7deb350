package dev.interestlens.data.protocol;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small prepared data sets for tests. */
public final class Logs {

    private Logs() {}

    /** Prepares rows of user, item, time, category. */
    public static PreparedDataset of(Path folder, String... rows) {
        try {
            Path file = Files.writeString(
                    folder.resolve("log.csv"), "user,item,time,category\n" + String.join("\n", rows) + "\n");
            return Sources.prepare(
                    List.of(file), PrepareOptions.defaults(), folder.resolve("prepared"), Progress.none());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prepares rows of user, item, time, label, place. */
    public static PreparedDataset labelled(Path folder, String... rows) {
        return labelled(folder, List.of("place"), rows);
    }

    /** Prepares rows of user, item, time, label and fields of the moment. */
    public static PreparedDataset labelled(Path folder, List<String> fields, String... rows) {
        try {
            Path file = Files.writeString(
                    folder.resolve("log.csv"),
                    "user,item,time,label," + String.join(",", fields) + "\n" + String.join("\n", rows) + "\n");
            Map<String, String> mapping =
                    new HashMap<>(Map.of("user", "user", "item", "item", "time", "time", "label", "label"));
            fields.forEach(field -> mapping.put("context." + field, field));
            PrepareOptions options = PrepareOptions.defaults().withMapping(mapping);
            return Sources.prepare(List.of(file), options, folder.resolve("prepared"), Progress.none());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code users} users with 3 to 14 events over 40 items in five categories, at times that tie now and then. */
    public static PreparedDataset random(Path folder, int users, long seed) {
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        for (int u = 0; u < users; u++) {
            int length = 3 + random.nextInt(12);
            int time = 1_000_000;
            for (int k = 0; k < length; k++) {
                int item = random.nextInt(40);
                time += random.nextInt(3) * 50;
                rows.add("u" + u + ",i" + item + "," + time + ",c" + item % 5);
            }
        }
        return of(folder, rows.toArray(String[]::new));
    }
}
