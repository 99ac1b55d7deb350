package dev.interestlens.data.synth;

import dev.interestlens.data.synth.cause.CausesReader;
import dev.interestlens.data.synth.cause.Channel;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FolderKind;
import dev.interestlens.store.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Long histories whose labelled candidates have causes far back, for models that search. Nothing else distinguishes chosen candidates from others:
 * neither popularity, nor category, nor recent behaviours. Customers follow one another in time, so that a split by time is a split by customers.
 */
public final class FarShop implements PlantedLog {
    /** The folder of such a shop. */
    public static final FolderKind KIND = new FolderKind(
            Map.of("params.json", "\"ceiling\"", "causes.csv", "user_id,seq,"),
            Pattern.compile("(events|items|causes|targets)\\.csv|params\\.json"),
            false);

    /** The header of {@code events.csv} with labels. */
    static final String LABELLED = "user_id,item_id,timestamp,label";

    /** The header of {@code targets.csv}. */
    static final String TARGETS = "user_id,item_id,timestamp,label,caused,distance,planted";

    private static final int VERSION = 1;
    private static final long FIRST = 1_000_000_000;
    private static final long SPAN = 20L * 365 * 86_400;
    private static final long LONGEST_STEP = 60;
    private static final int MAX_TARGETS = 16;

    private final FarSettings settings;
    private final FarWorld world;
    private final long step;

    public FarShop(FarSettings settings) {
        this.settings = settings;
        world = new FarWorld(settings.seed());
        step = Math.max(1, Math.min(LONGEST_STEP, SPAN / ((long) settings.users() * lifetime())));
    }

    /**
     * What {@code params.json} holds.
     *
     * @param ceiling the best AUC: that of a model that knows every cause
     * @param ceilingWithTime the same, since times carry no information
     * @param protocol the settings of training that the log is made for
     */
    public record Report(
            FarSettings settings,
            int version,
            long events,
            double ceiling,
            double ceilingWithTime,
            Map<String, String> protocol)
            implements PlantedLog.Report {}

    private long lifetime() {
        return (long) settings.length() + MAX_TARGETS;
    }

    /** Writes {@code events.csv}, {@code items.csv}, {@code causes.csv}, {@code targets.csv} and {@code params.json} into the folder, made if it is missing. */
    @Override
    public Report write(Path folder) {
        PlantedFile.write(folder, "items.csv", Shop.ITEMS, this::items);
        long events = PlantedFile.write(folder, "events.csv", LABELLED, this::events);
        PlantedFile.write(folder, "causes.csv", CausesReader.HEADER, this::causes);
        PlantedFile.write(folder, "targets.csv", TARGETS, this::targets);
        double ceiling = Shop.rounded(settings.ceiling());
        Report report =
                new Report(settings, VERSION, events, ceiling, ceiling, PlantedLog.candidatesAfter(settings.length()));
        Json.write(Disk.real(), folder.resolve("params.json"), report);
        return report;
    }

    LongHistoryCustomer customer(int number) {
        return LongHistoryCustomer.of(settings, world, number);
    }

    private void items(PlantedFile out) throws IOException {
        for (int i = 0; i < settings.items(); i++) {
            out.row(ShopWorld.key(i), world.categoryName(i), "", "", world.title(i), world.chineseTitle(i));
        }
    }

    private long time(int user, long at) {
        return FIRST + (user * lifetime() + at) * step;
    }

    private void events(PlantedFile out) throws IOException {
        for (int user = 0; user < settings.users(); user++) {
            LongHistoryCustomer customer = customer(user);
            int at = 0;
            for (int item : customer.history()) {
                line(out, user, item, time(user, at++), true);
            }
            for (LongHistoryCustomer.Target target : customer.targets()) {
                line(out, user, target.item(), time(user, at++), target.chosen());
            }
        }
    }

    private static void line(PlantedFile out, int user, int item, long time, boolean chosen) throws IOException {
        out.row(Shop.userKey(user), ShopWorld.key(item), time, chosen ? 1 : 0);
    }

    private void causes(PlantedFile out) throws IOException {
        for (int user = 0; user < settings.users(); user++) {
            String key = Shop.userKey(user);
            for (int at = 0; at < settings.length(); at++) {
                out.row(key, at, Channel.N, "", "");
            }
            for (LongHistoryCustomer.Target target : customer(user).targets()) {
                if (target.chosen() && target.caused()) {
                    int trigger = target.support()[target.support().length - 1];
                    out.row(key, target.position(), Channel.R, trigger, PlantedFile.places(target.support()));
                } else if (target.chosen()) {
                    out.row(key, target.position(), Channel.S, "", "");
                }
            }
        }
    }

    /** Every candidate with the distance of its cause, including candidates that were not chosen. */
    private void targets(PlantedFile out) throws IOException {
        for (int user = 0; user < settings.users(); user++) {
            long at = settings.length();
            for (LongHistoryCustomer.Target target : customer(user).targets()) {
                out.row(
                        Shop.userKey(user),
                        ShopWorld.key(target.item()),
                        time(user, at++),
                        target.chosen() ? 1 : 0,
                        target.caused() ? 1 : 0,
                        target.distance(),
                        PlantedFile.places(target.support()));
            }
        }
    }
}
