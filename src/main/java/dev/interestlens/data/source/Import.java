package dev.interestlens.data.source;

import dev.interestlens.data.ColumnSum;
import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.Field;
import dev.interestlens.data.Layout;
import dev.interestlens.data.Schema;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.store.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/** One import: reads the files of a plan and writes a data set into a folder of its own. */
final class Import {

    private final ImportPlan plan;
    private final List<Path> unread;
    private final PrepareOptions options;
    private final Disk disk;
    private final Progress progress;

    /** @param unread files that stand beside those of the plan, to be named in the audit */
    Import(ImportPlan plan, List<Path> unread, PrepareOptions options, Disk disk, Progress progress) {
        this.plan = plan;
        this.unread = unread;
        this.options = options;
        this.disk = disk;
        this.progress = progress;
    }

    /** @param work for temporary files @param folder empty; will hold the data set */
    void run(Path work, Path folder) throws IOException {
        Map<TableInput, TextTable> tables = scan(work);
        List<Path> readable = tables.values().stream().map(TextTable::readable).toList();
        Audit rejected = new Audit();
        Audit notes = new Audit();
        unread.forEach(file -> notes.note("fileUnread", file.getFileName().toString(), 1));
        try (Duck duck = new Duck(work, readable, options, progress)) {
            progress.at("read", 0.15);
            TextTable log = tables.get(plan.events());
            Map<String, String> settings;
            try (RejectedRows rows = new RejectedRows(folder)) {
                settings = new EventLoad(duck, plan.events(), log, options, rejected, rows).run();
            }
            progress.at("encode", 0.5);
            if (plan.events().has(Roles.TIME)) {
                notes.note("farTimes", log.source().name(), farTimes(duck));
            }
            EntityLoad items = new EntityLoad(duck, disk, folder, notes);
            int itemCount = items.items(plan, plan.items().map(tables::get).orElse(null), options);
            EntityLoad users = new EntityLoad(duck, disk, folder, notes);
            int userCount = users.users(plan, plan.users().map(tables::get).orElse(null));
            progress.at("sort", 0.6);
            EventWriter events = new EventWriter(
                    duck, disk, folder, plan.events(), Layout.EVENTS, options.dropDuplicates(), userCount);
            events.run(progress);
            long impressions = 0;
            List<ColumnSum> sums = new ArrayList<>(items.sums());
            if (plan.events().has(Roles.LABEL)) {
                EventWriter shown = new EventWriter(
                        duck, disk, folder, plan.events(), Layout.IMPRESSIONS, options.dropDuplicates(), userCount);
                shown.run(progress);
                sums.addAll(shown.sums());
                impressions = shown.events();
            }
            progress.at("check", 0.95);
            sums.addAll(users.sums());
            sums.addAll(events.sums());
            Schema schema = schema(items.fields(), users.fields(), events.contextFields(), itemCount);
            finish(folder, sums, settings, tables, schema, rejected, notes, events, impressions, userCount, itemCount);
        }
    }

    // Times that lie further outside the middle 99 % than these are wide; a whole day at least.
    private static long farTimes(Duck duck) {
        return duck.number(
                "SELECT count(*) FROM raw, (SELECT quantile_disc(t, 0.005) AS low, quantile_disc(t, 0.995) AS high"
                        + " FROM raw WHERE bad IS NULL) WHERE bad IS NULL AND (t < low - greatest(high - low, 86400)"
                        + " OR t > high + greatest(high - low, 86400))");
    }

    private Map<TableInput, TextTable> scan(Path work) {
        Map<TableInput, TextTable> tables = new HashMap<>();
        List<TableInput> inputs = plan.tables();
        for (int n = 0; n < inputs.size(); n++) {
            double from = 0.15 * n / inputs.size();
            double to = 0.15 * (n + 1) / inputs.size();
            tables.put(inputs.get(n), TextTable.of(inputs.get(n).head(), work, progress, from, to));
        }
        return tables;
    }

    private static Schema schema(List<Field> items, List<Field> users, List<Field> contexts, int itemCount) {
        List<Field> all = new ArrayList<>();
        all.add(Field.categorical("item", itemCount + Field.FIRST));
        all.addAll(items);
        return new Schema(all, users, contexts);
    }

