package dev.interestlens.data.synth;

import dev.interestlens.store.Disk;
import dev.interestlens.store.FolderKind;
import dev.interestlens.store.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A shop in which fields cause what is bought, and no earlier event does: the occasion (an item of the domain that belongs to it), the user's
 * profession (an item of its domain), an offer (any item on offer), and sometimes nothing. City, device and colour cause nothing. Each cause is
 * present at every event and independent of the others, few items are on offer, and the occasion never belongs to the user's own profession: so
 * hardly any event has two possible causes, and the true one can be told.
 */
public final class FieldShop implements PlantedLog {
    /** The folder of such a shop. */
    public static final FolderKind KIND = new FolderKind(
            Map.of("params.json", "\"ceiling\"", "fields.csv", "user_id,seq,field"),
            Pattern.compile("(events|items|users|fields)\\.csv|params\\.json"),
            false);

    /** What causes an event; the name of the field, or empty for chance. */
    public enum Cause {
        OCCASION("occasion"),
        PROFESSION("profession"),
        OFFER("offer"),
        CHANCE("");

        private final String field;

        Cause(String field) {
            this.field = field;
        }

        public String field() {
            return field;
        }
    }

    /** One event: what was bought, when, on which occasion, and why. */
    record Event(int item, long time, int occasion, int device, Cause cause) {}

    /** What {@code params.json} holds; {@code ceiling} is the best AUC of a model that reads every field. */
    public record Report(int users, long seed, int version, long events, double ceiling, double ceilingWithTime)
            implements PlantedLog.Report {}

    private static final int VERSION = 2;
    private static final int MAX_USERS = 4_000;
    private static final int ITEMS = 2_400;
    private static final int COLOURS = 6;
    private static final int CITIES = 20;
    private static final int DEVICES = 3;
    private static final double OCCASION = 0.36;
    private static final double PROFESSION = 0.28;
    private static final double OFFER = 0.28;
    private static final double CHANCE = 1 - OCCASION - PROFESSION - OFFER;
    private static final double OFFERED = 0.06;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 60;
    private static final double LENGTH_SCALE = 7.5;
    private static final long FIRST_DAY = 1_700_000_000;
    private static final int DAY = 86_400;
    private static final List<String> PROFESSIONS = List.of(
            "typist",
            "actor",
            "midwife",
            "trainer",
            "barista",
            "reporter",
            "vet",
            "ranger",
            "skipper",
            "florist",
            "baker",
            "painter");
    private static final List<String> OCCASIONS = List.of(
            "new desk",
            "wedding",
            "birth",
            "marathon",
            "brunch",
            "journey",
            "adoption",
            "holiday",
            "summer",
            "spring",
            "birthday",
            "exhibition");

    private final int users;
    private final long seed;
    private final ShopWorld world;
    private final boolean[] offered = new boolean[ITEMS];
    private final int[] colours = new int[ITEMS];

    public FieldShop(int users, long seed) {
        this.users = users;
        this.seed = seed;
        world = new ShopWorld(new ShopSettings(ShopKind.MIXED, ShopKind.MIXED.behaviour(), users, ITEMS, seed));
        Draws draws = Draws.of(seed, -2);
        for (int item = 0; item < ITEMS; item++) {
            offered[item] = draws.chance(OFFERED);
            colours[item] = draws.below(COLOURS);
        }
    }

    int profession(int user) {
        return Draws.of(seed, -3L - user).below(PROFESSIONS.size());
    }

    /** The probability of each item given its cause; 0 for items of the history. */
    private double[] law(Cause cause, int profession, int occasion, boolean[] seen) {
        double[] p = new double[ITEMS];
        double sum = 0;
        for (int item = 0; item < ITEMS; item++) {
            boolean fits =
                    switch (cause) {
                        case OCCASION -> world.interest(item) == occasion;
                        case PROFESSION -> world.interest(item) == profession;
                        case OFFER -> offered[item];
                        case CHANCE -> true;
                    };
            p[item] = fits && !seen[item] ? 1 : 0;
            sum += p[item];
        }
        for (int item = 0; sum > 0 && item < ITEMS; item++) {
            p[item] /= sum;
        }
        return p;
    }

    /**
     * p(next item) for a user without a history, by the number in the items' keys.
     *
     * @param profession its name; an unknown one causes nothing
     * @param occasion likewise
     */
    public double[] next(String profession, String occasion) {
        return next(PROFESSIONS.indexOf(profession), OCCASIONS.indexOf(occasion), new boolean[ITEMS]);
    }

