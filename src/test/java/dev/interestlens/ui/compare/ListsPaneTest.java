package dev.interestlens.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListsPaneTest {
    @Test
    void aUserIsFoundByKeyByTitleAndByNumberOfEvents(@TempDir Path folder) {
        Path dataset = TinyShop.prepare(folder);
        RunFolder run = new RunFolder(folder.resolve("run"));
        String key;
        String title;
        try (PreparedDataset data = PreparedDataset.open(dataset)) {
            key = data.userKey(7);
            title = data.itemText(data.eventItem(data.firstEvent(7)), java.util.Locale.ENGLISH);
            Trainer.describe(
                    Disk.real(),
                    run,
                    new RunDescription(
                            "run",
                            1,
                            dataset,
                            data.info().fingerprint(),
                            "test",
                            ExperimentConfig.preset("din", Preset.QUICK)));
        }
        assertThat(found(run, key).get(0).key()).isEqualTo(key);
        assertThat(found(run, title)).isNotEmpty();
        assertThat(found(run, "n>20")).isNotEmpty().allMatch(each -> each.events() > 20);
        assertThat(found(run, "nobody of this name")).isEmpty();
    }

    private static List<ListsPane.Found> found(RunFolder run, String text) {
        return ListsPane.found(run, text, () -> false);
    }
}
