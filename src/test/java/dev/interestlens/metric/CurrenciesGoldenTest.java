package dev.interestlens.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interestlens.metric.KeptRanking.Counts;
import dev.interestlens.metric.KeptRanking.Groups;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Every currency against 100,000 lists that {@code src/test/python/currencies.py} drew and ranked one by one, with many equal scores. */
class CurrenciesGoldenTest {
    private static final double ERRORS = 3;

    private final JsonNode golden = read();

    private static JsonNode read() {
        try (InputStream in = CurrenciesGoldenTest.class.getResourceAsStream("currencies.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int[] ints(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }

    /** Weights of chosen places beside the true one: of all, of the better and of the equal. */
    private static long[] weigh(JsonNode query, int[] weights, IntPredicate chosen) {
        int truth = query.path("truth").asInt();
        double own = query.path("scores").path(truth).asDouble();
        long[] sums = new long[3];
        for (int place = 0; place < weights.length; place++) {
            if (place != truth && chosen.test(place)) {
                double score = query.path("scores").path(place).asDouble();
                sums[0] += weights[place];
                sums[1] += score > own ? weights[place] : 0;
                sums[2] += score == own ? weights[place] : 0;
            }
        }
        return sums;
    }

    private static Counts counts(List<long[]> of) {
        return new Counts(column(of, 0), column(of, 1), column(of, 2));
    }

    private static long[] column(List<long[]> of, int i) {
        return of.stream().mapToLong(each -> each[i]).toArray();
    }

    private KeptRanking ranking() {
        int[] events = ints(golden.path("events"));
        int[] categories = ints(golden.path("categories"));
        int[] ones = IntStream.generate(() -> 1).limit(events.length).toArray();
        List<JsonNode> queries = StreamSupport.stream(golden.path("queries").spliterator(), false)
                .toList();
        int n = queries.size();
        List<IntPredicate> met = queries.stream()
                .map(query -> (IntPredicate)
                        place -> IntStream.of(ints(query.path("past"))).anyMatch(past -> past == place))
                .toList();
        Counts open = counts(IntStream.range(0, n)
                .mapToObj(q -> weigh(queries.get(q), ones, met.get(q).negate()))
                .toList());
        Groups groups = new Groups(
                counts(IntStream.range(0, n)
                        .mapToObj(q -> weigh(queries.get(q), events, met.get(q).negate()))
                        .toList()),
                counts(IntStream.range(0, n)
                        .mapToObj(q -> weigh(queries.get(q), ones, met.get(q)))
                        .toList()),
                counts(IntStream.range(0, n)
                        .mapToObj(q -> weigh(
                                queries.get(q),
                                ones,
                                place -> !met.get(q).test(place)
                                        && categories[place]
                                                == categories[
                                                        queries.get(q)
                                                                .path("truth")
                                                                .asInt()]))
                        .toList()));
        int[] users = IntStream.range(0, n).toArray();
        return new KeptRanking(
                users,
                users,
                users,
                IntStream.of(users).map(q -> (int) open.better()[q]).toArray(),
                IntStream.of(users).map(q -> (int) open.equal()[q] + 1).toArray(),
                IntStream.of(users).map(q -> (int) open.all()[q] + 1).toArray(),
                new int[n][0],
                groups);
    }

    @Test
    void everyFigureIsWithinThreeStandardErrorsOfTheDraws() {
        List<CurrencyFigures> found = CurrencyFigures.of(ranking(), List.of(10));
        assertThat(found).hasSize(Currency.values().length);
        for (CurrencyFigures each : found) {
            JsonNode drawn = golden.path("drawn").path(each.id());
            isNear(each.id() + " hitRate", each.hitRate(), drawn.path("hitRate"));
            isNear(each.id() + " ndcg", each.ndcg(), drawn.path("ndcg"));
            isNear(each.id() + " mrr", each.mrr(), drawn.path("mrr"));
            isNear(each.id() + " auc", each.auc(), drawn.path("auc"));
        }
    }

    private static void isNear(String name, double exact, JsonNode drawn) {
        double errors = Math.abs(exact - drawn.path("mean").asDouble())
                / Math.max(drawn.path("error").asDouble(), 1e-12);
        assertThat(errors).as(name).isLessThan(ERRORS);
    }
}