    /** p(next item | fields and history): the best possible score. */
    double[] next(int profession, int occasion, boolean[] seen) {
        double[] p = new double[ITEMS];
        ShopTruth.add(p, OCCASION, law(Cause.OCCASION, profession, occasion, seen));
        ShopTruth.add(p, PROFESSION, law(Cause.PROFESSION, profession, occasion, seen));
        ShopTruth.add(p, OFFER, law(Cause.OFFER, profession, occasion, seen));
        ShopTruth.add(p, CHANCE, law(Cause.CHANCE, profession, occasion, seen));
        return p;
    }

    private static Cause cause(double drawn) {
        if (drawn < OCCASION) {
            return Cause.OCCASION;
        }
        if (drawn < OCCASION + PROFESSION) {
            return Cause.PROFESSION;
        }
        return drawn < OCCASION + PROFESSION + OFFER ? Cause.OFFER : Cause.CHANCE;
    }

    /** All events of a customer, oldest first. */
    List<Event> user(int number) {
        Draws draws = Draws.of(seed, number);
        int profession = profession(number);
        boolean[] seen = new boolean[ITEMS];
        List<Event> events = new ArrayList<>();
        int length = (int) Math.min(LONGEST, SHORTEST + LENGTH_SCALE * (draws.exponential() + draws.exponential()));
        long time = FIRST_DAY + draws.below(60 * DAY);
        while (events.size() < length) {
            int occasion = (profession + 1 + draws.below(OCCASIONS.size() - 1)) % OCCASIONS.size();
            Cause cause = cause(draws.uniform());
            int item = draws.weighted(law(cause, profession, occasion, seen));
            seen[item] = true;
            events.add(new Event(item, time, occasion, draws.below(DEVICES), cause));
            time += 600 + draws.below(2 * DAY);
        }
        return events;
    }

    /** Writes {@code events.csv}, {@code users.csv}, {@code items.csv}, {@code fields.csv} (the causes) and {@code params.json} into the folder. */
    @Override
    public Report write(Path folder) {
        PlantedFile.write(folder, "items.csv", "item_id,category,offer,colour,title,title_zh", this::items);
        PlantedFile.write(folder, "users.csv", "user_id,profession,city", this::customers);
        long events =
                PlantedFile.write(folder, "events.csv", "user_id,item_id,timestamp,occasion,device", this::events);
        PlantedFile.write(folder, "fields.csv", "user_id,seq,field", this::causes);
        double ceiling = Shop.rounded(ceiling());
        Report report = new Report(users, seed, VERSION, events, ceiling, ceiling); // times carry no information
        Json.write(Disk.real(), folder.resolve("params.json"), report);
        return report;
    }

    private void items(PlantedFile out) throws IOException {
        for (int i = 0; i < ITEMS; i++) {
            out.row(
                    ShopWorld.key(i),
                    world.domainName(i),
                    offered[i] ? "yes" : "no",
                    "colour " + (colours[i] + 1),
                    world.title(i),
                    world.chineseTitle(i));
        }
    }

    private void customers(PlantedFile out) throws IOException {
        for (int user = 0; user < users; user++) {
            int city = 1 + Draws.of(seed, -4L - users - user).below(CITIES);
            out.row(Shop.userKey(user), PROFESSIONS.get(profession(user)), "city " + city);
        }
    }

    private void events(PlantedFile out) throws IOException {
        for (int user = 0; user < users; user++) {
            for (Event event : user(user)) {
                out.row(
                        Shop.userKey(user),
                        ShopWorld.key(event.item()),
                        event.time(),
                        OCCASIONS.get(event.occasion()),
                        "device " + (event.device() + 1));
            }
        }
    }

    private void causes(PlantedFile out) throws IOException {
        for (int user = 0; user < users; user++) {
            int position = 0;
            for (Event event : user(user)) {
                out.row(Shop.userKey(user), position++, event.cause().field());
            }
        }
    }

    /** The mean over customers of ½ + ½·Gini(p) of their last event. */
    private double ceiling() {
        double sum = 0;
        int asked = Math.min(MAX_USERS, users);
        for (int i = 0; i < asked; i++) {
            int user = (int) ((long) i * users / asked);
            List<Event> events = user(user);
            boolean[] seen = new boolean[ITEMS];
            events.subList(0, events.size() - 1).forEach(event -> seen[event.item()] = true);
            double[] p = next(profession(user), events.get(events.size() - 1).occasion(), seen);
            int[] unseen = IntStream.range(0, ITEMS).filter(item -> !seen[item]).toArray();
            double[] sorted = Arrays.stream(unseen).mapToDouble(item -> p[item]).toArray();
            Arrays.sort(sorted);
            sum += Ceiling.auc(sorted, 1);
        }
        return sum / asked;
    }
}
