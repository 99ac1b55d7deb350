package dev.interestlens.measurement.compare;

import dev.interestlens.explain.look.Item;
import dev.interestlens.recommend.Filter;
import dev.interestlens.recommend.People;
import dev.interestlens.recommend.Person;
import dev.interestlens.recommend.Recommender;
import dev.interestlens.recommend.TopList;
import dev.interestlens.workspace.OpenRun;
import java.util.ArrayList;
import java.util.List;

/**
 * The recommendations of two runs for the same user, side by side.
 *
 * @param one the first run's list, best first
 * @param other the second run's
 * @param shared items of both lists
 */
public record ListComparison(List<Place> one, List<Place> other, int shared) {
    /**
     * One place of a list.
     *
     * @param rank in this run's list, from 1
     * @param elsewhere its rank by the other run, among all items that could be in its list; 0 where it could not
     */
    public record Place(Item item, int rank, int elsewhere) {}

    public ListComparison {
        one = List.copyOf(one);
        other = List.copyOf(other);
    }

    /**
     * The best of the catalogue before the user's last test event, or where there is none after everything in the log.
     *
     * @param user the key in the source
     * @throws dev.interestlens.store.ProblemException of kind USAGE where the user is not in the data of one run
     */
    public static ListComparison of(OpenRun first, OpenRun second, String user, int count) {
        try (Side one = new Side(first, user, count);
                Side other = new Side(second, user, count)) {
            List<Place> mine = one.beside(other);
            return new ListComparison(mine, other.beside(one), (int) mine.stream()
                    .filter(place -> place.elsewhere() > 0 && place.elsewhere() <= count)
                    .count());
        }
    }

    /** One run with its list. */
    private static final class Side implements AutoCloseable {
        private final OpenRun run;
        private final People people;
        private final Recommender recommender;
        private final TopList list;

        Side(OpenRun run, String user, int count) {
            this.run = run;
            people = new People(run.samples());
            Person person = people.latest(people.user(user));
            recommender = new Recommender(run.model(), run.samples());
            list = recommender.top(person, Filter.usual(run.samples()), count);
        }

        List<Place> beside(Side other) {
            List<Place> places = new ArrayList<>();
            for (int place : list.chosen()) {
                Item item = people.item(recommender.catalogue().item(place));
                places.add(new Place(item, places.size() + 1, other.rank(item.id())));
            }
            return places;
        }

        private int rank(String key) {
            int place = recommender.catalogue().place(run.data().itemOf(key));
            return place >= 0 && list.open()[place] ? list.rank(place) : 0;
        }

        @Override
        public void close() {
            recommender.close();
        }
    }
}
