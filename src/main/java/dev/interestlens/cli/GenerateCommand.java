package dev.interestlens.cli;

import dev.interestlens.data.synth.FieldShop;
import dev.interestlens.data.synth.Shop;
import dev.interestlens.data.synth.ShopGenerator;
import dev.interestlens.data.synth.ShopKind;
import dev.interestlens.data.synth.ShopReport;
import dev.interestlens.data.synth.ShopSettings;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a shop with planted causes. */
@Command(name = "generate", mixinStandardHelpOptions = true, resourceBundle = "dev.interestlens.cli.commands")
final class GenerateCommand implements Runnable {
    private static final String FIELDS = "fields";

    /** The kinds of shop, and the one whose fields are causes. */
    static final class Kinds implements Supplier<List<String>> {
        @Override
        public List<String> get() {
            return Stream.concat(Stream.of(ShopKind.values()).map(ShopKind::id), Stream.of(FIELDS))
                    .toList();
        }
    }

    private final Console console;

    @Option(names = "--out", required = true)
    private Path out;

    @Option(names = "--kind", defaultValue = "mixed")
    @Allowed(known = Kinds.class)
    private String kind;

    @Option(names = "--users", defaultValue = "2000")
    @Allowed(min = 1, max = 10_000_000)
    private int users;

    @Option(names = "--seed", defaultValue = "7")
    @Allowed(min = Long.MIN_VALUE, max = Long.MAX_VALUE)
    private long seed;

    @Option(names = "--json")
    private boolean json;

    @Mixin
    private Overwrite overwrite;

    GenerateCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        if (kind.equals(FIELDS)) {
            fields();
            return;
        }
        Target target = overwrite.folder(out, Shop.KIND);
        ShopKind shopKind = ShopKind.valueOf(kind.toUpperCase(Locale.ROOT));
        Shop shop = new ShopGenerator(ShopSettings.of(shopKind, users, seed)).generate();
        ShopReport report = target.make(Disk.real(), work -> shop.write(work.made()));
        console.say("generate.done", out, report.events(), report.ceiling(), report.ceilingWithTime());
        if (json) {
            console.json(Map.of(
                    "events", report.events(),
                    "ceiling", report.ceiling(),
                    "ceilingWithTime", report.ceilingWithTime()));
        }
    }

    private void fields() {
        Target target = overwrite.folder(out, FieldShop.KIND);
        FieldShop shop = new FieldShop(users, seed);
        FieldShop.Report report = target.make(Disk.real(), work -> shop.write(work.made()));
        console.say("generate.fields", out, report.events(), report.ceiling());
        if (json) {
            console.json(Map.of("events", report.events(), "ceiling", report.ceiling()));
        }
    }
}
