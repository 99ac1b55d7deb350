package dev.interestlens.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLabelsTest {
    @TempDir
    Path root;

    @Test
    void whatIsSaidOfARunIsFoundAgain() throws Exception {
        RunFolder folder = new RunFolder(root.resolve("din-001"));
        Files.createDirectories(folder.path());
        assertThat(RunLabels.read(folder)).isEqualTo(RunLabels.NONE);
        RunLabels labels = new RunLabels(" 第一次 ", "a note\nof two lines", List.of("a", "a", " b "));
        labels.write(Disk.real(), folder);
        assertThat(RunLabels.read(folder)).isEqualTo(labels);
        assertThat(labels.name()).isEqualTo("第一次");
        assertThat(labels.tags()).containsExactly("a", "b");
    }

    @Test
    void anAlteredNameIsNotedAndOneWithoutASumIsRead() throws Exception {
        RunFolder folder = new RunFolder(root);
        new RunLabels("baseline", "", List.of()).write(Disk.real(), folder);
        Path file = RunLabels.file(folder);
        String sealed = Files.readString(file);
        Files.writeString(file, sealed.replace("baseline", "basemine"));
        assertThatThrownBy(() -> RunLabels.read(folder)).hasMessageContaining("labels.json");
        Files.writeString(file, "{\"name\" : \"older\", \"note\" : \"\", \"tags\" : []}");
        assertThat(RunLabels.read(folder).name()).isEqualTo("older");
    }

    @Test
    void tagsAreApartByCommasOfEitherLanguage() {
        assertThat(RunLabels.tags(" shop, 三次，x ;")).containsExactly("shop", "三次", "x");
    }

    @Test
    void whatWaitsIsFoundAgainUntilItIsBegun() throws Exception {
        Workspace workspace = new Workspace(root).create(Disk.real());
        RunQueue queue = new RunQueue(Disk.real(), workspace);
        ExperimentConfig config = ExperimentConfig.of(ModelCatalog.family("din").preset(Preset.QUICK));
        QueuedRun.Wanted wanted =
                new QueuedRun.Wanted(root.resolve("data"), config, new RunLabels("seed 8", "", List.of("seeds")));
        List<QueuedRun> reserved = queue.reserve(List.of(wanted, wanted, wanted));
        queue.write(reserved);
        assertThat(queue.read()).isEqualTo(reserved);
        assertThat(reserved)
                .extracting(run -> run.folder().path().getFileName().toString())
                .containsExactly("din-001", "din-002", "din-003");
        Files.writeString(reserved.get(0).folder().description(), "{}");
        queue.discard(reserved.get(1));
        assertThat(reserved.get(1).folder().path()).doesNotExist();
        assertThat(queue.read()).containsExactly(reserved.get(2));
    }
}
