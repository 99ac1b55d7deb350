package dev.interestlens.data.plant;

import dev.interestlens.data.ColumnCopies;
import dev.interestlens.data.ColumnSum;
import dev.interestlens.data.ColumnWriter;
import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.DatasetInfo.Finding;
import dev.interestlens.data.Layout;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.Seal;
import dev.interestlens.data.plant.Planting.Planted;
import dev.interestlens.data.synth.cause.CausesReader;
import dev.interestlens.data.synth.cause.Channel;
import dev.interestlens.store.Components;
import dev.interestlens.store.Disk;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.OutputPath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A copy of a data set with planted causes: all columns but the items of events are those of the log, byte for byte. */
public final class PlantedCopy {
    private final PreparedDataset data;
    private final PlantSettings settings;
    private final Planting planting;

    private PlantedCopy(PreparedDataset data, PlantSettings settings) {
        this.data = data;
        this.settings = settings;
        planting = new Planting(data, settings);
        planting.plant();
    }

    /**
     * Plants and writes a data set that appears complete or not at all. The same log and settings give the same bytes.
     *
     * @throws dev.interestlens.store.ProblemException of kind BAD_INPUT where the log is too small, has no categories or no times, or is damaged
     */
    public static PlantReport write(PreparedDataset data, PlantSettings settings, OutputPath target, Disk disk) {
        PlantedCopy copy = new PlantedCopy(data, settings);
        return target.make(disk, work -> copy.writeTo(work.made(), disk));
    }

    private PlantReport writeTo(Path folder, Disk disk) throws IOException {
        String items = Layout.item(Layout.EVENTS);
        disk.createFolders(folder);
        List<ColumnSum> sums =
                new ArrayList<>(ColumnCopies.copy(data.folder(), folder, Set.of(items, Layout.REJECTED), disk));
        try (ColumnWriter out = new ColumnWriter(disk, folder, items)) {
            for (int item : planting.items()) {
                out.putInt(item);
            }
            sums.add(out.finish());
        }
        try (Disk.Output out = disk.create(folder.resolve(Layout.CAUSES))) {
            out.write(ByteBuffer.wrap(causes().getBytes(StandardCharsets.UTF_8)));
            out.force();
        }
        PlantReport report = planting.report();
        Seal.put(disk, folder, sums, fingerprint -> marked(report, fingerprint));
        disk.forceFolder(folder);
        return report;
    }

    /** One line for each event of each user with a planted effect. */
    private String causes() {
        StringBuilder text = new StringBuilder(CausesReader.HEADER).append('\n');
        Map<Integer, List<Planted>> effects = planting.effects();
        for (int user : effects.keySet().stream().sorted().toList()) {
            Map<Integer, Planted> own =
                    effects.get(user).stream().collect(Collectors.toMap(Planted::position, each -> each));
            long events = data.endEvent(user) - data.firstEvent(user);
            for (int position = 0; position < events; position++) {
                text.append(data.userKey(user)).append(',').append(position).append(',');
                text.append(why(own.get(position))).append('\n');
            }
        }
        return text.toString();
    }

    private String why(Planted planted) {
        if (planted == null) {
            return Channel.N + ",,";
        }
        boolean together = settings.law() == PlantedLaw.PAIR;
        String places = planted.causes().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(together ? CausesReader.AND : " "));
        int last = planted.causes().get(planted.causes().size() - 1);
        return (together ? Channel.P : Channel.R) + "," + last + "," + places;
    }

    private DatasetInfo marked(PlantReport report, String fingerprint) {
        DatasetInfo log = data.info();
        Map<String, String> all = new HashMap<>(log.origin().settings());
        all.put(DatasetInfo.PLANTED, EnumNames.lower(settings.law()));
        all.put("planted.share", Double.toString(settings.share()));
        all.put("planted.seed", Long.toString(settings.seed()));
        all.put("planted.log", log.fingerprint());
        String name = log.origin().name() + "-planted-" + EnumNames.lower(settings.law());
        List<Finding> notes = new ArrayList<>(log.notes());
        notes.add(0, new Finding("planted", report.events(), "", List.of()));
        long duplicates = log.audit().duplicates() == 0 ? 0 : duplicates();
        return Components.of(log)
                .with(
                        "origin",
                        Components.of(log.origin()).with("name", name, "settings", all),
                        "audit",
                        Components.of(log.audit()).with("notes", notes, "duplicates", duplicates),
                        "fingerprint",
                        fingerprint);
    }

    /** Events that repeat an earlier one of the same user, item and time. */
    private long duplicates() {
        int[] items = planting.items();
        long repeated = 0;
        Set<Integer> seen = new HashSet<>();
        for (int user = 0; user < data.users(); user++) {
            for (long event = data.firstEvent(user); event < data.endEvent(user); event++) {
                boolean together = event > data.firstEvent(user)
                        && data.eventTime(event) == data.eventTime(event - 1)
                        && data.eventMicros(event) == data.eventMicros(event - 1);
                if (!together) {
                    seen.clear();
                }
                repeated += seen.add(items[(int) event]) ? 0 : 1;
            }
        }
        return repeated;
    }
}
