package dev.interestlens.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A log in which what goes with what changes at a known rate: people choose any regular item, then the one that goes with it, then any again; a share of
 * these pairs is drawn anew each week. They are a permutation, so that every regular item is as popular as every other, always; a few hits, which follow
 * from nothing, are much more popular, and stay so. Pairs do not form chains: evidence of two steps would be lost twice as fast.
 *
 * @param rate share of the relations that are drawn anew each week
 * @param hits share of the events that are hits
 */
public record AgeingShop(int users, int items, int weeks, double rate, double hits, long seed) {
    private static final int HITS = 10;
    private static final long BEGIN = 1_700_000_000;
    private static final int WEEK = 7 * 86_400;
    private static final int LENGTH = 20;

    /** The age in days at which half of the relations are others. */
    public double halfLife() {
        return 7 * Math.log(.5) / Math.log(1 - rate);
    }

    /** Writes the table of users, items and times. */
    public Path write(Path file) throws IOException {
        Random random = new Random(seed);
        int[][] next = relations(random);
        StringBuilder rows = new StringBuilder("user,item,time\n");
        for (int user = 0; user < users; user++) {
            long time = BEGIN + (long) (random.nextDouble() * (weeks - 1) * WEEK);
            int last = random.nextInt(items);
            boolean paired = true;
            for (int i = 0; i < LENGTH && time < BEGIN + (long) weeks * WEEK; i++) {
                boolean hit = random.nextDouble() < hits;
                if (!hit) {
                    last = paired ? random.nextInt(items) : next[(int) ((time - BEGIN) / WEEK)][last];
                    paired = !paired;
                }
                rows.append("u" + user + "," + (hit ? "h" + hit(random) : "i" + last) + "," + time + "\n");
                time += 600 + random.nextInt(WEEK / LENGTH * 2);
            }
        }
        return Files.writeString(file, rows);
    }

    /** What comes behind each item in each week. */
    private int[][] relations(Random random) {
        int[][] next = new int[weeks][];
        List<Integer> first = new ArrayList<>(IntStream.range(0, items).boxed().toList());
        Collections.shuffle(first, random);
        next[0] = first.stream().mapToInt(Integer::intValue).toArray();
        for (int week = 1; week < weeks; week++) {
            next[week] = next[week - 1].clone();
            List<Integer> anew = new ArrayList<>(IntStream.range(0, items)
                    .filter(item -> random.nextDouble() < rate)
                    .boxed()
                    .toList());
            Collections.shuffle(anew, random);
            for (int i = 0; i < anew.size(); i++) {
                next[week][anew.get(i)] = next[week - 1][anew.get((i + 1) % anew.size())];
            }
        }
        return next;
    }

    /** Small numbers are likelier. */
    private static int hit(Random random) {
        double draw = random.nextDouble();
        return (int) (HITS * draw * draw);
    }

    /** Writes a log: file, users, items, weeks, rate, share of hits, seed. */
    public static void main(String[] words) throws IOException {
        new AgeingShop(
                        Integer.parseInt(words[1]),
                        Integer.parseInt(words[2]),
                        Integer.parseInt(words[3]),
                        Double.parseDouble(words[4]),
                        Double.parseDouble(words[5]),
                        Long.parseLong(words[6]))
                .write(Path.of(words[0]));
    }
}
