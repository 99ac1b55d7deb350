package dev.interestlens.explain.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.data.synth.FieldShop;
import dev.interestlens.explain.look.Impressions;
import dev.interestlens.model.Intervention;
import dev.interestlens.model.Removal;
import dev.interestlens.model.Scorer;
import dev.interestlens.model.Trace;
import dev.interestlens.model.config.ModelInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the strongest reason among fields is the planted one, for a model that has the law of the log by the fields of its items. */
@Tag("thorough")
class PlantedFieldsTest {
    private static final int USERS = 150;
    private static final double NEVER = 1e-9;

    /** ln p of an item with the candidate's category and offer; its id is not read. */
    private record Law(
            FieldShop shop, PreparedDataset data, Map<List<Integer>, List<Integer>> alike, Map<String, double[]> asked)
            implements Scorer {
        static Law of(FieldShop shop, SampleSet samples) {
            PreparedDataset data = samples.data();
            int[] all = IntStream.range(Field.FIRST, Field.FIRST + data.items()).toArray();
            RawBatch items = samples.custom(new int[0], new long[0], -1, all);
            Law law = new Law(shop, data, new HashMap<>(), new HashMap<>());
            for (int i = 0; i < all.length; i++) {
                int number = Integer.parseInt(data.itemKey(all[i]).substring(1));
                law.alike
                        .computeIfAbsent(law.fields(items, i), any -> new ArrayList<>())
                        .add(number);
            }
            return law;
        }

        private List<Integer> fields(RawBatch batch, int sample) {
            List<Field> fields = data.schema().itemFields();
            return List.of(batch.candidate[Schema.CATEGORY][sample], batch.candidate[index(fields, "offer")][sample]);
        }

        private String user(RawBatch batch, int sample) {
            int field = index(data.schema().userFields(), "profession");
            return data.userValue(field, batch.user[field][sample]);
        }

        private String occasion(RawBatch batch, int sample) {
            int field = index(data.schema().contextFields(), "occasion");
            return data.contextValue(field, batch.context[field][sample]);
        }

        private static int index(List<Field> fields, String name) {
            return IntStream.range(0, fields.size())
                    .filter(f -> fields.get(f).name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public float[] logits(RawBatch batch) {
            float[] logits = new float[batch.size()];
            for (int b = 0; b < logits.length; b++) {
                String profession = user(batch, b);
                String occasion = occasion(batch, b);
                double[] law =
                        asked.computeIfAbsent(profession + " " + occasion, any -> shop.next(profession, occasion));
                double p = alike.getOrDefault(fields(batch, b), List.of()).stream()
                        .mapToDouble(item -> law[item])
                        .average()
                        .orElse(0);
                logits[b] = (float) Math.log(Math.max(p, NEVER));
            }
            return logits;
        }

        @Override
        public ModelInput input() {
            return new ModelInput(data.schema(), 50);
        }

        @Override
        public long parameterCount() {
            return 0;
        }

        @Override
        public List<Trace> traces(RawBatch batch) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Removal removal(RawBatch single) {
            throw new UnsupportedOperationException();
        }

        @Override
        public float intervened(RawBatch single, Intervention intervention) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void thePlantedFieldIsTheStrongestReason(long seed, @TempDir Path folder) throws IOException {
        FieldShop shop = new FieldShop(USERS, seed);
        shop.write(folder.resolve("shop"));
        Map<String, List<String>> causes = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("shop").resolve("fields.csv"))) {
            String[] cells = line.split(",", -1);
            causes.computeIfAbsent(cells[0], user -> new ArrayList<>()).add(cells[2]);
        }
        try (PreparedDataset data = Sources.prepare(
                List.of(folder.resolve("shop")), PrepareOptions.defaults(), folder.resolve("data"), Progress.none())) {
            SampleSet samples = SampleSet.build(data, ProtocolConfig.defaults(), 1);
            FieldEffects effects = new FieldEffects(samples);
            Law law = Law.of(shop, samples);
            Impressions impressions = new Impressions(samples);
            Set<String> met = new TreeSet<>();
            int hits = 0;
            int asked = 0;
            for (int row = 0; row < samples.size(Part.TEST); row++) {
                Sample sample = samples.sample(Part.TEST, row);
                String cause = causes.get(data.userKey(sample.user())).get(sample.position());
                if (sample.label() != 1 || cause.isEmpty() || !samples.warm(sample.candidate())) {
                    continue;
                }
                List<FieldEffect> measured = effects.of(law, impressions.alone(Part.TEST, row));
                FieldEffect strongest = new Effects(0, 0, new double[0], new double[0])
                        .withFields(measured)
                        .strongestField()
                        .orElseThrow();
                met.add(cause);
                asked++;
                hits += strongest.name().equals(cause) ? 1 : 0;
            }
            assertThat(met).containsExactly("occasion", "offer", "profession");
            assertThat(hits / (double) asked).isGreaterThanOrEqualTo(0.9);
        }
    }
}
