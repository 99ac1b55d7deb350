package dev.interestlens.ui.recommend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.cli.CommandLineProgram;
import dev.interestlens.explain.look.Item;
import dev.interestlens.recommend.Filter;
import dev.interestlens.recommend.Person;
import dev.interestlens.store.Json;
import dev.interestlens.testing.ResumedRun;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Ticker;
import dev.interestlens.ui.common.file.FileDialogs;
import dev.interestlens.ui.common.file.FileName;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class RecommendViewModelTest {
    @TempDir
    static Path folder;

    private static RunFolder run;
    private static RunFolder other;

    private final List<String> explained = new ArrayList<>();
    private final List<Runnable> ticks = new ArrayList<>();
    private Path chosen;
    private RecommendViewModel model;
    private Session session;
    private ErrorPresenter errors;

    @BeforeAll
    static void train() {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        Path target = folder.resolve("run");
        String line = "train --model din --preset quick --threads 1 --set training.epochs=1 --set model.head.hidden=8";
        List<String> arguments = new ArrayList<>(List.of(line.split(" ")));
        arguments.addAll(List.of("--data", TinyShop.prepare(folder).toString(), "--run", target.toString()));
        assertThat(new CommandLineProgram(nowhere, nowhere, Locale.ENGLISH).run(arguments.toArray(String[]::new)))
                .isZero();
        run = new RunFolder(target);
        other = new RunFolder(folder.resolve("other"));
        arguments.set(arguments.size() - 1, other.path().toString());
        assertThat(new CommandLineProgram(nowhere, nowhere, Locale.ENGLISH).run(arguments.toArray(String[]::new)))
                .isZero();
    }

    @BeforeEach
    void open() {
        FileDialogs answers = new FileDialogs() {
            @Override
            public Optional<Path> folder(String title) {
                return Optional.empty();
            }

            @Override
            public List<Path> files(String title, List<Kind> kinds) {
                return chosen == null ? List.of() : List.of(chosen);
            }

            @Override
            public Optional<Chosen> saveResult(String title, String suggestedName, List<Kind> kinds) {
                return Optional.ofNullable(chosen)
                        .map(file -> FileName.meant(suggestedName, file, kinds.get(0), kinds));
            }
        };
        session = new Session();
        errors = new ErrorPresenter();
        session.runs().setAll(RunSummary.of(run), RunSummary.of(other));
        session.runProperty().set(run);
        Ticker ticking = (period, work) -> {
            ticks.add(work);
            work.run();
            return () -> ticks.remove(work);
        };
        model = new RecommendViewModel(
                session,
                new Workspace(folder.resolve("home")),
                Background.inline(errors),
                ticking,
                new Messages(Language.ENGLISH),
                answers,
                (of, person, item) -> explained.add(person.name() + " " + item));
        model.enter();
    }

    @AfterEach
    void close() {
        model.closing().run();
    }

    @Test
    void aTrainingThatBeginsLeavesTheOpenRunOpen() {
        session.runProperty().set(new RunFolder(folder.resolve("din-001")));
        assertThat(model.runProperty().get()).isEqualTo(run);
        assertThat(errors.all()).isEmpty();
    }

    @Test
    void aPersonThatWasFoundGetsAListThatIsMeasured() {
        model.search("u0003");
        model.choose(model.hits().get(0));
        Shown shown = model.shownProperty().get();
        assertThat(shown.list().size()).isEqualTo(10);
        assertThat(shown.sentence().text().en()).isNotEmpty();
        assertThat(shown.look()).hasSize(10 * shown.list().person().behaviours());
        assertThat(shown.truth()).isNotNegative(); // before an event of the test part
        assertThat(shown.sharing().users()).isPositive();
    }

    @Test
    void theCopiedCommandGivesTheListThatIsShown() {
        model.search("u0003");
        model.choose(model.hits().get(0));
        model.countProperty().set(5);
        model.filterProperty().set(model.filterProperty().get().withSeen(true));
        assertThat(titles()).containsExactlyElementsOf(titlesOfTheCommand());
    }

    /** Titles of the list, each with its score. */
    private List<String> titles() {
        Shown shown = model.shownProperty().get();
        return IntStream.of(shown.list().chosen())
                .mapToObj(place ->
                        shown.title(place, Locale.ENGLISH) + " " + shown.list().score(place))
                .toList();
    }

    private List<String> titlesOfTheCommand() {
        List<String> words = new ArrayList<>(model.command());
        words.add("--json");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        assertThat(new CommandLineProgram(new PrintStream(out, true, UTF_8), nowhere, Locale.ENGLISH)
                        .run(words.toArray(String[]::new)))
                .isZero();
        JsonNode made = Json.read(out.toString(UTF_8), JsonNode.class);
        List<String> titles = new ArrayList<>();
        made.path("recommendations")
                .forEach(item -> titles.add(
                        item.path("title").asText() + " " + item.path("score").asDouble()));
        return titles;
    }

    @Test
    void theListFollowsTheBestWeightsOfItsRun() {
        ResumedRun resumed =
                ResumedRun.begin(folder.resolve("resumed"), run.read().dataset());
        session.runs().add(RunSummary.of(resumed.folder()));
        session.runProperty().set(resumed.folder());
        model.choose(ListEngine.Hit.made("Ann", List.of()));
        model.recommend(resumed.folder(), "u0003");
        model.filterProperty().set(model.filterProperty().get().withSeen(true));
        model.toggle(1);
        model.toggle(1);
        List<String> first = titles();
        assertThat(first).containsExactlyElementsOf(titlesOfTheCommand());
        session.shownProperty().set(Session.Goal.RECOMMEND);
        resumed.trainToBetter(); // on the screen: it follows by itself
        List.copyOf(ticks).forEach(Runnable::run);
        List<String> second = titles();
        assertThat(second).isNotEqualTo(first).containsExactlyElementsOf(titlesOfTheCommand());
        assertThat(model.filterProperty().get().seen()).isTrue();
        session.shownProperty().set(Session.Goal.TRAIN);
        model.toggle(1);
        List<String> without = titles();
        resumed.trainToBetter(); // on another screen: it follows when it is shown
        List.copyOf(ticks).forEach(Runnable::run);
        assertThat(titles()).isEqualTo(without);
        model.enter();
        assertThat(model.offProperty().get()).containsExactly(1);
        model.toggle(1);
        assertThat(titles()).isNotEqualTo(second).containsExactlyElementsOf(titlesOfTheCommand());
        assertThat(errors.all()).isEmpty();
    }

    @Test
    void aListThatWasMadeWhileThePointerRestedIsTheOneThatAClickMakes() {
        model.search("");
        model.choose(model.hits().get(2));
        Shown asked = model.shownProperty().get();
        model.choose(model.hits().get(1));
        model.foresee(model.hits().get(2));
        assertThat(model.shownProperty().get().list().person().user())
                .isEqualTo(model.hits().get(1).user());
        model.choose(model.hits().get(2));
        Shown made = model.shownProperty().get();
        assertThat(made.list().logits()).containsExactly(asked.list().logits());
        assertThat(made.list().chosen()).containsExactly(asked.list().chosen());
        assertThat(made.sentence().text()).isEqualTo(asked.sentence().text());
        model.foresee(model.hits().get(3));
        model.countProperty().set(5); // the wish has changed since
        model.choose(model.hits().get(3));
        assertThat(model.shownProperty().get().list().size()).isEqualTo(5);
    }

    @Test
    void aBehaviourThatIsKeptOffChangesTheListAsItsRemovalSaid() {
        model.search("u0003");
        model.choose(model.hits().get(0));
        int[] expected = model.shownProperty().get().removals().bestWithout(1, 10);
        model.toggle(1);
        assertThat(model.shownProperty().get().list().chosen()).containsExactly(expected);
        model.toggle(1);
        assertThat(model.offProperty().get()).isEmpty();
    }

    @Test
    void aHistoryIsPutTogetherByHandAndTakenBack() {
        model.beTheUser();
        assertThat(model.shownProperty().get().list().size()).isEqualTo(10);
        assertThat(model.history().canUndoProperty().get()).isFalse();
        assertThat(model.history().emptyProperty().get()).isTrue();
        List<Item> found = new ArrayList<>();
        model.find("brush", found::addAll);
        model.history().add(found.get(0));
        model.history().add(found.get(1));
        assertThat(names()).containsExactly(found.get(0).id(), found.get(1).id());
        model.history().move(1, -1);
        assertThat(names()).containsExactly(found.get(1).id(), found.get(0).id());
        model.history().remove(0);
        assertThat(names()).containsExactly(found.get(0).id());
        assertThat(model.history().canRedoProperty().get()).isFalse();
        model.history().undo();
        assertThat(model.history().canUndoProperty().get()).isTrue();
        assertThat(model.history().canRedoProperty().get()).isTrue();
        model.history().undo();
        assertThat(names()).containsExactly(found.get(0).id(), found.get(1).id());
        model.history().redo();
        assertThat(names()).containsExactly(found.get(1).id(), found.get(0).id());
    }

    @Test
    void whoIsOnTheScreenStaysThereWithAnotherRun() {
        model.search("u0003");
        model.choose(model.hits().get(0));
        session.runProperty().set(other);
        assertThat(model.runProperty().get()).isEqualTo(other);
        assertThat(model.personProperty().get().name()).isEqualTo("u0003");
        assertThat(model.shownProperty().get().list().size()).isEqualTo(10);
        model.beTheUser();
        model.find("brush", found -> model.history().add(found.get(0)));
        List<String> items = names();
        session.runProperty().set(run);
        assertThat(model.history().madeProperty().get()).isTrue();
        assertThat(names()).isEqualTo(items);
    }

    private List<String> names() {
        return model.personProperty().get().history().stream()
                .map(each -> each.item().id())
                .toList();
    }

    @Test
    void whoIsSavedIsFoundByNameAndCanBeShared() {
        model.beTheUser();
        model.find("brush", found -> model.history().add(found.get(0)));
        model.save("Ann");
        model.search("ann");
        assertThat(model.hits().get(0).name()).isEqualTo("Ann");
        chosen = folder.resolve("shared.json");
        model.share();
        assertThat(Files.exists(chosen)).isTrue();
        model.beTheUser();
        model.open();
        assertThat(model.personProperty().get().behaviours()).isEqualTo(1);
    }

    @Test
    void aFilterThatLeavesNothingLeavesAnEmptyList() {
        model.beTheUser();
        model.filterProperty().set(Filter.DEFAULT.withCategories(java.util.Set.of(1)));
        assertThat(model.shownProperty().get().list().size()).isZero();
    }

    @Test
    void whyNotIsAnsweredAndARecommendationIsHandedOn() {
        model.search("u0003");
        model.choose(model.hits().get(0));
        model.find("brush", found -> model.whyNot(found.get(0)));
        assertThat(model.answerProperty().get().en()).isNotEmpty();
        Person person = model.personProperty().get();
        Item item = person.history().get(0).item();
        model.explain(item);
        assertThat(explained).containsExactly(person.name() + " " + item.number());
    }
}
