package dev.interestlens.data.synth;

import dev.interestlens.data.synth.cause.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Generates the events of customers. Each customer is a function of seed and number only; the order of draws is fixed. */
public final class ShopGenerator {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 60;
    private static final double LENGTH_SCALE = 7.5;
    static final long FIRST_DAY = 1_700_000_000;
    static final int FIRST_DAYS = 60 * 86_400;
    private static final int[] NOTHING = {};

    /** An item is met again among so many events, the newer the likelier. */
    private static final int REMEMBERED = 30;

    private static final double FORGOTTEN = 0.9;

    private final ShopSettings settings;
    private final ShopTruth truth;

    public ShopGenerator(ShopSettings settings) {
        this.settings = settings;
        this.truth = new ShopTruth(settings);
    }

    public Shop generate() {
        return new Shop(settings, truth, this);
    }

    /** All events of a customer, oldest first. */
    public List<ShopEvent> user(int number) {
        Draws draws = Draws.of(settings.seed(), number);
        ShopHistory history = new ShopHistory(truth.world());
        List<ShopEvent> events = new ArrayList<>();
        int length = (int) Math.min(LONGEST, SHORTEST + LENGTH_SCALE * (draws.exponential() + draws.exponential()));
        long time = FIRST_DAY + draws.below(FIRST_DAYS);
        int first =
                draws.weighted(truth.items(history, draws.below(truth.world().interests())));
        events.add(new ShopEvent(first, time, Channel.N, -1, NOTHING));
        history.add(first, time);
        while (events.size() < length) {
            ShopEvent event = step(draws, history, time);
            events.add(event);
            history.add(event.item(), event.time());
            time = event.time();
        }
        return events;
    }

    private ShopEvent step(Draws draws, ShopHistory history, long before) {
        if (settings.repeats() != null && draws.chance(settings.repeats())) {
            return repeat(draws, history, before);
        }
        ShopSettings.Behaviour behaviour = settings.behaviour();
        Channel channel;
        int interest = -1;
        long time;
        if (draws.chance(behaviour.stay())) {
            time = before + 20 + draws.below(580);
            channel = draws.chance(behaviour.stray()) ? Channel.S : Channel.C;
            interest = history.currentInterest();
        } else {
            time = before + (long) (3600 * (2 + 40 * draws.exponential()));
            double[] returns = truth.returns(history);
            channel = draws.chance(truth.explore(history, returns)) ? Channel.N : Channel.R;
            interest = channel == Channel.N ? draws.below(truth.world().interests()) : draws.weighted(returns);
        }
        if (behaviour.noise() > 0 && draws.chance(behaviour.noise())) {
            channel = Channel.S;
        }
        int item = draws.weighted(channel == Channel.S ? truth.uniform(history) : truth.items(history, interest));
        boolean caused = channel == Channel.C || channel == Channel.R;
        return new ShopEvent(
                item,
                time,
                channel,
                caused ? history.last(interest) : -1,
                caused ? history.positions(interest) : NOTHING);
    }

    /** Meets an item again within the session: caused by the events in which it was met. */
    private ShopEvent repeat(Draws draws, ShopHistory history, long before) {
        double[] weights = new double[history.size()];
        for (int age = 0; age < Math.min(REMEMBERED, weights.length); age++) {
            weights[weights.length - 1 - age] = StrictMath.pow(FORGOTTEN, age);
        }
        int item = history.item(draws.weighted(weights));
        int[] met = IntStream.range(0, history.size())
                .filter(position -> history.item(position) == item)
                .toArray();
        return new ShopEvent(item, before + 20 + draws.below(580), Channel.R, met[met.length - 1], met);
    }
}
