package dev.interestlens.ui.common;

import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.measurement.compare.ConfigTable;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.form.ConfigWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The settings in which configurations differ, with the labels of the form. Settings without a meaning under a configuration's other choices are left
 * out.
 */
public final class Differences {
    private static final String PROTOCOL = "data.protocol.";
    private static final String MODEL = "model.";
    private static final String TRAINING = "training.";
    private static final String EVALUATION_SEED = PROTOCOL + "seed";

    private final ControlWords words;
    private final ConfigWords form;

    public Differences(ControlWords words) {
        this.words = words;
        this.form = new ConfigWords(words);
    }

    /**
     * One line.
     *
     * @param values one per configuration, – where it has no such setting
     */
    public record Line(String label, List<String> values) {}

    /** The settings in which configurations differ, formatted. */
    public List<Line> of(List<ExperimentConfig> configs) {
        List<Line> lines = new ArrayList<>();
        for (ConfigTable.Row row : ConfigTable.differences(configs)) {
            List<Optional<String>> values =
                    configs.stream().map(config -> value(row.key(), config)).toList();
            if (values.stream().distinct().count() > 1) {
                lines.add(new Line(
                        label(row.key(), configs),
                        values.stream().map(value -> value.orElse("–")).toList()));
            }
        }
        return lines;
    }

    /** The label of a setting by its dotted key; the key where no configuration has it. */
    public String label(String key, List<ExperimentConfig> configs) {
        if (key.equals("model.id")) {
            return words.text("compare.family");
        }
        return configs.stream()
                .map(config ->
                        place(key, config).flatMap(place -> form.label(place.prefix(), place.record(), place.field())))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(key);
    }

    /** The formatted value of a setting; empty where a configuration has no such setting. */
    public Optional<String> value(String key, ExperimentConfig config) {
        if (key.equals("model.id")) {
            return words.find("family." + config.model().id() + ".name")
                    .or(() -> Optional.of(config.model().id()));
        }
        return key.equals(EVALUATION_SEED) && config.protocol().seed() == ProtocolConfig.AS_TRAINING
                ? Optional.of(words.text("compare.notRecorded"))
                : place(key, config).flatMap(place -> form.value(place.prefix(), place.record(), place.field()));
    }

    /** The record that holds a setting, and the prefix of its texts. */
    private record Place(String prefix, Record record, String field) {}

    private static Optional<Place> place(String key, ExperimentConfig config) {
        if (key.startsWith(PROTOCOL)) {
            return Optional.of(new Place("protocol", config.protocol(), key.substring(PROTOCOL.length())));
        }
        if (key.startsWith(TRAINING)) {
            return Optional.of(new Place("training", config.training(), key.substring(TRAINING.length())));
        }
        String field = key.substring(MODEL.length());
        return config.model() instanceof Record record && config.model().shows(field)
                ? Optional.of(new Place(MODEL + config.model().id(), record, field))
                : Optional.empty();
    }
}
