package dev.interestlens.ui.recommend;

import dev.interestlens.explain.look.Item;
import dev.interestlens.explain.words.Text;
import dev.interestlens.recommend.Filter;
import dev.interestlens.recommend.Person;
import dev.interestlens.recommend.Recommender;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Background.Lane;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.ReadOnly;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Ticker;
import dev.interestlens.ui.common.file.FileDialogs;
import dev.interestlens.ui.common.run.OpenedWeights;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.workspace.Workspace;
import dev.interestlens.workspace.score.NamedPeople;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A person and the list that a run recommends: the history, switched-off behaviours, filter, and measurements of the list. */
public final class RecommendViewModel {
    static final int USUAL = 10;

    /** Opens the explanation of one recommendation. */
    public interface Explaining {
        /** @param item its number in the data set */
        void explain(RunFolder run, Person person, int item);
    }

    private final Session session;
    private final Background background;
    private final Messages messages;
    private final Explaining explaining;
    private final ListEngine engine = new ListEngine();
    private final LatestRequest opening = new LatestRequest();
    private final LatestRequest searching = new LatestRequest();
    private final LatestRequest choosing = new LatestRequest();
    private final LatestRequest foreseeing = new LatestRequest();
    private ListEngine.Hit foreseen;
    private final LatestRequest asking = new LatestRequest();
    private final LatestRequest finding = new LatestRequest();
    private final ObservableList<ListEngine.Hit> hits = FXCollections.observableArrayList();
    private final ObservableList<ListEngine.Category> categories = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<RunFolder> run = new ReadOnlyObjectWrapper<>(this, "run");
    private final ReadOnlyObjectWrapper<ListEngine.Hit> chosen = new ReadOnlyObjectWrapper<>(this, "chosen");
    private final ReadOnlyObjectWrapper<Person> person = new ReadOnlyObjectWrapper<>(this, "person");
    private final ReadOnlyObjectWrapper<Text> answer = new ReadOnlyObjectWrapper<>(this, "answer");
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(this, "filter", Filter.DEFAULT);
    private final ReadOnlyObjectWrapper<Filter> usual = new ReadOnlyObjectWrapper<>(this, "usual", Filter.DEFAULT);
    private final IntegerProperty count = new SimpleIntegerProperty(this, "count", USUAL);
    private final DoubleProperty diversity = new SimpleDoubleProperty(this, "diversity", 0);
    private final ReadOnlyObjectWrapper<List<Integer>> off = new ReadOnlyObjectWrapper<>(this, "off", List.of());
    private final HistoryByHand history = new HistoryByHand(this::take);
    private final HistoryFiles files;
    private final MeasuredList list;
    private final OpenedWeights weights;
    private boolean beingOpened;

    private record Opened(
            List<ListEngine.Category> categories, Filter usual, Optional<ListEngine.Hit> kept, String weights) {}

    public RecommendViewModel(
            Session session,
            Workspace workspace,
            Background background,
            Ticker ticker,
            Messages messages,
            FileDialogs dialogs,
            Explaining explaining) {
        this.session = session;
        this.background = background;
        this.messages = messages;
        this.explaining = explaining;
        files = new HistoryFiles(
                NamedPeople.of(workspace), engine, background, messages, dialogs, session.savedProperty()::set);
        list = new MeasuredList(engine, background);
        weights = new OpenedWeights(background, ticker);
        weights.progressProperty().addListener((observed, before, now) -> openAgainIfShown());
        Changes.call(this::settleIfOpen, session.runProperty());
        Changes.call(this::refresh, filter, count, diversity);
    }

    Session session() {
        return session;
    }

    ObservableList<ListEngine.Hit> hits() {
        return hits;
    }

    ObservableList<ListEngine.Category> categories() {
        return categories;
    }

    /** The run that recommends, or null. */
    ReadOnlyObjectProperty<RunFolder> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** Words of the command that gives this list; none for a history made by hand. */
    List<String> command() {
        Person now = person.get();
        if (run.get() == null || now == null || now.isMade()) {
            return List.of();
        }
        List<String> words = new ArrayList<>(List.of(
                "recommend",
                "--run",
                run.get().path().toString(),
                "--user",
                now.name(),
                "--at",
                now.truth() == Person.NO_TRUTH ? "next" : "test",
                "--top",
                String.valueOf(count.get()),
                "--why"));
        words.add(filter.get().seen() ? "--with-seen" : "--no-with-seen");
        if (filter.get().cold()) {
            words.add("--with-cold");
        }
        if (filter.get().popularity() != Filter.Popularity.ALL) {
            words.addAll(
                    List.of("--popularity", filter.get().popularity().name().toLowerCase(Locale.ROOT)));
        }
        if (diversity.get() > 0) {
            words.addAll(List.of("--diversity", String.valueOf(diversity.get())));
        }
        categories().stream()
                .filter(each -> filter.get().categories().contains(each.id()))
                .forEach(each -> words.addAll(List.of("--category", each.name().en())));
        return words;
    }

