package dev.interestlens.data.synth;

import dev.interestlens.data.synth.cause.CausesReader;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FolderKind;
import dev.interestlens.store.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A shop with all its events. Customers are generated on demand, so that a million of them need no memory. */
public final class Shop implements PlantedLog {

    /** The folder of a shop, or of another planted log. */
    public static final FolderKind KIND = new FolderKind(
            Map.of("params.json", "\"ceiling\"", "causes.csv", "user_id,seq,"),
            Pattern.compile("(events|items|causes)\\.csv|params\\.json"),
            false);

    /** The header of {@code items.csv}. */
    static final String ITEMS = "item_id,category,domain,series,title,title_zh";

    /** Of the generator; another version gives other bytes. */
    private static final int VERSION = 1;

    private final ShopSettings settings;
    private final ShopTruth truth;
    private final ShopGenerator generator;

    /**
     * What {@code params.json} holds: the settings that determine the files, and the best possible AUC.
     *
     * @param ceiling best AUC without the candidate's time
     * @param ceilingWithTime best AUC with it
     */
    public record Report(ShopSettings settings, int version, long events, double ceiling, double ceilingWithTime)
            implements PlantedLog.Report {}

    Shop(ShopSettings settings, ShopTruth truth, ShopGenerator generator) {
        this.settings = settings;
        this.truth = truth;
        this.generator = generator;
    }

    public ShopSettings settings() {
        return settings;
    }

    public ShopTruth truth() {
        return truth;
    }

    /** A customer's events, oldest first. */
    public List<ShopEvent> user(int number) {
        return generator.user(number);
    }

    /** The id in the files: {@code u0042}. */
    public static String userKey(int number) {
        return "u" + ShopWorld.padded(number);
    }

    @Override
    public Report write(Path folder) {
        PlantedFile.write(folder, "items.csv", ITEMS, this::items);
        long events = PlantedFile.write(folder, "events.csv", "user_id,item_id,timestamp", this::events);
        PlantedFile.write(folder, "causes.csv", CausesReader.HEADER, this::causes);
        Ceiling ceiling = Ceiling.of(this);
        Report report = new Report(settings, VERSION, events, rounded(ceiling.value()), rounded(ceiling.withTime()));
        Json.write(Disk.real(), folder.resolve("params.json"), report);
        return report;
    }

    private void items(PlantedFile out) throws IOException {
        ShopWorld world = truth.world();
        for (int i = 0; i < world.items(); i++) {
            out.row(
                    ShopWorld.key(i),
                    world.categoryName(i),
                    world.domainName(i),
                    world.series(i),
                    world.title(i),
                    world.chineseTitle(i));
        }
    }

    private void events(PlantedFile out) throws IOException {
        for (int user = 0; user < settings.users(); user++) {
            for (ShopEvent event : user(user)) {
                out.row(userKey(user), ShopWorld.key(event.item()), event.time());
            }
        }
    }

    private void causes(PlantedFile out) throws IOException {
        for (int user = 0; user < settings.users(); user++) {
            int position = 0;
            for (ShopEvent event : user(user)) {
                String trigger = event.trigger() < 0 ? "" : Integer.toString(event.trigger());
                out.row(userKey(user), position++, event.channel(), trigger, PlantedFile.places(event.support()));
            }
        }
    }

    static double rounded(double value) {
        return StrictMath.rint(value * 10_000) / 10_000;
    }
}
