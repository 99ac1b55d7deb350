package dev.interestlens.data.synth;

import dev.interestlens.data.synth.cause.CausesReader;
import dev.interestlens.data.synth.cause.Channel;
import dev.interestlens.store.Disk;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A log in which a candidate is chosen because of two interests at once, one with many behaviours and one with few: neither alone decides, and the
 * mean of a history hides the weaker one. The log has labels, since candidates that were shown and not chosen matter; the chosen one is last, so that
 * no history holds a candidate.
 */
public final class PairLog implements PlantedLog {

    /** Of the generator; another version gives other bytes. */
    private static final int VERSION = 1;

    private final PairSettings settings;
    private final PairWorld world = new PairWorld();

    /**
     * What {@code params.json} of a log of pairs holds.
     *
     * @param kind {@code pair}
     * @param ceiling best AUC; exact
     * @param ceilingWithTime the same: both candidates have the same time
     * @param protocol the settings of training that the log is made for: the behaviours before the two candidates are no samples; none in older logs
     */
    public record Report(
            String kind,
            PairSettings settings,
            int version,
            long events,
            double ceiling,
            double ceilingWithTime,
            Map<String, String> protocol)
            implements PlantedLog.Report {
        public Report {
            protocol = protocol == null ? Map.of() : Map.copyOf(protocol);
        }
    }

    public PairLog(PairSettings settings) {
        this.settings = settings;
    }

    @Override
    public Report write(Path folder) {
        PlantedFile.write(folder, "items.csv", Shop.ITEMS, this::items);
        long events = PlantedFile.write(folder, "events.csv", FarShop.LABELLED, this::events);
        PlantedFile.write(folder, "causes.csv", CausesReader.HEADER, this::causes);
        double ceiling = settings.ceiling();
        Report report = new Report(
                EnumNames.lower(LogKind.PAIR),
                settings,
                VERSION,
                events,
                ceiling,
                ceiling,
                PlantedLog.candidatesAfter(settings.length()));
        Json.write(Disk.real(), folder.resolve("params.json"), report);
        return report;
    }

    private void items(PlantedFile out) throws IOException {
        for (int item = 0; item < world.items(); item++) {
            out.row(world.line(item));
        }
    }

    private void events(PlantedFile out) throws IOException {
        int length = settings.length();
        for (int user = 0; user < settings.users(); user++) {
            PairCustomer customer = PairCustomer.of(settings, user);
            String key = Shop.userKey(user);
            for (int i = 0; i < length; i++) {
                event(out, key, customer.items()[i], customer.times()[i], 1);
            }
            event(out, key, customer.shown(), customer.times()[length], 0);
            event(out, key, customer.chosen(), customer.times()[length], 1);
        }
    }

    private static void event(PlantedFile out, String user, int item, long time, int label) throws IOException {
        out.row(user, ShopWorld.key(item), time, label);
    }

    /** A line for each behaviour and one for the choice; a candidate that was only shown is not an event. */
    private void causes(PlantedFile out) throws IOException {
        for (int user = 0; user < settings.users(); user++) {
            PairCustomer customer = PairCustomer.of(settings, user);
            String key = Shop.userKey(user);
            for (int i = 0; i < settings.length(); i++) {
                out.row(key, i, Channel.N, "", "");
            }
            if (customer.caused()) {
                String both =
                        PlantedFile.places(customer.strong()) + CausesReader.AND + PlantedFile.places(customer.weak());
                out.row(key, settings.length(), Channel.P, customer.trigger(), both);
            } else {
                out.row(key, settings.length(), Channel.S, "", "");
            }
        }
    }
}
