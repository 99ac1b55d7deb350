package dev.interestlens.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FaultyDisk;
import dev.interestlens.store.ProblemException;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.data.DatasetLabel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetRemovalTest {
    private static final ExperimentConfig CONFIG =
            ExperimentConfig.of(ModelCatalog.family("din").preset(Preset.QUICK));

    @TempDir
    Path root;

    private Workspace workspace;

    @BeforeEach
    void create() {
        workspace = new Workspace(root.resolve("home")).create(Disk.real());
    }

    private Path dataset(String name) throws IOException {
        Path folder = Files.createDirectories(workspace.newDataset(name));
        Files.writeString(folder.resolve("dataset.json"), "{}");
        Files.writeString(folder.resolve("events.item.0"), "12345678");
        return folder;
    }

    private DatasetRemoval removal() {
        return new DatasetRemoval(Disk.real(), workspace);
    }

    private RunFolder trainedOn(Path dataset) throws IOException {
        RunFolder run = workspace.newRun("din");
        Files.createDirectories(run.path());
        Trainer.describe(Disk.real(), run, new RunDescription("din", 1, dataset, "", "", CONFIG));
        return run;
    }

    @Test
    void aDeletedDataSetLeavesNothingBehind() throws IOException {
        Path gone = dataset("shop");
        Path kept = dataset("shop");
        assertThat(DatasetRemoval.bytes(gone)).isEqualTo(10);
        removal().remove(gone);
        assertThat(gone).doesNotExist();
        assertThat(workspace.listDatasets()).containsExactly(kept);
    }

    @Test
    void aDataSetThatARunNeedsStaysWhole() throws IOException {
        Path dataset = dataset("shop");
        RunFolder run = trainedOn(dataset);
        assertThatThrownBy(() -> removal().remove(dataset)).hasMessageContaining("din-001");
        assertThat(dataset.resolve("dataset.json")).exists();
        workspace.delete(Disk.real(), run);
        removal().remove(dataset);
        assertThat(dataset).doesNotExist();
    }

    @Test
    void aDataSetThatAWaitingRunNeedsStaysWhole() throws IOException {
        Path dataset = dataset("shop");
        RunQueue queue = new RunQueue(Disk.real(), workspace);
        queue.write(queue.reserve(List.of(new QueuedRun.Wanted(dataset, CONFIG, RunLabels.NONE))));
        assertThatThrownBy(() -> removal().remove(dataset)).hasMessageContaining("waits");
        assertThat(workspace.listDatasets()).containsExactly(dataset);
    }

    @Test
    void aDataSetOutsideOfTheWorkspaceIsNotTouched() throws IOException {
        Path elsewhere = Files.createDirectories(root.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("dataset.json"), "{}");
        assertThatThrownBy(() -> removal().remove(elsewhere)).isInstanceOf(ProblemException.class);
        assertThat(elsewhere.resolve("dataset.json")).exists();
    }

    @Test
    void whatSomebodyHasOpenIsMarkedAndGoesLater() throws IOException {
        Path dataset = dataset("shop");
        new DatasetRemoval(FaultyDisk.failingOnce(2), workspace).remove(dataset);
        assertThat(workspace.listDatasets()).isEmpty();
        assertThat(dataset.resolve("events.item.0")).exists();
        assertThat(workspace.newDataset("shop")).isNotEqualTo(dataset);
        removal().finish();
        assertThat(dataset).doesNotExist();
    }

    @Test
    void aLabelIsReadAsItWasWritten() throws IOException {
        Path dataset = dataset("shop");
        assertThat(DatasetLabel.read(dataset).nameOf(dataset)).isEqualTo("shop");
        new DatasetLabel("  My shop ").write(Disk.real(), dataset);
        assertThat(DatasetLabel.read(dataset).nameOf(dataset)).isEqualTo("My shop");
    }
}
