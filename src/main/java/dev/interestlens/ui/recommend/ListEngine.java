package dev.interestlens.ui.recommend;

import dev.interestlens.data.Field;
import dev.interestlens.data.ItemWords;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.Schema;
import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Item;
import dev.interestlens.explain.words.Text;
import dev.interestlens.recommend.Filter;
import dev.interestlens.recommend.LeaveOneOut;
import dev.interestlens.recommend.ListCharacter;
import dev.interestlens.recommend.ListSentence;
import dev.interestlens.recommend.People;
import dev.interestlens.recommend.PeopleSearch;
import dev.interestlens.recommend.Person;
import dev.interestlens.recommend.Recommender;
import dev.interestlens.recommend.SampleLists;
import dev.interestlens.recommend.TopList;
import dev.interestlens.recommend.WhyNot;
import dev.interestlens.recommend.WhyNotWords;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.score.HistoryFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** The open run and its recommender; on the engine thread only. */
final class ListEngine implements AutoCloseable {
    private static final int MAX_HITS = 200;
    private static final int SAMPLE = 40;

    private OpenRun run;
    private Recommender recommender;
    private People people;
    private PeopleSearch search;
    private SampleLists sample;
    private Foreseen foreseen;

    /** A found person. */
    record Hit(String name, int user, int events, List<String> made) {
        static Hit made(String name, List<String> items) {
            return new Hit(name, Person.NOBODY, items.size(), items);
        }

        boolean isMade() {
            return user < 0;
        }
    }

    /** How a list is made. */
    record Wanted(Filter filter, int count, double diversity) {}

    /** Somebody's list that was made before it was asked for. */
    private record Foreseen(Hit hit, Person person, Wanted how, Shown list) {}

    /** A category to filter by. */
    record Category(int id, Text name) {}

    /** Opens a run's best checkpoint; returns its categories. */
    List<Category> open(RunFolder folder) {
        close();
        run = OpenRun.best(folder);
        recommender = new Recommender(run.model(), run.samples());
        people = new People(run.samples());
        search = new PeopleSearch(run.data());
        sample = new SampleLists(recommender, people, SAMPLE);
        List<Category> categories = new ArrayList<>();
        Schema schema = run.data().schema();
        int size =
                schema.hasCategory() ? schema.itemFields().get(Schema.CATEGORY).size() : 0;
        dev.interestlens.explain.words.CategoryNames names =
                new dev.interestlens.explain.words.CategoryNames(run.data());
        for (int id = Field.FIRST; id < size; id++) {
            categories.add(new Category(id, names.of(id)));
        }
        return categories;
    }

    /** Checksum of the weights that the run was opened with. */
    String weights() {
        return run.weightsSum();
    }

    /** What may be recommended of this run's log unless a person chooses otherwise. */
    Filter usual() {
        return Filter.usual(run.samples());
    }

    List<Hit> search(String text, BooleanSupplier cancelled) {
        return search.find(text, MAX_HITS, cancelled).stream().map(this::hit).toList();
    }

    /** The user of the log with this key. */
    Optional<Hit> user(String key) {
        int user = run.data().userOf(key);
        return user < 0 ? Optional.empty() : Optional.of(hit(user));
    }

    private Hit hit(int user) {
        PreparedDataset data = run.data();
        return new Hit(data.userKey(user), user, (int) (data.endEvent(user) - data.firstEvent(user)), List.of());
    }

    /** A user before the last event of the test part if there is one, so that the next event is known. */
    Person person(Hit hit) {
        if (foreseen != null && foreseen.hit().equals(hit)) {
            return foreseen.person();
        }
        if (hit.isMade()) {
            return made(hit.name(), new HistoryFile(hit.name(), hit.made()).known(run.data()));
        }
        return people.latest(hit.user());
    }

    Person made(String name, List<Integer> items) {
        return people.made(name, items);
    }

    List<String> keys(List<Integer> items) {
        return items.stream().map(run.data()::itemKey).toList();
    }

