package dev.interestlens.ui.common.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.store.ProblemException;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunListTest {
    @TempDir
    private Path folder;

    private final Session session = new Session();
    private final Messages messages = new Messages(Language.ENGLISH);

    private RunSummary run(String name, String label) {
        RunDescription described = new RunDescription(
                name,
                1,
                Path.of("/data/shop"),
                "shop",
                "test",
                ExperimentConfig.of(ModelCatalog.family("din").preset(Preset.QUICK)));
        return RunSummary.of(new RunFolder(folder.resolve(name)), described, List.of(), false)
                .with(new RunLabels(label, "note", List.of()));
    }

    private List<String> names() {
        return session.runs().stream().map(RunSummary::name).toList();
    }

    @Test
    void theRunThatTravelsAlongIsCalledByTheLanguage() {
        RunList list = new RunList(new Workspace(folder), Background.inline(new ErrorPresenter()), session, messages);
        list.show(run("mine", "内置 DIN"));
        list.show(run("din-bundled", "内置 DIN"));
        assertThat(names()).containsExactly("bundled DIN", "内置 DIN");
        messages.language().set(Language.CHINESE);
        assertThat(names()).containsExactly("内置 DIN", "内置 DIN");
        messages.language().set(Language.ENGLISH);
        assertThat(names()).containsExactly("bundled DIN", "内置 DIN");
        assertThat(session.runs().get(0).labels().note()).isEqualTo("note");
    }

    @Test
    void aTextOfAnotherLanguageFindsTheNameInThatLanguage() {
        RunList list = new RunList(new Workspace(folder), Background.inline(new ErrorPresenter()), session, messages);
        list.show(run("din-bundled", ""));
        List<String> seen = new ArrayList<>();
        messages.keepShown(() -> seen.addAll(names()));
        messages.language().set(Language.CHINESE);
        messages.language().set(Language.ENGLISH);
        assertThat(seen).endsWith("内置 DIN", "bundled DIN");
    }

    @Test
    void aNameThatAPersonGaveItStays() {
        RunList list = new RunList(new Workspace(folder), Background.inline(new ErrorPresenter()), session, messages);
        list.show(run("din-bundled", "the first"));
        messages.language().set(Language.CHINESE);
        assertThat(names()).containsExactly("the first");
    }

    @Test
    void aSelectedRunThatIsGoneIsReplacedByTheNextOne() throws IOException {
        RunList list = new RunList(new Workspace(folder), Background.inline(new ErrorPresenter()), session, messages);
        for (String name : List.of("first", "second")) {
            RunSummary made = run("runs/" + name, "");
            Trainer.describe(Disk.real(), made.folder(), made.description());
        }
        list.refresh(found -> {});
        RunFolder gone = session.runProperty().get();
        Files.delete(gone.description());
        list.refresh(found -> {});
        assertThat(session.runProperty().get()).isNotNull().isNotEqualTo(gone);
        Files.delete(session.runProperty().get().description());
        list.refresh(found -> {});
        assertThat(session.runProperty().get()).isNull();
    }

    @Test
    void aRunWhoseFolderIsGoneIsNotWaitedFor() throws IOException {
        RunFolder run = new RunFolder(folder.resolve("begun"));
        Files.createDirectory(run.path());
        assertThat(RunFollower.once(run)).isEmpty();
        Files.delete(run.path());
        assertThatThrownBy(() -> RunFollower.once(run))
                .isInstanceOfSatisfying(
                        ProblemException.class, refused -> assertThat(RunFolder.isMissing(refused.problem()))
                                .isTrue());
    }
}
