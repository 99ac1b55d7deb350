package dev.interestlens.measurement.quality;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.synth.cause.Cause;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.words.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The known causes of choices, for synthetic data and planted causes; empty for any other. */
public record KnownCauses(Map<String, List<Cause>> causes) {
    /** Those that were planted in the data, or those of the bundled shop where the data were made from its events. */
    public static KnownCauses of(PreparedDataset data) {
        return new KnownCauses(PlantedCauses.of(data).orElse(Map.of()));
    }

    /** Titles of the behaviours that caused a choice, the newest first; empty where they are unknown. */
    public List<Text> of(Impression impression, Sample sample) {
        List<Cause> own = causes.getOrDefault(impression.userKey(), List.of());
        if (sample.label() < 0.5 || sample.position() >= own.size()) {
            return List.of();
        }
        int first = sample.position() - impression.behaviours();
        List<Text> titles = new ArrayList<>();
        int[] support = own.get(sample.position()).support();
        for (int i = support.length - 1; i >= 0; i--) {
            if (support[i] >= first) {
                titles.add(impression.history().get(support[i] - first).item().title());
            }
        }
        return titles;
    }
}