    /** Makes the list of somebody who may be chosen next; {@link #person} and {@link #list} then have it. Nothing where it was cancelled. */
    void foresee(Hit hit, Wanted how, BooleanSupplier cancelled) {
        Person person = person(hit);
        recommender
                .top(person, how.filter(), how.count(), how.diversity(), Recommender.all(person), cancelled)
                .ifPresent(list -> foreseen = new Foreseen(hit, person, how, shown(person, list)));
    }

    Shown list(Person person, Wanted how, boolean[] readable) {
        boolean there = foreseen != null
                && foreseen.person() == person
                && foreseen.how().equals(how)
                && Arrays.equals(readable, foreseen.list().list().readable());
        return there
                ? foreseen.list()
                : shown(person, recommender.top(person, how.filter(), how.count(), how.diversity(), readable));
    }

    private Shown shown(Person person, TopList list) {
        Map<Integer, Item> items = new HashMap<>();
        Map<Integer, Boolean> popular = new HashMap<>();
        for (int place : list.chosen()) {
            name(place, items, popular);
        }
        int truth = person.truth() < 0 ? -1 : recommender.catalogue().place(person.truth());
        if (truth >= 0) {
            name(truth, items, popular);
        }
        return new Shown(list, items, popular, truth, null, null, null, null, null);
    }

    private void name(int place, Map<Integer, Item> items, Map<Integer, Boolean> popular) {
        items.computeIfAbsent(place, any -> people.item(recommender.catalogue().item(place)));
        popular.put(place, recommender.inHead(place));
    }

    Optional<Shown> removals(Shown before, BooleanSupplier cancelled) {
        return LeaveOneOut.of(recommender, before.list(), cancelled).map(removals -> {
            Map<Integer, Item> items = new HashMap<>(before.items());
            Map<Integer, Boolean> popular = new HashMap<>(before.popular());
            for (int j = 0; j < removals.behaviours(); j++) {
                for (int place : removals.bestWithout(j, before.list().size())) {
                    name(place, items, popular);
                }
            }
            return before.with(removals, items, popular);
        });
    }

    Shown sentence(Shown before, BooleanSupplier cancelled) {
        return before.with(ListSentence.of(recommender, before.list(), before.removals(), cancelled));
    }

    /** Computes Look for each item of the list. */
    Shown look(Shown before, BooleanSupplier cancelled) {
        TopList list = before.list();
        int n = list.person().behaviours();
        double[] look = new double[list.size() * n];
        Explainer explainer = new Explainer(run.model(), Optional.empty());
        for (int i = 0; i < list.size(); i++) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            Impression impression = people.alone(
                    list.person(), before.items().get(list.chosen()[i]).number());
            System.arraycopy(explainer.look(impression).look(), 0, look, i * n, n);
        }
        return before.with(look);
    }

    Shown character(Shown before) {
        return before.with(ListCharacter.of(recommender, before.list()));
    }

    Shown sharing(Shown before, BooleanSupplier cancelled) {
        return before.with(sample.sharing(before.list(), cancelled));
    }

    /** Why an item is or is not in the list; empty where it was cancelled. */
    Optional<Text> whyNot(Shown shown, int item, BooleanSupplier cancelled) {
        int place = recommender.catalogue().place(item);
        Text title = people.item(item).title();
        TopList list = shown.list();
        Optional<Recommender.Closed> closed = recommender.closed(list.person(), list.filter(), place);
        return closed.isPresent()
                ? Optional.of(WhyNotWords.closed(title, closed.get()))
                : WhyNot.of(recommender, list, place, cancelled).map(answer -> WhyNotWords.of(title, list, answer));
    }

    /** Items whose title, in either language, or id contains all words. */
    List<Item> items(String text, BooleanSupplier cancelled) {
        return new ItemWords(run.data())
                .find(text, MAX_HITS, cancelled).stream().map(people::item).toList();
    }

    @Override
    public void close() {
        foreseen = null;
        if (run != null) {
            recommender.close();
            run.close();
            run = null;
        }
    }
}
