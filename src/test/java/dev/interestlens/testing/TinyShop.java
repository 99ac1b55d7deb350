package dev.interestlens.testing;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.Sources;
import dev.interestlens.data.synth.ShopGenerator;
import dev.interestlens.data.synth.ShopKind;
import dev.interestlens.data.synth.ShopSettings;
import java.nio.file.Path;
import java.util.List;

/** A shop of a few dozen users, prepared in a folder of a test. */
public final class TinyShop {
    private TinyShop() {}

    /** The folder of the prepared data set. */
    public static Path prepare(Path folder) {
        Path source = folder.resolve("shop");
        new ShopGenerator(ShopSettings.of(ShopKind.MIXED, 60, 3)).generate().write(source);
        Path dataset = folder.resolve("dataset");
        try (PreparedDataset data =
                Sources.prepare(List.of(source), PrepareOptions.defaults(), dataset, Progress.none())) {
            return data.folder();
        }
    }
}
