package dev.interestlens.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.data.Layout;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Json;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The command that trains the same again: the nearest preset, and a {@code --set} for each value that differs from it. */
public final class RunCommand {
    private static final Pattern PLAIN = Pattern.compile("[\\w./:=,+@%-]+");

    private RunCommand() {}

    /** Words of the command, the program's own first. */
    public static List<String> words(Path dataset, ExperimentConfig config, Path run) {
        Preset preset = nearest(config);
        List<String> words = new ArrayList<>(List.of("train", "--data", dataset.toString()));
        words.addAll(
                List.of("--model", config.model().id(), "--preset", EnumNames.lower(preset), "--run", run.toString()));
        List<String> settings = new ArrayList<>(settings(presetOf(config, preset), config));
        if (hasLoggedNegatives(dataset)) { // whose protocol is another one where none is chosen
            JsonNode protocol = ConfigJson.tree(config).at("/data/protocol");
            for (String name : List.of("split", "candidates", "training/positionsPerUser", "history/minimum")) {
                String setting = "data.protocol." + name.replace('/', '.') + "=" + text(protocol.at("/" + name));
                if (!settings.contains(setting)) {
                    settings.add(setting);
                }
            }
        }
        settings.forEach(setting -> words.addAll(List.of("--set", setting)));
        return words;
    }

    /** Words of a command that trains models like this one on a data set to measure something, such as {@code trust}. */
    public static List<String> trained(String command, Path dataset, ExperimentConfig config) {
        Preset preset = nearest(config);
        List<String> words = new ArrayList<>(List.of(command, "--data", dataset.toString()));
        words.addAll(List.of("--model", config.model().id(), "--preset", EnumNames.lower(preset)));
        settings(presetOf(config, preset).withUsualReading(), config)
                .forEach(setting -> words.addAll(List.of("--set", setting)));
        return words;
    }

    /** The preset with the fewest other values. */
    public static Preset nearest(ExperimentConfig config) {
        return ModelCatalog.family(config.model().id()).presets().stream()
                .min(Comparator.comparingInt(
                        each -> settings(presetOf(config, each), config).size()))
                .orElseThrow();
    }

    private static boolean hasLoggedNegatives(Path dataset) {
        Path info = dataset.resolve(Layout.INFO);
        return Files.isRegularFile(info)
                && Json.object(
                        info,
                        tree -> tree.path("labelled").asBoolean()
                                && tree.path("impressions").asLong() > 0);
    }

    /** The same as one line for a shell. */
    public static String line(Path dataset, ExperimentConfig config, Path run) {
        return line(words(dataset, config, run));
    }

    /** A command as one line for a shell. */
    public static String line(List<String> words) {
        return Stream.concat(Stream.of("java", "-jar", "interest-lens.jar"), words.stream())
                .map(RunCommand::quoted)
                .collect(Collectors.joining(" "));
    }

    /** Every switch by its dotted name, with its value as {@code --set} takes it. */
    public static Map<String, String> switches(JsonNode config) {
        return ConfigJson.flat(config, RunCommand::text);
    }

    /** Switches of a model that differ from a preset's, dotted name to value in the order of the record. */
    public static Map<String, String> differences(ModelConfig preset, ModelConfig model) {
        return differences(ConfigJson.tree(preset), ConfigJson.tree(model));
    }

    private static Map<String, String> differences(JsonNode base, JsonNode now) {
        Map<String, String> differences = switches(now);
        differences.entrySet().removeAll(switches(base).entrySet());
        return differences;
    }

    /** Values of a configuration that differ from a base, as {@code --set} takes them. */
    static List<String> settings(ExperimentConfig base, ExperimentConfig config) {
        return differences(ConfigJson.tree(base), ConfigJson.tree(config)).entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .toList();
    }

    private static ExperimentConfig presetOf(ExperimentConfig config, Preset preset) {
        return ExperimentConfig.preset(config.model().id(), preset);
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining("-"))
                : value.asText();
    }

    /** A word quoted for a shell. */
    public static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
