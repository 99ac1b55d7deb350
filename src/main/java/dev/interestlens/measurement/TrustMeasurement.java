package dev.interestlens.measurement;

import dev.interestlens.data.plant.PlantedLaw;
import dev.interestlens.export.report.MeasurementReport;
import dev.interestlens.figure.Numerals;
import dev.interestlens.measurement.trust.Stand;
import dev.interestlens.measurement.trust.Trust;
import dev.interestlens.measurement.trust.TrustPanels;
import dev.interestlens.measurement.trust.TrustReport;
import dev.interestlens.measurement.trust.TrustSettings;
import dev.interestlens.measurement.trust.TrustWords;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.FolderKind;
import dev.interestlens.store.OutputPath;
import dev.interestlens.train.config.ExperimentConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which explanations find causes that are planted in copies of a data set. */
final class TrustMeasurement extends DataMeasurement<TrustMeasurement.Settings, TrustReport> {
    /**
     * What is trained, and what is planted.
     *
     * @param set settings of the training that differ from the preset
     * @param explanations files of other programs by their names, which are measured, too
     * @param rows where the planted rows are written; null for nowhere
     * @param modelOut where the trained models are written; null for nowhere
     */
    record Settings(
            @Allowed(known = Families.class) String model,
            Preset preset,
            List<String> set,
            List<PlantedLaw> law,
            @Allowed(min = 1, max = 100) int seeds,
            Map<String, Path> explanations,
            @Setting.Written(endings = "jsonl") OutputPath rows,
            @Setting.Written OutputPath modelOut) {
        Settings {
            explanations = Collections.unmodifiableMap(new LinkedHashMap<>(explanations)); // in their order
            set = List.copyOf(set);
            law = List.copyOf(law);
        }

        private TrustSettings whole() {
            return new TrustSettings(Families.config(model, preset, set), EnumNames.lower(preset), law, seeds);
        }
    }

    @Override
    public String id() {
        return "trust";
    }

    @Override
    public String icon() {
        return "fth-check-circle";
    }

    @Override
    public Settings usual() {
        return new Settings(
                ModelCatalog.first().id(),
                Preset.QUICK,
                List.of(),
                List.of(PlantedLaw.SAME),
                TrustSettings.SEEDS,
                Map.of(),
                null,
                null);
    }

    @Override
    public Class<TrustReport> result() {
        return TrustReport.class;
    }

    @Override
    public FolderKind writes() {
        return Stand.KIND;
    }

    @Override
    public TrustReport measure(Path subject, Settings settings, Means means) {
        Stand stand = new Stand(settings.explanations(), settings.rows(), settings.modelOut());
        TrustReport report = Trust.measure(subject, settings.whole(), stand, means::train, means.progress());
        stand.written().forEach(means::say);
        return report;
    }

    @Override
    protected Optional<TrustReport> kept(Path dataset, ExperimentConfig config) {
        return Trust.kept(dataset, config);
    }

    @Override
    public MeasurementReport tell(Map<String, TrustReport> found) {
        return TrustPanels.of(found);
    }

    @Override
    public List<String> lines(Map<String, TrustReport> found, Locale language) {
        List<String> lines = new ArrayList<>();
        for (TrustReport report : found.values()) {
            lines.add(TrustWords.trained(report).in(language));
            TrustWords.outside(report).forEach(text -> lines.add(text.in(language)));
            report.laws().forEach(law -> lines(law, language, lines));
        }
        return lines;
    }

    private void lines(TrustReport.Law law, Locale language, List<String> lines) {
        lines.add(TrustWords.law(law).in(language));
        TrustWords.about(law).forEach(text -> lines.add("  " + text.in(language)));
        for (TrustReport.Explained each : law.explainers()) {
            lines.add("  "
                    + of(
                                    "found",
                                    "by",
                                    TrustWords.ordering(each),
                                    "first",
                                    TrustWords.number(each.recall1(), each.low(), each.high()),
                                    "three",
                                    Numerals.fixed(each.recall3(), 3))
                            .in(language));
        }
    }
}
