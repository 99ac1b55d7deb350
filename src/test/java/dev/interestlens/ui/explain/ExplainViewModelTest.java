package dev.interestlens.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.cli.CommandLineProgram;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.explain.effect.GroupEffect;
import dev.interestlens.explain.effect.SmallestChange;
import dev.interestlens.explain.look.Draft;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Item;
import dev.interestlens.explain.look.ModelDraft;
import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.export.report.MeasuredFidelity;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Recorder;
import dev.interestlens.figure.data.RowsData;
import dev.interestlens.measurement.quality.RunExplainer;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.recommend.People;
import dev.interestlens.recommend.Person;
import dev.interestlens.store.Disk;
import dev.interestlens.store.ProblemException;
import dev.interestlens.testing.QuickProgram;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.TrainingControl;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.file.FileDialogs;
import dev.interestlens.ui.common.file.FileName;
import dev.interestlens.ui.common.run.Children;
import dev.interestlens.ui.common.run.JobRunner;
import dev.interestlens.ui.control.Snapshot;
import dev.interestlens.ui.control.slides.Slide;
import dev.interestlens.ui.explain.engine.ExplainedSample;
import dev.interestlens.ui.explain.engine.WhatIfResult;
import dev.interestlens.ui.explain.query.Bookmarks;
import dev.interestlens.ui.explain.query.Predictions;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.SavedQueries;
import dev.interestlens.workspace.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class ExplainViewModelTest {
    @TempDir
    static Path folder;

    private static RunFolder run;
    private static ExecutorService loader;

    private final Session session = new Session();
    private final ErrorPresenter errors = new ErrorPresenter();
    private JobRunner measuring;
    private ExplainViewModel model;
    private Path target;

    @BeforeAll
    static void train() {
        loader = Executors.newSingleThreadExecutor();
        ExperimentConfig config = ExperimentConfig.of(ModelCatalog.family("din").preset(Preset.QUICK));
        for (String setting : List.of("training.threads=1", "training.epochs=1", "data.protocol.history.maxLength=8")) {
            config = ConfigJson.set(config, setting);
        }
        run = new RunFolder(folder.resolve("run"));
        try (PreparedDataset data = PreparedDataset.open(TinyShop.prepare(folder))) {
            Trainer.describe(
                    Disk.real(),
                    run,
                    new RunDescription("run", 1, data.folder(), data.info().fingerprint(), "test", config));
            SampleSet samples =
                    SampleSet.build(data, config.protocol(), config.training().seed());
            new Trainer(run, samples, Disk.real(), loader, TrainingControl.none(), entry -> {}).train();
        }
    }

    @AfterAll
    static void end() {
        loader.shutdown();
    }

    @BeforeEach
    void open() {
        FileDialogs nobody = new FileDialogs() {
            @Override
            public Optional<Path> folder(String title) {
                return Optional.empty();
            }

            @Override
            public List<Path> files(String title, List<Kind> kinds) {
                return List.of();
            }

            @Override
            public Optional<Chosen> saveResult(String title, String suggestedName, List<Kind> kinds) {
                return Optional.ofNullable(target)
                        .map(file -> FileName.meant(suggestedName, file, kinds.get(0), kinds));
            }
        };
        Messages messages = new Messages(Language.ENGLISH);
        measuring = runner(messages);
        model = new ExplainViewModel(
                session,
                Background.inline(errors),
                (period, work) -> {
                    work.run();
                    return () -> {};
                },
                messages,
                nobody,
                measuring,
                runner(messages),
                new Workspace(folder.resolve("home")));
        session.runProperty().set(run);
        assertThat(errors.count().get()).isZero();
    }

    private JobRunner runner(Messages messages) {
        return new JobRunner(new Children(
                new Workspace(folder.resolve("home")),
                QuickProgram.launcher(),
                Background.inline(errors),
                (period, work) -> () -> {},
                session,
                errors,
                messages));
    }

    @AfterEach
    void close() {
        model.closing().run();
    }

    @Test
    void theFirstSlideSaysTheMainSentenceAlone() {
        ExplainedSample now = model.sample().explainedProperty().get();
        assertThat(now.sentence().more().en()).isNotEmpty();
        List<Slide> slides = new ExplainSlides(new Messages(Language.ENGLISH))
                .of(now, List.of())
                .get(0)
                .slides();
        assertThat(slides)
                .extracting(slide -> slide.sentence().in(Locale.ENGLISH))
                .containsExactly(
                        now.sentence().first().en(), now.sentence().more().en());
    }

    @Test
    void behavioursChosenByHandAreMeasuredTogether() {
        ExplainedSample now = model.sample().explainedProperty().get();
        assertThat(now.effects().groups()).isNotEmpty();
        assertThat(now.panels()).extracting(Panel::name).containsOnlyOnce("groups");

        model.groups().choose(Set.of(0));

        GroupEffect chosen = model.groups().selectionProperty().get();
        assertThat(chosen.effect()).isEqualTo(now.effects().effect()[0], org.assertj.core.api.Assertions.within(1e-9));
        assertThat(model.groups().shown().get(0)).isEqualTo(chosen);

        model.groups().choose(Set.of());
        assertThat(model.groups().selectionProperty().get()).isNull();
    }

    @Test
    void aRunWhoseDataIsGoneIsRefusedUntilTheDataIsBack() throws IOException {
        Path data = run.read().dataset();
        Path aside = Files.move(data, data.resolveSibling("aside"));
        model.open();
        assertThat(model.refused().get()).isTrue();
        assertThat(errors.count().get()).isEqualTo(1);

        Files.move(aside, data);
        model.open();
        assertThat(model.refused().get()).isFalse();
        assertThat(model.table().predictionsProperty().get()).isNotNull();
    }

    private ExplainedSample explained() {
        return model.sample().explainedProperty().get();
    }

    @Test
    void theReportThatLiesBesideARunIsReadAlsoWhenAnEarlierVersionWroteIt() throws IOException {
        assertThat(model.fidelity().measuredProperty().get()).isNull();
        Path file = run.path().resolve("fidelity.json");
        Files.writeString(
                file, "{\"samples\": 12, \"users\": 3, \"look\": {\"tau\": {\"mean\": 0.4, \"samples\": 12}}}");
        try {
            model.fidelity().read();
            MeasuredFidelity found = model.fidelity().measuredProperty().get();
            assertThat(found.report().all().samples()).isEqualTo(12);
            assertThat(found.report().controls()).isEmpty();
            assertThat(found.source().run()).isEqualTo("run");
            assertThat(found.older()).isFalse();
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void predictionsThatTheModelSeesAsSimilarAreFoundByAFilter() {
        int row = explained().row();
        model.table().filterProperty().set("like:" + row);
        assertThat(model.table().rows())
                .contains(row)
                .hasSizeLessThanOrEqualTo(30)
                .hasSizeGreaterThan(5);
        model.table().filterProperty().set("");
    }

    @Test
    void theSmallestChangeCrossesTheThresholdThatIsChosen() {
        WhatIfViewModel whatIf = model.whatIf();
        assertThat(whatIf.valueOf(WhatIfViewModel.Threshold.MEAN))
                .isCloseTo(model.table().predictionsProperty().get().meanScore(), within(1e-12))
                .isBetween(0.0, 1.0);
        whatIf.thresholdProperty().set(WhatIfViewModel.Threshold.MEAN);
        whatIf.findSmallest();
        assertThat(whatIf.searchProperty().get()).isEqualTo(WhatIfViewModel.Search.DONE);
        SmallestChange found = whatIf.found().orElseThrow();
        assertThat(found.threshold()).isEqualTo(whatIf.valueOf(WhatIfViewModel.Threshold.MEAN));
        assertThat(whatIf.draftProperty().get().off()).containsExactlyElementsOf(found.removed());
    }

    @Test
    void theExplanationAndTheFirstOfTheTableAreWrittenToFiles() throws IOException {
        target = folder.resolve("one.svg");
        model.saving().save(Optional.of(explained().panels().get(0).drawing()), (figure, language) -> null);
        assertThat(Files.readString(target)).startsWith("<?xml").contains("run");
        target = folder.resolve("one.png");
        model.saving().save(Optional.empty(), (figure, language) -> {
            Recorder drawn = new Recorder(language);
            figure.paint(drawn, 1000, 1000);
            assertThat(String.join(" ", drawn.texts())).contains("test ");
            return new Snapshot(1, 1, new int[1]);
        });
        assertThat(Files.readAllBytes(target)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(model.saving().savedProperty().get()).isEqualTo(target);
        target = folder.resolve("first.csv");
        model.saving().saveFirst();
        assertThat(model.saving().leftProperty().get()).isZero();
        assertThat(Files.readString(target)
                        .lines()
                        .map(line -> line.split(",")[0])
                        .distinct())
                .hasSizeLessThanOrEqualTo(1 + SavingViewModel.MAX)
                .hasSizeGreaterThan(5);
        target = folder.resolve("first.tex");
        assertThatThrownBy(model.saving()::saveFirst).isInstanceOf(ProblemException.class);
        assertThat(model.saving().leftProperty().get()).isZero();
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().contains("first.tex"));
        assertThat(errors.count().get()).isZero();
    }

    @Test
    void theCopiedCommandWritesTheFileThatTheWindowWrites() throws IOException {
        for (String ending : List.of("json", "html", "svg")) {
            target = folder.resolve("window." + ending);
            model.saving().save(Optional.empty(), (figure, language) -> null);
            Path file = folder.resolve("command." + ending);
            List<String> words = new ArrayList<>(model.saving().command());
            words.addAll(List.of("--out", file.toString()));
            PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
            assertThat(new CommandLineProgram(nowhere, nowhere, Locale.ENGLISH).run(words.toArray(String[]::new)))
                    .isZero();
            assertThat(timeless(file)).isEqualTo(timeless(target));
        }
    }

    /** A file without the second in which it was made. */
    private static String timeless(Path file) throws IOException {
        return Files.readString(file).replaceAll("\"created\" : \\d+|\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "");
    }

    @Test
    void openingARunScoresEveryRowAndExplainsOne() {
        assertThat(model.table().scoredProperty().get())
                .isEqualTo(model.table().predictionsProperty().get().size());
        assertThat(explained().isWhole()).isTrue();
        assertThat(explained().panels()).isNotEmpty();
        assertThat(model.whatIf().triedProperty().get()).isNull();
    }

    @Test
    void aChangeIsFollowedAndTakenBack() {
        WhatIfViewModel whatIf = model.whatIf();
        double before = explained().looked().score();
        whatIf.toggle(1);
        double without = whatIf.triedProperty().get().score();
        assertThat(without - before).isCloseTo(-explained().effects().points()[1], within(1e-5));
        whatIf.toggle(2);
        whatIf.move(0, 2);
        assertThat(whatIf.draftProperty().get().kinds(explained().impression()))
                .containsExactly(Draft.Kind.OFF, Draft.Kind.MOVED);
        whatIf.undo();
        whatIf.undo();
        assertThat(whatIf.triedProperty().get().score()).isCloseTo(without, within(1e-9));
        whatIf.undo();
        assertThat(whatIf.triedProperty().get()).isNull();
        assertThat(whatIf.undoableProperty().get()).isFalse();
        whatIf.redo();
        assertThat(whatIf.triedProperty().get().draft().off()).containsExactly(1);
        whatIf.restore();
        assertThat(whatIf.triedProperty().get()).isNull();
        whatIf.undo();
        assertThat(whatIf.triedProperty().get().draft().off()).containsExactly(1);
    }

    @Test
    void anItemIsFoundByItsWordsAndPutIn() {
        model.whatIf().find("white", hits -> {
            assertThat(hits).isNotEmpty().allMatch(item -> item.title().en().contains("White"));
            int size = explained().impression().behaviours();
            model.whatIf().insert(Integer.MAX_VALUE, hits.get(0));
            WhatIfResult tried = model.whatIf().triedProperty().get();
            assertThat(tried.impression().behaviours()).isEqualTo(Math.min(size + 1, 8));
            assertThat(tried.impression()
                            .history()
                            .get(tried.impression().behaviours() - 1)
                            .item())
                    .isEqualTo(hits.get(0));
            model.whatIf().swap(hits.get(1));
            assertThat(model.whatIf().triedProperty().get().impression().candidate())
                    .isEqualTo(hits.get(1));
        });
    }

    @Test
    void whatIsKeptComesBackWithTheRun() {
        model.table().filterProperty().set("n>2");
        model.bookmarks().keepFilter();
        model.whatIf().toggle(0);
        model.bookmarks().keepPin();
        int row = explained().row();
        model.sample().select(model.table().after(row, 1));
        assertThat(explained().row()).isNotEqualTo(row);
        Bookmarks kept = Bookmarks.read(run);
        assertThat(SavedQueries.read(new Workspace(folder.resolve("home"))).queries())
                .containsExactly("n>2");
        model.bookmarks().show(kept.pins().get(0));
        assertThat(explained().row()).isEqualTo(row);
        assertThat(model.whatIf().triedProperty().get().draft().off()).containsExactly(0);
    }

    @Test
    void measuredColumnsFillAndCanBeAskedFor() {
        Predictions rows = model.table().predictionsProperty().get();
        assertThat(rows.measures().entropy(explained().row())).isNaN();
        model.table().filterProperty().set("ent<=1.01");
        assertThat(model.table().measuredProperty().get()).isEqualTo(rows.size());
        assertThat(rows.measures().historyEffect(explained().row()))
                .isCloseTo((float) explained().effects().historyEffect(), within(1e-3f));
        assertThat(model.table().rows())
                .isNotEmpty()
                .allMatch(row -> rows.measures().entropy(row) <= 1.01);
    }

    @Test
    void aPinnedPredictionStandsBesideAndCanBeExchanged() {
        int first = explained().row();
        model.sample().pin();
        model.sample().select(model.table().after(first, 1));
        int second = explained().row();
        model.sample().exchange();
        assertThat(explained().row()).isEqualTo(first);
        assertThat(model.sample().pinnedProperty().get().row()).isEqualTo(second);
        assertThat(model.sample().range("attention").orElseThrow()[1]).isPositive();
    }

    @Test
    void aDifferenceSpeaksForTheCandidateThatStandsAbove() {
        BeyondViewModel beyond = model.beyond();
        beyond.sideProperty().set(Side.VERSUS);
        for (Impression.Other each : explained().impression().others()) {
            beyond.choose(each.item());
            Panel panel = beyond.panel().orElseThrow();
            RowsData bars = (RowsData) panel.pictures().get(0).data();
            for (int j = 0; j < bars.behaviours().size(); j++) {
                assertThat(bars.rows().get(0).values()[j])
                        .isEqualTo(bars.rows().get(1).values()[j]
                                - bars.rows().get(2).values()[j]);
            }
            boolean above = explained().looked().logit() >= logit(each.item());
            Item upper = above ? explained().impression().candidate() : each.item();
            assertThat(panel.finding().en()).startsWith("\"" + upper.title().en() + "\"");
        }
    }

    /** Of another candidate with the history of the explained row. */
    private double logit(Item item) {
        try (OpenRun open = OpenRun.best(run);
                RunExplainer explainer = new RunExplainer(open)) {
            Sample sample = open.samples().sample(Part.TEST, explained().row());
            return explainer
                    .explainer()
                    .look(explainer.impressions().of(sample.user(), sample.position(), item.number(), Float.NaN))
                    .logit();
        }
    }

    private static List<Phrase> rows(Panel panel) {
        RowsData data = (RowsData) panel.pictures().get(0).data();
        return data.rows().stream().map(RowsData.Row::name).toList();
    }

    @Test
    void anotherRunIsComparedAsSoonAsItIsKnown() throws IOException {
        session.runs().add(RunSummary.of(run)); // only a run that is known stays open
        BeyondViewModel beyond = model.beyond();
        beyond.sideProperty().set(Side.RUNS);
        assertThat(beyond.panel()).isEmpty();
        Path other = folder.resolve("other");
        try (Stream<Path> all = Files.walk(run.path())) {
            for (Path each : all.toList()) {
                Files.copy(each, other.resolve(run.path().relativize(each).toString()));
            }
        }
        session.runs().add(RunSummary.of(new RunFolder(other)));
        HeatMatrix looks = (HeatMatrix) beyond.panel().orElseThrow().pictures().get(0);
        assertThat(looks.rows().labels()).hasSize(2); // it, and this one
    }

    @Test
    void aViewWithNothingToShowLeadsToWhereItIsMade() {
        model.beyond().go(Session.Goal.COMPARE);
        assertThat(session.goalProperty().get()).isEqualTo(Session.Goal.COMPARE);
    }

    @Test
    void furtherSidesAreMeasuredWhenTheyAreLookedAt() {
        BeyondViewModel beyond = model.beyond();
        beyond.sideProperty().set(Side.OPINIONS);
        assertThat(rows(beyond.panel().orElseThrow()))
                .contains(Wording.of("beyond.rank"), Wording.of("beyond.gradients"))
                .doesNotContain(Wording.of("beyond.truth"));
        beyond.sideProperty().set(Side.VERSUS);
        assertThat(rows(beyond.panel().orElseThrow())).hasSize(5);
        beyond.sideProperty().set(Side.CHECKPOINTS);
        assertThat(beyond.panels()).extracting(Panel::name).containsExactly("opinions", "versus", "checkpoints");
        assertThat(errors.count().get()).isZero();
    }

    @Test
    void aRecommendationIsExplainedBeforeTheSameHistory() {
        int item = 20;
        try (OpenRun open = OpenRun.best(run)) {
            People people = new People(open.samples());
            Person person = people.next(3);
            model.explain(run, person, item);
            ExplainedSample now = model.sample().explainedProperty().get();
            assertThat(now.isRow()).isFalse();
            assertThat(now.impression().candidate().number()).isEqualTo(item);
            assertThat(now.impression().behaviours()).isEqualTo(person.behaviours());
            assertThat(now.isWhole()).isTrue();
            assertThat(model.saving().nameOf(now))
                    .contains("user " + now.impression().userKey() + " item "
                            + now.impression().candidate().id());
            model.explain(run, people.made("me", List.of(5, 9, 14)), item);
            assertThat(model.sample().explainedProperty().get().impression().behaviours())
                    .isEqualTo(3);
        }
    }

    @Test
    void evenWeightsInsideTheModelMoveTheScoreAndCanBeTakenBack() {
        model.sample().select(rowWithHistory());
        ExplainedSample before = model.sample().explainedProperty().get();
        WhatIfViewModel whatIf = model.whatIf();
        whatIf.set(draft -> draft.with(ModelDraft.Attention.EVEN));
        WhatIfResult even = whatIf.triedProperty().get();
        assertThat(even.logit()).isCloseTo(before.effects().evenLogit(), within(1e-5));
        assertThat(even.look()).containsOnly(even.look()[0]);
        assertThat(even.effects().effect()).containsExactly(before.effects().effect(), within(1e-6));

        whatIf.set(draft -> draft.with(ModelDraft.Attention.NONE));
        assertThat(whatIf.triedProperty().get().logit()).isNotEqualTo(even.logit());
        whatIf.undo();
        assertThat(whatIf.triedProperty().get().logit()).isCloseTo(even.logit(), within(1e-6));
        whatIf.undo();
        assertThat(whatIf.triedProperty().get()).isNull();
        whatIf.redo();
        assertThat(whatIf.insideProperty().get().attention()).isEqualTo(ModelDraft.Attention.EVEN);
    }

    @Test
    void weightsOfTheModelItselfSetByHandChangeNothingAndOneBarIsOneChange() {
        model.sample().select(rowWithHistory());
        ExplainedSample before = model.sample().explainedProperty().get();
        WhatIfViewModel whatIf = model.whatIf();
        whatIf.weighByHand();
        assertThat(whatIf.triedProperty().get().logit())
                .isCloseTo(before.looked().logit(), within(1e-5));
        whatIf.weigh(0, 0.5);
        whatIf.weigh(0, 2);
        assertThat(whatIf.triedProperty().get().look()[0]).isEqualTo(2);
        whatIf.undo();
        assertThat(whatIf.triedProperty().get().look())
                .containsExactly(before.looked().look(), within(1e-6));
    }

    @Test
    void aPinnedPredictionsOwnStateGivesItsScoreBack() {
        int row = rowWithHistory();
        model.sample().select(row);
        model.sample().pin();
        ExplainedSample pinned = model.sample().pinnedProperty().get();
        model.sample().select(rowWithHistoryOfAnother(row));
        ExplainedSample now = model.sample().explainedProperty().get();
        WhatIfViewModel whatIf = model.whatIf();
        whatIf.patch(pinned);
        assertThat(whatIf.insideProperty().get().state()).isNotEmpty();
        double patched = whatIf.triedProperty().get().logit();
        whatIf.patch(now); // lets go
        assertThat(whatIf.triedProperty().get()).isNull();
        whatIf.patch(now);
        assertThat(whatIf.triedProperty().get().logit()).isCloseTo(now.looked().logit(), within(1e-5));
        assertThat(patched).isNotEqualTo(now.looked().logit());
    }

    private int rowWithHistory() {
        return rowWithHistory(user -> true);
    }

    /** A row of another user, whose history is another one. */
    private int rowWithHistoryOfAnother(int row) {
        String user = model.table().predictionsProperty().get().user(row);
        return rowWithHistory(other -> !other.equals(user));
    }

    private int rowWithHistory(Predicate<String> ofUser) {
        Predictions rows = model.table().predictionsProperty().get();
        for (int row = 0; row < rows.size(); row++) {
            if (ofUser.test(rows.user(row)) && rows.length(row) >= 4) {
                return row;
            }
        }
        throw new AssertionError("no row with a history");
    }
}
