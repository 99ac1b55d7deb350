package dev.interestlens.ui.common.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Session;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherWeightsTest {
    private static RunSummary run(String name, String weights, int epoch) {
        return new RunSummary(
                new RunFolder(Path.of(name)),
                null,
                RunSummary.Status.RUNNING,
                null,
                new RunSummary.Progress(epoch, null, epoch, epoch, 0),
                1,
                null,
                weights,
                false,
                RunLabels.NONE);
    }

    @Test
    void aRunIsNamedWhenItsWeightsAreOthersAndNotBefore() {
        Session session = new Session();
        session.runs().setAll(run("a", "1", 1), run("b", "1", 1));
        List<String> named = new ArrayList<>();
        OtherWeights.call(session, folder -> named.add(folder.folderName()));
        session.runs().set(0, run("a", "1", 2)); // an epoch that is no better
        session.runs().add(0, run("c", "1", 1));
        assertThat(named).isEmpty();
        session.runs().setAll(run("c", "1", 1), run("a", "2", 3), run("b", "1", 1));
        assertThat(named).containsExactly("a");
    }
}