    /** Who was chosen, whose list may still be made; null for nobody, or a history that is made by hand. */
    ReadOnlyObjectProperty<ListEngine.Hit> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Person> personProperty() {
        return person.getReadOnlyProperty();
    }

    /** The list as far as measured, or null. */
    ReadOnlyObjectProperty<Shown> shownProperty() {
        return list.shownProperty();
    }

    /** The answer to "why not", or null. */
    ReadOnlyObjectProperty<Text> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** The history of the person, which can be changed where it is made by hand. */
    HistoryByHand history() {
        return history;
    }

    /** The filter with which lists of this log begin. */
    ReadOnlyObjectProperty<Filter> usualProperty() {
        return usual.getReadOnlyProperty();
    }

    ObjectProperty<Filter> filterProperty() {
        return filter;
    }

    IntegerProperty countProperty() {
        return count;
    }

    DoubleProperty diversityProperty() {
        return diversity;
    }

    /** Behaviours that are switched off. */
    ReadOnlyObjectProperty<List<Integer>> offProperty() {
        return off.getReadOnlyProperty();
    }

    private void settleIfOpen() {
        if (run.get() != null) {
            enter();
        }
    }

    /** The screen is shown, or the list of runs has changed. */
    void enter() {
        session.readyRun().filter(found -> !found.equals(run.get())).ifPresent(this::open);
        openAgain();
    }

    private void openAgainIfShown() {
        if (session.shownProperty().get() == Session.Goal.RECOMMEND) {
            openAgain();
        }
    }

    /** Opens the run with the weights that its journal names now, where those are others. */
    private void openAgain() {
        if (weights.others().get() && !beingOpened) {
            open(run.get());
        }
    }

    /** Opens a run; the current person is kept if the run's data has that user, and how the list is made if it is the same run. */
    private void open(RunFolder folder) {
        boolean again = folder.equals(run.get());
        List<Integer> without = again ? off.get() : List.of();
        Person before = person.get();
        boolean byHand = history.madeProperty().get();
        String who = history.name();
        List<Integer> items = history.items();
        choosing.forget();
        foreseeing.forget();
        list.clear();
        asking.forget();
        chosen.set(null);
        person.set(null);
        answer.set(null);
        history.leave();
        run.set(folder);
        if (!again) {
            weights.follow(folder);
        }
        String named = weights.named();
        beingOpened = true;
        background.run(
                Lane.ENGINE,
                opening,
                ticket -> {
                    List<String> keys = before != null && byHand ? engine.keys(items) : List.of();
                    List<ListEngine.Category> found = engine.open(folder);
                    Optional<ListEngine.Hit> kept = before == null
                            ? Optional.empty()
                            : byHand ? Optional.of(ListEngine.Hit.made(who, keys)) : engine.user(who);
                    return new Opened(found, engine.usual(), kept, engine.weights());
                },
                opened -> {
                    beingOpened = false;
                    weights.opened(named, opened.weights());
                    if (!again) {
                        categories.setAll(opened.categories());
                        usual.set(opened.usual());
                        filter.set(opened.usual());
                    }
                    opened.kept().ifPresent(kept -> choose(kept, without));
                    search("");
                },
                failure -> {
                    beingOpened = false;
                    run.set(null);
                    background.failed(failure);
                });
    }

    /** Recommends to a user of the log with a run. */
    public void recommend(RunFolder folder, String user) {
        session.runProperty().set(folder);
        if (folder.equals(run.get())) {
            openAgain();
        } else {
            open(folder);
        }
        background.run(Lane.ENGINE, finding, ticket -> engine.user(user), hit -> hit.ifPresent(this::choose));
    }

    /** Finds people of the workspace by name and users of the log by key, behaviour or length. */
    void search(String text) {
        search(text, () -> {});
    }

    /** The same, and then something else. */
    void search(String text, Runnable then) {
        if (run.get() == null) {
            return;
        }
        background.run(
                Lane.ENGINE,
                searching,
                ticket -> {
                    List<ListEngine.Hit> all = new ArrayList<>(files.named(text));
                    all.addAll(engine.search(text, ticket::stale));
                    return all;
                },
                found -> {
                    hits.setAll(found);
                    if (text.isBlank()) {
                        listChosen();
                    }
                    then.run();
                });
    }

