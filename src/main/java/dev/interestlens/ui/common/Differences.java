package dev.interestlens.ui.common;

import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.form.ConfigWords;
import dev.interestlens.workspace.compare.ConfigTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where configurations differ, in the words of the form. Switches that mean nothing under a configuration's other choices are left out. */
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
     * @param values one a configuration, – where it has no such switch
     */
    public record Line(String label, List<String> values) {}

    /** Switches in which configurations differ, as a person reads them. */
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

    /** What a switch is called, by a dotted key, where one of the configurations has it; else the key. */
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

    /** The value of a switch as a person reads it; empty where a configuration has no such switch. */
    public Optional<String> value(String key, ExperimentConfig config) {
        if (key.equals("model.id")) {
            return words.find("family." + config.model().id() + ".name")
                    .or(() -> Optional.of(config.model().id()));
        }
        return key.equals(EVALUATION_SEED) && config.protocol().seed() == ProtocolConfig.AS_TRAINING
                ? Optional.of(words.text("compare.notRecorded"))
                : place(key, config).flatMap(place -> form.value(place.prefix(), place.record(), place.field()));
    }

    /** The record that holds a switch, and the beginning of its words. */
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
