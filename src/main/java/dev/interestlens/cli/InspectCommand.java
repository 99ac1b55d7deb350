package dev.interestlens.cli;

import dev.interestlens.cli.console.ConsoleCommand;
import dev.interestlens.cli.console.DataArgument;
import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.cli.console.OptionValues;
import dev.interestlens.cli.console.PrintedProgress;
import dev.interestlens.cli.document.ColumnsJson;
import dev.interestlens.cli.document.DatasetJson;
import dev.interestlens.cli.text.ColumnLines;
import dev.interestlens.cli.text.FindingLines;
import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleCounts;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.probe.FieldProbes;
import dev.interestlens.data.protocol.probe.Leaks;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.prepare.Inspection;
import dev.interestlens.data.source.role.TableRoles;
import dev.interestlens.figure.Numerals;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.model.config.Preset;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.DataConfig;
import dev.interestlens.train.config.ExperimentConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a data set holds and, with a protocol, which samples it gives; of a source, what an import would make of it. */
@Command(name = "inspect")
final class InspectCommand extends ConsoleCommand implements Runnable {
    private static final long SEED = 7;

    @Parameters(arity = "1", paramLabel = "DATASET")
    private Path dataset;

    @Option(names = "--protocol", split = "\\s*,\\s*")
    @Allowed(values = {"lastOut", "din", "dien", "time", "logged"})
    private List<String> protocols;

    @Option(names = "--set")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--json")
    private boolean json;

    @Override
    public void run() {
        if (Files.exists(dataset.resolve("dataset.json"))) {
            prepared();
        } else {
            source();
        }
    }

    /** A source that is not prepared yet: here the settings are those of {@code prepare}. */
    private void source() {
        DataArgument.requireSource(dataset);
        OptionValues.idle(protocols != null, "--protocol", dataset);
        try (Interrupt interrupt = new Interrupt(console)) {
            Inspection seen =
                    Inspection.of(List.of(dataset), sourceOptions(), new PrintedProgress(console, false, interrupt));
            if (json) {
                console.json(ColumnsJson.of(seen, console.locale()));
            } else {
                ColumnLines.of(seen, console).forEach(console.out()::println);
            }
        }
    }

    private PrepareOptions sourceOptions() {
        return OptionValues.named("--set", () -> {
            PrepareOptions options = PrepareOptions.defaults();
            for (String setting : settings) {
                String[] parts = setting.split("=", 2);
                options = options.with(parts[0], parts.length == 1 ? "" : parts[1]);
            }
            return options;
        });
    }

    private void prepared() {
        try (PreparedDataset data = PreparedDataset.open(dataset)) {
            Map<String, Object> tree = DatasetJson.of(data);
            tree.putAll(ColumnsJson.of(data.info(), console.locale()));
            Map<String, Leaks> found = new LinkedHashMap<>();
            for (ProtocolConfig config : protocols()) {
                found.put(name(config), Leaks.of(SampleSet.build(data, config, SEED)));
            }
            if (json) {
                found.values().stream().findFirst().ifPresent(first -> tree.putAll(gives(first)));
                if (found.size() > 1) {
                    Map<String, Object> all = new LinkedHashMap<>();
                    found.forEach((name, leaks) -> all.put(name, gives(leaks)));
                    tree.put("protocols", all);
                }
                console.json(tree);
            } else {
                print(data.info());
                printProtocols(found);
            }
        }
    }

    private static String name(ProtocolConfig config) {
        return switch (config.split()) {
            case LAST_OUT -> "lastOut";
            case DIN -> "din";
            case DIEN -> "dien";
            case TIME -> "time";
            case LOGGED -> "logged";
        };
    }

    private List<ProtocolConfig> protocols() {
        List<ProtocolConfig> all = new ArrayList<>();
        ExperimentConfig base =
                ExperimentConfig.of(ModelCatalog.families().get(0).preset(Preset.QUICK));
        List<String> splits = protocols == null ? List.of("") : protocols;
        if (protocols == null && settings.isEmpty()) {
            return all;
        }
        for (String split : splits) {
            ExperimentConfig config = split.isEmpty() ? base : ConfigJson.set(base, "data.protocol.split=" + split);
            if (!split.isEmpty()) {
                ProtocolConfig preset = ProtocolConfig.preset(config.protocol().split());
                config = new ExperimentConfig(new DataConfig(preset), config.model(), config.training());
            }
            for (String setting : settings) {
                ExperimentConfig before = config;
                config = OptionValues.named("--set", () -> ConfigJson.set(before, setting));
            }
            all.add(config.protocol());
        }
        return all;
    }

