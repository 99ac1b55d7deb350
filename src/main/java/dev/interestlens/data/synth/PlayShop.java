package dev.interestlens.data.synth;

import dev.interestlens.data.synth.cause.CausesReader;
import dev.interestlens.data.synth.cause.Channel;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small shop with one law, from which a model learns in seconds. Customers follow one another in time, so that a split by time is a split by
 * customers, and the chosen candidate is last, so that no history holds a candidate.
 */
public final class PlayShop implements PlantedLog {
    private static final String ITEMS = "item_id,category,brand,title,title_zh";
    private static final int VERSION = 2;
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int MIN_GAP = 5 * MINUTE;
    private static final String VALID = "0.7";
    private static final String TEST = "0.8";

    /** One customer in so many is in the test part. */
    private static final int LAST = 5;

    /** For each customer that is watched so many are looked at: enough to find different ones, at once. */
    private static final int FEW = 10;

    private final PlaySettings settings;
    private final PlayWorld world;

    public PlayShop(PlaySettings settings) {
        this.settings = settings;
        world = new PlayWorld(settings.seed());
    }

    /** What {@code params.json} of such a shop holds; its members are those of {@link PairLog.Report}. */
    public record Report(
            PlaySettings settings,
            int version,
            long events,
            double ceiling,
            double ceilingWithTime,
            Map<String, String> protocol)
            implements PlantedLog.Report {}

    /** The settings of training that it is made for. */
    public static Map<String, String> protocol() {
        Map<String, String> protocol = new LinkedHashMap<>(PlantedLog.candidatesAfter(PlaySettings.LENGTH));
        protocol.put("data.protocol.time.valid", VALID);
        protocol.put("data.protocol.time.test", TEST);
        return protocol;
    }

    @Override
    public Report write(Path folder) {
        PlantedFile.write(folder, "items.csv", ITEMS, this::items);
        long events = PlantedFile.write(folder, "events.csv", FarShop.LABELLED, this::events);
        PlantedFile.write(folder, "causes.csv", CausesReader.HEADER, this::causes);
        double ceiling = settings.ceiling();
        Report report = new Report(settings, VERSION, events, ceiling, ceiling, protocol());
        Json.write(Disk.real(), folder.resolve("params.json"), report);
        return report;
    }

    /**
     * Some customers that obeyed the law, of the last ones, who are in the test part: no two with the same candidate, and as long as there are such, none
     * with the same causes.
     */
    public List<PlayHistory> last(int count) {
        List<PlayHistory> last = IntStream.iterate(settings.customers() - 1, number -> number - 1)
                .limit(Math.max(count, settings.customers() / LAST))
                .filter(number -> customer(number).obeyed())
                .limit((long) FEW * count)
                .mapToObj(this::history)
                .toList();
        List<PlayHistory> found = new ArrayList<>();
        for (boolean again : new boolean[] {false, true}) {
            for (PlayHistory next : last) {
                boolean other = found.stream()
                        .noneMatch(each -> each.candidate().equals(next.candidate())
                                || !again
                                        && !next.causes().isEmpty()
                                        && each.causes().equals(next.causes()));
                if (other && found.size() < count) {
                    found.add(next);
                }
            }
        }
        return found;
    }

    private PlayHistory history(int number) {
        PlayCustomer customer = customer(number);
        return new PlayHistory(
                Shop.userKey(number),
                world.name(customer.chosen()),
                Arrays.stream(customer.items()).mapToObj(world::name).toList(),
                customer.causes().stream().flatMapToInt(Arrays::stream).boxed().toList());
    }

    private PlayCustomer customer(int number) {
        return PlayCustomer.of(settings, world, number);
    }

    private void items(PlantedFile out) throws IOException {
        for (int item = 0; item < PlayWorld.ITEMS; item++) {
            out.row(world.line(item));
        }
    }

    private void events(PlantedFile out) throws IOException {
        long time = ShopGenerator.FIRST_DAY;
        for (int user = 0; user < settings.customers(); user++) {
            PlayCustomer customer = customer(user);
            Draws draws = Draws.of(settings.seed(), -2L - user);
            for (int item : customer.items()) {
                event(out, user, item, time, 1);
                time += MIN_GAP + draws.below(HOUR);
            }
            event(out, user, customer.shown(), time, 0);
            event(out, user, customer.chosen(), time, 1);
            time += MINUTE;
        }
    }

    private static void event(PlantedFile out, int user, int item, long time, int label) throws IOException {
        out.row(Shop.userKey(user), ShopWorld.key(item), time, label);
    }

    private void causes(PlantedFile out) throws IOException {
        for (int user = 0; user < settings.customers(); user++) {
            PlayCustomer customer = customer(user);
            String key = Shop.userKey(user);
            for (int i = 0; i < PlaySettings.LENGTH; i++) {
                out.row(key, i, Channel.N, "", "");
            }
            if (customer.obeyed() && !customer.causes().isEmpty()) {
                String support = customer.causes().stream()
                        .map(PlantedFile::places)
                        .collect(Collectors.joining(CausesReader.AND));
                int last = customer.causes().stream()
                        .flatMapToInt(Arrays::stream)
                        .max()
                        .orElseThrow();
                Channel channel = customer.causes().size() > 1 ? Channel.P : Channel.R;
                out.row(key, PlaySettings.LENGTH, channel, last, support);
            } else {
                out.row(key, PlaySettings.LENGTH, Channel.S, "", "");
            }
        }
    }
}