    private void finish(
            Path folder,
            List<ColumnSum> sums,
            Map<String, String> settings,
            Map<TableInput, TextTable> tables,
            Schema schema,
            Audit rejected,
            Audit notes,
            EventWriter events,
            long impressions,
            int userCount,
            int itemCount)
            throws IOException {
        Path rejectedFile = folder.resolve(Layout.REJECTED);
        if (Files.exists(rejectedFile)) {
            sums.add(sum(rejectedFile));
        }
        sums.sort(Comparator.comparing(ColumnSum::name));
        byte[] checksums = Json.pretty(new ColumnSum.All(ColumnSum.BLOCK, sums)).getBytes(StandardCharsets.UTF_8);
        LengthSummary lengths = new LengthSummary(events.lengths());
        boolean timed = plan.events().has(Roles.TIME);
        doubtful(notes, events, schema, timed);
        DatasetInfo info = new DatasetInfo(
                Layout.VERSION,
                plan.name(),
                plan.format(),
                plan.tables().stream().map(table -> tables.get(table).source()).toList(),
                settings(settings),
                events.events(),
                impressions,
                userCount,
                itemCount,
                schema.hasCategory() ? schema.itemFields().get(Schema.CATEGORY).size() - Field.FIRST : 0,
                schema,
                rejected.findings(),
                notes.findings(),
                events.duplicates(),
                events.ties(),
                lengths.lengths(),
                lengths.histogram(),
                timed ? events.earliest() : 0,
                timed ? events.latest() : 0,
                timed,
                plan.events().has(Roles.LABEL),
                Sha256.of(checksums));
        byte[] json = Json.pretty(info).getBytes(StandardCharsets.UTF_8);
        write(folder.resolve(Layout.CHECKSUMS), checksums);
        write(folder.resolve(Layout.INFO), json);
        String hashes =
                Sha256.of(json) + "  " + Layout.INFO + "\n" + Sha256.of(checksums) + "  " + Layout.CHECKSUMS + "\n";
        write(folder.resolve(Layout.SUMS), hashes.getBytes(StandardCharsets.US_ASCII));
    }

    private void doubtful(Audit notes, EventWriter events, Schema schema, boolean timed) {
        notes.note("duplicates", "", events.duplicates());
        notes.note("ties", "", events.ties());
        if (!timed) {
            notes.note("noTimes", "", events.events());
        } else if (events.earliest() == events.latest() || events.ties() >= 0.95 * events.events()) {
            notes.note("orderMeansNothing", "", events.ties());
        }
        if (schema.hasCategory()) {
            int categories = schema.itemFields().get(Schema.CATEGORY).size() - Field.FIRST;
            if (categories < 2) {
                notes.note("fewCategories", "", categories);
            }
        }
    }

    private Map<String, String> settings(Map<String, String> guessed) {
        Map<String, String> all = new TreeMap<>(guessed);
        all.put("encoding", plan.events().head().charset().name());
        all.put("separator", plan.events().head().dialect().separator());
        all.put("quote", plan.events().head().dialect().quote());
        all.put("maxCategories", Integer.toString(options.maxCategories()));
        all.put("dropDuplicates", Boolean.toString(options.dropDuplicates()));
        for (TableInput table : plan.tables()) {
            String file = table.head().file().getFileName().toString();
            table.roles().forEach((role, column) -> all.put("map." + file + "." + role, column));
        }
        return all;
    }

    private static ColumnSum sum(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        List<Long> blocks = new ArrayList<>();
        for (int from = 0; from < all.length; from += ColumnSum.BLOCK) {
            CRC32C crc = new CRC32C();
            crc.update(all, from, Math.min(ColumnSum.BLOCK, all.length - from));
            blocks.add(crc.getValue());
        }
        return new ColumnSum(file.getFileName().toString(), all.length, Sha256.of(all), blocks);
    }

    private void write(Path file, byte[] bytes) throws IOException {
        try (Disk.Output out = disk.create(file)) {
            out.write(ByteBuffer.wrap(bytes));
            out.force();
        }
    }
}