    /** Makes the list of somebody who is pointed at, since a click often follows. Pointing at somebody else, or choosing somebody else, ends it. */
    void foresee(ListEngine.Hit hit) {
        if (run.get() == null) {
            return;
        }
        foreseen = hit;
        ListEngine.Wanted how = wanted();
        background.run(
                Lane.ENGINE,
                foreseeing,
                ticket -> {
                    engine.foresee(hit, how, ticket::stale);
                    return hit;
                },
                made -> {});
    }

    /** Chooses a person, who need not be among those found. */
    void choose(ListEngine.Hit hit) {
        choose(hit, List.of());
    }

    private void choose(ListEngine.Hit hit, List<Integer> without) {
        if (!hit.equals(foreseen)) {
            foreseeing.forget();
        }
        chosen.set(hit);
        listChosen();
        take(
                () -> engine.person(hit),
                without,
                found -> history.set(
                        hit.isMade(),
                        hit.name(),
                        found.history().stream()
                                .map(each -> each.item().number())
                                .toList()));
    }

    /** Puts a chosen user of the log first where the found people are others: they are only the first of many. */
    private void listChosen() {
        ListEngine.Hit now = chosen.get();
        if (now != null && !now.isMade() && !hits.contains(now)) {
            hits.add(0, now);
        }
    }

    /** Starts an empty history to be filled by hand. */
    void beTheUser() {
        chosen.set(null);
        history.set(true, messages.text("recommend.you"), List.of());
        take(List.of());
    }

    /** Makes the list of a history that was made by hand. */
    private void take(List<Integer> items) {
        String called = history.name();
        take(() -> engine.made(called, items), List.of(), found -> {});
    }

    /** Saves the history under a name, in the workspace. */
    void save(String called) {
        if (called.isBlank() || ReadOnly.refuses(session, background)) {
            return;
        }
        history.rename(called.strip());
        files.save(history.name(), history.items(), () -> search(""));
    }

    /** Exports the history to a file. */
    void share() {
        files.share(history.name(), history.items());
    }

    /** Imports a history. */
    void open() {
        files.open(this::choose);
    }

    private ListEngine.Wanted wanted() {
        return new ListEngine.Wanted(filter.get(), count.get(), diversity.get());
    }

    private record Taken(Person person, Shown list) {}

    /** Takes a person and makes the list without some behaviours at once: a way to the FX thread and back lies between two calls. */
    private void take(Supplier<Person> who, List<Integer> without, Consumer<Person> taking) {
        list.stop(); // otherwise measurements of the last list would delay this one
        ListEngine.Wanted how = wanted();
        background.run(
                Lane.ENGINE,
                choosing,
                ticket -> {
                    Person found = who.get();
                    return new Taken(found, engine.list(found, how, readable(found, without)));
                },
                taken -> {
                    taking.accept(taken.person());
                    person.set(taken.person());
                    off.set(without);
                    answer.set(null);
                    if (how.equals(wanted())) {
                        list.stop();
                        list.show(taken.list());
                    } else {
                        refresh();
                    }
                });
    }

    /** Switches a behaviour off, or on again. */
    void toggle(int behaviour) {
        List<Integer> now = new ArrayList<>(off.get());
        if (!now.remove(Integer.valueOf(behaviour))) {
            now.add(behaviour);
        }
        off.set(List.copyOf(now));
        answer.set(null);
        refresh();
    }

    /** Makes the list again. */
    private void refresh() {
        Person of = person.get();
        if (of == null) {
            return;
        }
        boolean[] readable = readable(of, off.get());
        ListEngine.Wanted how = wanted();
        list.make(() -> engine.list(of, how, readable));
    }

    private static boolean[] readable(Person of, List<Integer> without) {
        boolean[] readable = Recommender.all(of);
        without.forEach(j -> readable[j] = false);
        return readable;
    }

    /** Asks why an item is or is not in the list. */
    void whyNot(Item item) {
        Shown now = shownProperty().get();
        if (now != null && now.list().size() > 0) {
            background.run(
                    Lane.ENGINE,
                    asking,
                    ticket -> engine.whyNot(now, item.number(), ticket::stale),
                    found -> found.ifPresent(answer::set));
        }
    }

    /** Looks items up by words of their titles. */
    void find(String text, Consumer<List<Item>> then) {
        if (run.get() != null && !text.isBlank()) {
            background.run(Lane.ENGINE, finding, ticket -> engine.items(text, ticket::stale), then::accept);
        }
    }

    /** Opens the explanation of an item of the list. */
    void explain(Item item) {
        if (run.get() != null && person.get() != null) {
            explaining.explain(run.get(), person.get(), item.number());
        }
    }

    /** Frees the open run; on the engine thread. */
    public Runnable closing() {
        return engine::close;
    }
}
