package dev.interestlens.cli;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.LeakProbes;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.Preset;
import dev.interestlens.train.ConfigJson;
import dev.interestlens.train.ExperimentConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a data set holds and, with a protocol, what it gives. */
@Command(name = "inspect", mixinStandardHelpOptions = true, resourceBundle = "dev.interestlens.cli.commands")
final class InspectCommand implements Runnable {
    private static final long SEED = 7;

    private final Console console;

    @Parameters(arity = "1", paramLabel = "DATASET")
    private Path dataset;

    @Option(names = "--protocol")
    private String protocol;

    @Option(names = "--set")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--json")
    private boolean json;

    InspectCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        try (PreparedDataset data = PreparedDataset.open(dataset)) {
            Map<String, Object> tree = DatasetJson.of(data);
            if (protocol != null || !settings.isEmpty()) {
                addSamples(tree, SampleSet.build(data, protocol(), SEED));
            }
            if (json) {
                console.json(tree);
            } else {
                print(data.info(), tree);
            }
        }
    }

    private ProtocolConfig protocol() {
        ExperimentConfig config =
                ExperimentConfig.of(ModelCatalog.families().get(0).preset(Preset.QUICK));
        if (protocol != null) {
            config = ConfigJson.set(config, "data.protocol.split=" + protocol);
        }
        for (String setting : settings) {
            config = ConfigJson.set(config, setting);
        }
        return config.protocol();
    }

    private static void addSamples(Map<String, Object> tree, SampleSet samples) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("train", samples.counts().train());
        counts.put("valid", samples.counts().valid());
        counts.put("test", samples.counts().test());
        tree.put("samples", counts);
        tree.put("cold", samples.counts().coldTest());
        tree.put("counts", samples.counts());
        Map<String, Double> probes = new LinkedHashMap<>();
        LeakProbes.of(samples).figures().forEach((name, value) -> probes.put(name, value.isNaN() ? null : value));
        tree.put("probes", probes);
    }

    private void print(DatasetInfo info, Map<String, Object> tree) {
        console.out()
                .println(console.text("inspect.counts", info.events(), info.users(), info.items(), info.categories()));
        DatasetInfo.Lengths lengths = info.historyLength();
        console.out()
                .println(console.text(
                        "inspect.lengths",
                        lengths.min(),
                        lengths.p25(),
                        lengths.median(),
                        lengths.p90(),
                        lengths.max()));
        console.out().println(console.text("inspect.doubtful", info.duplicates(), info.ties()));
        for (DatasetInfo.Finding finding : info.rejected()) {
            console.out()
                    .println(console.text("inspect.rejected", finding.count(), finding.reason(), finding.firstLines()));
        }
        for (String key : List.of("samples", "probes")) {
            if (tree.containsKey(key)) {
                console.out().println(console.text("inspect." + key));
                ((Map<?, ?>) tree.get(key))
                        .forEach((name, value) -> console.out().println("  " + name + " " + value));
            }
        }
    }
}
