package dev.interestlens.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.Field;
import dev.interestlens.data.HistoryChoice.Past;
import dev.interestlens.model.reading.ItemScores;
import dev.interestlens.model.reading.TopSteps;
import dev.interestlens.nn.RowSource;
import dev.interestlens.nn.RowTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProductsTest {
    private static final int ITEMS = 1200; // more than two blocks, the last of them not full
    private static final List<Field> FIELDS =
            List.of(Field.categorical("item", ITEMS), Field.categorical("genre", 40, 3));
    private static final int WIDTH = 7 + 6; // no multiple of the terms that are added at once

    private final SplittableRandom random = new SplittableRandom(5);
    private final int[][] genres = new int[ITEMS][];

    ProductsTest() {
        for (int item = 0; item < ITEMS; item++) {
            genres[item] = new int[] {random.nextInt(40), random.nextInt(2) * random.nextInt(40), 0};
        }
    }

    /** Items one after another, and one item that is asked for. */
    private record Items(int[][] genres, int[] keys, int asked) implements Past {
        @Override
        public int length() {
            return keys.length;
        }

        @Override
        public boolean hidden(int step) {
            return false;
        }

        @Override
        public int id(int field, int step, int k) {
            return field == 0 ? keys[step] : genres[keys[step]][k];
        }

        @Override
        public int candidate(int field, int k) {
            return field == 0 ? asked : genres[asked][k];
        }
    }

    private Items everyItem(int asked) {
        return new Items(genres, IntStream.range(0, ITEMS).toArray(), asked);
    }

    private float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextDouble(-1, 1);
        }
        return numbers;
    }

    private RowTable table(String name, int rows, int width) {
        RowTable table = new RowTable(name, rows, width, RowTable.Padding.ZERO);
        table.load(RowSource.of(numbers(rows * width), width));
        return table;
    }

    private Products products() {
        List<RowTable> tables = List.of(table("item", ITEMS, 7), table("genre", 40, 6));
        return new Products(tables, FIELDS, numbers(16 * WIDTH), numbers(16 * WIDTH));
    }

    @Test
    void scoresOfAllItemsAreThoseOfEachToTheBit() {
        Products products = products();
        int[] candidates = {2, 900, 1, 0, 511, 1199, 512, 17, 900};
        float[][] all = products.ofAll(everyItem(0), candidates);
        for (int c = 0; c < candidates.length; c++) {
            Items past = everyItem(candidates[c]);
            products.before(past);
            for (int item = 0; item < ITEMS; item++) {
                assertThat(all[c][item]).isEqualTo(products.of(past, item));
            }
        }
    }

    @Test
    void whatIsFoundDoesNotDependOnWhetherAllScoresAreComputedTogether() {
        Products products = products();
        int[] candidates = IntStream.range(0, 2000)
                .map(sample -> random.nextInt(ITEMS))
                .toArray(); // more than there is room for at once
        List<int[]> asked = new ArrayList<>();
        ItemScores together = new ItemScores(products, Optional.of((items, some) -> {
            asked.add(some);
            return products.ofAll(items, some);
        }));
        together.expect(everyItem(0), candidates, (long) candidates.length * ITEMS);
        ItemScores each = new ItemScores(products, Optional.empty());
        for (int candidate : candidates) {
            int[] keys = random.ints(50, 0, ITEMS).toArray();
            Items past = new Items(genres, keys, candidate);
            assertThat(found(together, past)).isEqualTo(found(each, past));
        }
        assertThat(asked).hasSizeGreaterThan(1);
        assertThat(asked.stream().flatMapToInt(Arrays::stream)).containsExactly(boxed(candidates));
    }

    private static Integer[] boxed(int[] numbers) {
        return Arrays.stream(numbers).boxed().toArray(Integer[]::new);
    }

    private static int[] found(ItemScores scores, Past past) {
        TopSteps top = new TopSteps(7);
        scores.next();
        scores.before(past);
        scores.offer(past, past.length() - 1, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, top);
        int[] steps = new int[top.count()];
        top.copy(steps, 0);
        Arrays.sort(steps);
        return steps;
    }

    @Test
    void fewBehavioursAreScoredOneByOne() {
        List<int[]> asked = new ArrayList<>();
        ItemScores scores = new ItemScores(products(), Optional.of((items, some) -> {
            asked.add(some);
            return new float[0][];
        }));
        scores.expect(everyItem(0), new int[64], 64L * 20);
        found(scores, new Items(genres, new int[] {3, 4, 5}, 2));
        assertThat(asked).isEmpty();
    }
}