    private static Map<String, Object> gives(Leaks leaks) {
        SampleCounts counts = leaks.counts();
        Map<String, Object> tree = new LinkedHashMap<>();
        SampleCounts.Parts rows = counts.rows();
        tree.put("samples", Map.of("train", rows.train(), "valid", rows.valid(), "test", rows.test()));
        tree.put("cold", counts.coldTest());
        tree.put("coldShare", counts.coldShare());
        tree.put("coldLeak", counts.coldLeak());
        tree.put("counts", counts);
        Map<String, Double> probes = new LinkedHashMap<>();
        leaks.probes().figures().forEach((name, value) -> probes.put(name, value.isNaN() ? null : value));
        tree.put("probes", probes);
        FieldProbes fields = leaks.fields();
        Map<String, Double> alone = new TreeMap<>();
        fields.auc().forEach((role, value) -> alone.put(role, value.isNaN() ? null : value));
        tree.put("fieldProbes", alone);
        tree.put("nearlyTheLabel", fields.nearlyTheLabel());
        tree.put("doubtfulFields", fields.doubtful());
        tree.put("explainedByHistory", fields.explained());
        return tree;
    }

    private void print(DatasetInfo info) {
        DatasetInfo.Counts counts = info.counts();
        console.print("inspect.counts", counts.events(), counts.users(), counts.items(), counts.categories());
        console.print("inspect.rows", info.rows(), counts.events(), counts.impressions(), info.leftOut());
        DatasetInfo.Lengths lengths = info.histories().historyLength();
        console.print("inspect.lengths", lengths.min(), lengths.p25(), lengths.median(), lengths.p90(), lengths.max());
        console.print(
                "inspect.doubtful", info.audit().duplicates(), info.audit().ties());
        FindingLines.of(info, console).forEach(console.out()::println);
        ColumnLines.columns(TableRoles.of(info).columns(), console).forEach(console.out()::println);
    }

    private void printProtocols(Map<String, Leaks> found) {
        if (found.isEmpty()) {
            return;
        }
        console.print("inspect.samples");
        row("", List.copyOf(found.keySet()));
        line("train", found, each -> each.rows().train());
        line("valid", found, each -> each.rows().valid());
        line("test", found, each -> each.rows().test());
        line("cold", found, SampleCounts::coldTest);
        line("shortUsers", found, SampleCounts::shortUsers);
        line("skipped", found, SampleCounts::skipped);
        console.print("inspect.probes");
        Map<String, List<String>> probes = new LinkedHashMap<>();
        found.values().forEach(leaks -> leaks.probes().figures().forEach((name, value) -> probes.computeIfAbsent(
                        name, key -> new ArrayList<>())
                .add(value.isNaN() ? "-" : String.format(Locale.ROOT, "%.3f", value))));
        probes.forEach(this::row);
        found.forEach((name, leaks) -> {
            FieldProbes fields = leaks.fields();
            fields.nearlyTheLabel()
                    .forEach(role -> console.print(
                            "inspect.fieldLeak", name, role, fields.auc().get(role)));
            fields.doubtful()
                    .forEach(role -> console.print(
                            "inspect.fieldDoubt", name, role, fields.auc().get(role), fields.explained()));
        });
        found.forEach((name, leaks) -> {
            if (leaks.warnsOfCold()) {
                console.print(
                        "inspect.coldLeak",
                        name,
                        100 * leaks.counts().coldShare(),
                        leaks.counts().coldLeak());
            }
        });
    }

    private void line(String name, Map<String, Leaks> found, ToIntFunction<SampleCounts> figure) {
        row(
                name,
                found.values().stream()
                        .map(each -> Numerals.count(figure.applyAsInt(each.counts())))
                        .toList());
    }

    private void row(String name, List<String> values) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "  %-22s", name));
        values.forEach(value -> row.append(String.format(Locale.ROOT, " %14s", value)));
        console.out().println(row);
    }
}
