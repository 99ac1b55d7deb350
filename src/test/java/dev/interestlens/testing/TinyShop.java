package dev.interestlens.testing;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.data.synth.ShopGenerator;
import dev.interestlens.data.synth.ShopKind;
import dev.interestlens.data.synth.ShopSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A shop of a few dozen users, prepared in a folder of a test. */
public final class TinyShop {
    private TinyShop() {}

    /** The folder of the prepared data set. */
    public static Path prepare(Path folder) {
        return prepare(folder, ShopKind.MIXED);
    }

    /** The same of a shop of some kind. */
    public static Path prepare(Path folder, ShopKind kind) {
        return prepare(folder, ShopSettings.of(kind, 60, 3));
    }

    /** The same with so many users. */
    public static Path prepare(Path folder, int users) {
        return prepare(folder, ShopSettings.of(ShopKind.MIXED, users, 3));
    }

    private static Path prepare(Path folder, ShopSettings settings) {
        Path source = folder.resolve("shop");
        new ShopGenerator(settings).generate().write(source);
        Path dataset = folder.resolve("dataset");
        try (PreparedDataset data =
                Sources.prepare(List.of(source), PrepareOptions.defaults(), dataset, Progress.none())) {
            return data.folder();
        }
    }

    /** A table of a few dozen users, as somebody might bring it. */
    public static Path table(Path file) throws IOException {
        StringBuilder rows = new StringBuilder("user_id,item_id,timestamp,category\n");
        for (int user = 0; user < 60; user++) {
            for (int i = 0; i < 12; i++) {
                int item = (user % 6 * 13 + i * i) % 30; // so few that held-out items occur in training, too
                rows.append(String.format(
                        Locale.ROOT, "u%d,i%d,%d,c%d%n", user, item, 1_700_000_000 + 3_600 * i + 7 * user, item % 8));
            }
        }
        return Files.writeString(file, rows);
    }
}
