package dev.interestlens.export.report.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * The provenance of an explanation, which is written in every picture.
 *
 * @param run name of the run
 * @param model family of the model, for instance DIN
 * @param dataset name of the data set
 * @param planted law of the causes that were planted in the data set, {@link dev.interestlens.data.DatasetInfo#planted}; empty for a log as it is
 * @param sample what was explained, for instance {@code test 17}
 * @param created seconds since 1970
 */
public record Provenance(
        String run,
        String model,
        String dataset,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String planted,
        String sample,
        long created) {
    public Provenance {
        Objects.requireNonNull(run);
        Objects.requireNonNull(model);
        Objects.requireNonNull(dataset);
        Objects.requireNonNull(planted);
        Objects.requireNonNull(sample);
    }
}
