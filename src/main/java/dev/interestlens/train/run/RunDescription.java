package dev.interestlens.train.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.store.Handover;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a run is: {@code run.json}.
 *
 * @param created milliseconds since 1970
 * @param dataset folder of the prepared data set
 * @param fingerprint of the data set
 * @param versions of this program, the engine and Java
 * @param without what its training was not to read; null where it read all
 * @param before folder of the run of the same model whose training it goes on from; null where it begins anew
 */
public record RunDescription(
        String name,
        long created,
        Path dataset,
        String fingerprint,
        String versions,
        ExperimentConfig config,
        Without without,
        Path before) {

    private static final int FORMAT = 1;

    /** Signs of a fingerprint that a problem shows. */
    private static final int SHOWN = 12;

    /** A training that reads all. */
    public RunDescription(
            String name, long created, Path dataset, String fingerprint, String versions, ExperimentConfig config) {
        this(name, created, dataset, fingerprint, versions, config, null, null);
    }

    /** The same, whose training is not to read something. */
    public RunDescription without(Without some) {
        return new RunDescription(name, created, dataset, fingerprint, versions, config, some, before);
    }

    /** The same, whose training goes on from that of another run. */
    public RunDescription after(Path run) {
        return new RunDescription(name, created, dataset, fingerprint, versions, config, without, run);
    }

    /**
     * Opens the data set where it was when the run was trained.
     *
     * @throws dev.interestlens.store.ProblemException where it is missing, or is another one
     */
    public PreparedDataset openDataset() {
        if (!PreparedDataset.isAt(dataset)) {
            throw Problem.badInput(RunDescription.class, "datasetGone", dataset).exception("run", name);
        }
        return openDataset(dataset, "datasetChanged");
    }

    /** Opens the data set at its current place. */
    public PreparedDataset openDataset(Path place) {
        return openDataset(place, "otherData");
    }

    private PreparedDataset openDataset(Path place, String changed) {
        PreparedDataset data = PreparedDataset.open(place);
        return Handover.of(data::close, () -> {
            require(data, changed);
            return data;
        });
    }

    /** What its data set says of planted causes; nothing where it is gone, or another one. */
    public Map<String, String> mark() {
        if (!PreparedDataset.isAt(dataset)) {
            return Map.of();
        }
        try (PreparedDataset data = PreparedDataset.open(dataset)) {
            return data.info().fingerprint().equals(fingerprint) ? data.info().mark() : Map.of();
        }
    }

    /** A name of the run that says so, too. */
    public String marked(String called) {
        return mark().isEmpty() ? called : DatasetInfo.marking(called);
    }

    /** Refuses another data set than that of training. */
    public void require(PreparedDataset data) {
        require(data, "otherData");
    }

    private void require(PreparedDataset data, String changed) {
        String actual = data.info().fingerprint();
        if (!actual.equals(fingerprint)) {
            throw Problem.usage(RunDescription.class, changed, data.folder())
                    .with("run", name)
                    .with("folder", dataset)
                    .with("expected", beginning(fingerprint))
                    .exception("actual", beginning(actual));
        }
    }

    private static String beginning(String of) {
        return of.substring(0, Math.min(SHOWN, of.length()));
    }

    public ObjectNode tree() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("format", FORMAT);
        tree.put("name", name);
        tree.put("created", created);
        tree.put("dataset", dataset.toString());
        tree.put("fingerprint", fingerprint);
        tree.put("versions", versions);
        tree.set("config", ConfigJson.tree(config));
        if (without != null) {
            tree.set("without", Json.finite(without));
        }
        if (before != null) {
            tree.put("before", before.toString());
        }
        return tree;
    }

    /** @throws dev.interestlens.store.ProblemException where it is of a newer format, or lacks a required value */
    static RunDescription parse(ObjectNode tree) {
        int format = tree.path("format").asInt(FORMAT);
        if (format != FORMAT) {
            throw Problem.badInput(RunDescription.class, "otherFormat")
                    .with("found", format)
                    .with("expected", FORMAT)
                    .exception("versions", tree.path("versions").asText());
        }
        return new RunDescription(
                tree.path("name").asText(),
                tree.path("created").asLong(),
                Path.of(tree.path("dataset").asText()),
                tree.path("fingerprint").asText(),
                tree.path("versions").asText(),
                ConfigJson.parseOlder(ConfigJson.object(tree.path("config"), "config")),
                tree.has("without") ? Json.read(Json.line(tree.path("without")), Without.class) : null,
                tree.has("before") ? Path.of(tree.path("before").asText()) : null);
    }
}
