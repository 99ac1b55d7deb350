package dev.interestlens.ui.recommend;

import static dev.interestlens.ui.control.Stages.WORDS;
import static dev.interestlens.ui.control.Stages.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.store.Disk;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.control.Stages;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.SampleRun;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("thorough")
@ExtendWith(ApplicationExtension.class)
class FoundPeopleTest {
    @TempDir
    static Path folder;

    private static Workspace workspace;
    private static RunFolder run;

    private final ErrorPresenter errors = new ErrorPresenter();
    private ListView<ListEngine.Hit> hits;
    private RecommendViewModel model;

    @BeforeAll
    static void bring() {
        workspace = new Workspace(folder);
        run = SampleRun.bring(Disk.real(), workspace);
    }

    @Start
    void start(Stage stage) {
        hits = new ListView<>();
        Session session = new Session();
        session.runs().setAll(RunSummary.of(run));
        session.runProperty().set(run);
        model = new RecommendViewModel(
                session,
                workspace,
                Background.inline(errors),
                (period, work) -> () -> {},
                WORDS,
                null,
                (of, person, item) -> {});
        new FoundPeople(hits, new TextField(), model, WORDS);
        Stages.show(stage, hits, 240, 150);
    }

    @AfterEach
    void close() throws Exception {
        fx(model.closing());
        assertThat(errors.all()).isEmpty();
    }

    @Test
    void nobodyAskedForIsTheFirstOne() throws Exception {
        fx(model::enter);
        assertThat(model.chosenProperty().get()).isEqualTo(hits.getItems().get(0));
        assertThat(seen()).contains(hits.getSelectionModel().getSelectedItem());
    }

    @Test
    void whoIsAskedForElsewhereIsSelectedInSight() throws Exception {
        fx(model::enter);
        ListEngine.Hit late = hits.getItems().get(120);
        fx(() -> model.recommend(run, late.name()));
        assertThat(hits.getSelectionModel().getSelectedItem()).isEqualTo(late);
        assertThat(seen()).contains(late);
        assertThat(model.personProperty().get().name()).isEqualTo(late.name());
        fx(() -> model.search(late.name()));
        fx(() -> model.search(""));
        assertThat(hits.getItems()).hasSizeGreaterThan(120);
        assertThat(seen()).contains(late);
    }

    @Test
    void whoIsNotAmongTheFirstOfManyIsPutBeforeThem() throws Exception {
        fx(model::enter);
        int many = hits.getItems().size();
        fx(() -> model.search("n>30"));
        ListEngine.Hit late = hits.getItems().get(hits.getItems().size() - 1);
        fx(() -> model.search(""));
        assertThat(hits.getItems()).hasSize(many).doesNotContain(late);
        fx(() -> model.recommend(run, late.name()));
        assertThat(hits.getSelectionModel().getSelectedItem()).isEqualTo(late);
        assertThat(seen()).contains(late);
        fx(() -> model.search(""));
        assertThat(hits.getItems()).hasSize(many + 1).startsWith(late);
    }

    @Test
    void anotherSearchChoosesNobodyElse() throws Exception {
        fx(model::enter);
        ListEngine.Hit third = hits.getItems().get(2);
        fx(() -> hits.getSelectionModel().select(2));
        for (String text : List.of("n>30", third.name(), "n<30", "")) {
            fx(() -> model.search(text));
            assertThat(model.chosenProperty().get()).isEqualTo(third);
        }
        assertThat(hits.getSelectionModel().getSelectedItem()).isEqualTo(third);
    }

    private Stream<ListEngine.Hit> seen() {
        VirtualFlow<?> flow = (VirtualFlow<?>) hits.lookup(".virtual-flow");
        int first = flow.getFirstVisibleCell().getIndex();
        int last = flow.getLastVisibleCell().getIndex();
        return hits.getItems().subList(first, last + 1).stream();
    }
}
