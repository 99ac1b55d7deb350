package dev.interestlens.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.golden.GoldenCase;
import dev.interestlens.store.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every number, undefined case and error of the golden cases of kind {@code metrics}. */
class GoldenMetricsTest {

    @TestFactory
    Stream<DynamicContainer> metricsAreThoseOfTheReference() {
        return GoldenCase.ofKind("metrics").stream().map(folder -> {
            Map<String, Tensor> inputs = folder.inputs();
            Map<String, Tensor> outputs = folder.outputs();
            Stream<DynamicTest> tests = StreamSupport.stream(
                            folder.description().get("cases").spliterator(), false)
                    .flatMap(one -> one.get("expected").properties().stream()
                            .map(expected -> DynamicTest.dynamicTest(
                                    one.get("name").asText() + "/" + expected.getKey(),
                                    () -> check(one, expected.getKey(), expected.getValue(), inputs, outputs))));
            return DynamicContainer.dynamicContainer(folder.toString(), tests);
        });
    }

    private static void check(
            JsonNode one, String metric, JsonNode expected, Map<String, Tensor> inputs, Map<String, Tensor> outputs) {
        Object actual;
        try {
            ScoredSamples samples = samples(one, inputs);
            if (metric.equals("gauc")) {
                Gauc gauc = Gauc.of(samples);
                if (expected.has("users_used")) {
                    assertThat(gauc.usersUsed())
                            .isEqualTo(expected.get("users_used").asInt());
                    assertThat(gauc.usersSkipped())
                            .isEqualTo(expected.get("users_skipped").asInt());
                }
                actual = gauc.value();
            } else {
                actual = value(metric, samples);
            }
        } catch (MetricException e) {
            actual = e;
        }
        if (expected.has("error")) {
            assertThat(actual).isInstanceOfSatisfying(MetricException.class, e -> assertThat(e)
                    .hasMessage(expected.get("error").asText()));
        } else if (expected.has("undefined")) {
            assertThat(actual).hasToString(expected.get("undefined").asText());
        } else {
            double reference = expected.get("value").asDouble();
            assertThat(actual).isInstanceOfSatisfying(MetricValue.class, value -> assertThat(value.value())
                    .isCloseTo(reference, offset(1e-9 * Math.max(1, Math.abs(reference)))));
            assertThat(outputs.get(one.get("name").asText() + "/" + metric).doubles())
                    .containsExactly(reference);
        }
    }

    /** From the tensors, which hold what JSON cannot (NaN), or from the description where lengths differ. */
    private static ScoredSamples samples(JsonNode one, Map<String, Tensor> inputs) {
        String name = one.get("name").asText();
        if (!inputs.containsKey(name + "/scores")) {
            return new ScoredSamples(
                    doubles(one.get("scores")), floats(doubles(one.get("labels"))), longs(one.get("users")));
        }
        return new ScoredSamples(
                inputs.get(name + "/scores").doubles(),
                floats(Arrays.stream(inputs.get(name + "/labels").longs())
                        .asDoubleStream()
                        .toArray()),
                inputs.get(name + "/users").longs());
    }

    private static MetricValue value(String metric, ScoredSamples samples) {
        if (metric.equals("auc")) {
            return Auc.of(samples);
        }
        if (metric.startsWith("logloss_eps")) {
            return LogLoss.of(samples, Double.parseDouble(metric.substring("logloss_eps".length())));
        }
        if (metric.startsWith("ece_bins")) {
            return Calibration.error(samples, Integer.parseInt(metric.substring("ece_bins".length())));
        }
        List<String> parts = List.of(metric.split("[@_]"));
        RankTies rule = RankTies.valueOf(parts.get(parts.size() - 1).toUpperCase(Locale.ROOT));
        return switch (parts.get(0)) {
            case "ndcg" -> Ranking.ndcg(samples, Integer.parseInt(parts.get(1)), rule);
            case "hr" -> Ranking.hitRate(samples, Integer.parseInt(parts.get(1)), rule);
            case "mrr" -> Ranking.reciprocalRank(samples, rule);
            default -> throw new IllegalArgumentException(metric);
        };
    }

    private static double[] doubles(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static long[] longs(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToLong(JsonNode::asLong)
                .toArray();
    }

    private static float[] floats(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }
}
