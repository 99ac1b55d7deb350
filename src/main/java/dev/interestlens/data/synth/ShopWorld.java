package dev.interestlens.data.synth;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The items of the shop: interest, category, popularity and name of each. Items are numbered from 0 in random order. */
public final class ShopWorld {

    private static final double POPULARITY_EXPONENT = 0.6;

    private final ShopWords words = ShopWords.load();
    private final int perDomain;
    private final int[] interest;
    private final int[] category;
    private final int[] rank;
    private final double[] popularity;
    private final int[][] cells;

    public ShopWorld(ShopSettings settings) {
        perDomain = settings.behaviour().interestsPerDomain();
        int count = settings.interests() * ShopWords.CATEGORIES;
        Draws draws = Draws.of(settings.seed(), -1);
        int[] bigger = IntStream.range(0, count).toArray(); // the first of these have one item more
        draws.shuffle(bigger);
        int[] sizes = new int[count];
        Arrays.fill(sizes, settings.items() / count);
        for (int i = 0; i < settings.items() % count; i++) {
            sizes[bigger[i]]++;
        }
        int[] numbers = IntStream.range(0, settings.items()).toArray();
        draws.shuffle(numbers);

        interest = new int[settings.items()];
        category = new int[settings.items()];
        rank = new int[settings.items()];
        popularity = new double[settings.items()];
        cells = new int[count][];
        int next = 0;
        for (int cell = 0; cell < count; cell++) {
            cells[cell] = Arrays.copyOfRange(numbers, next, next + sizes[cell]);
            next += sizes[cell];
            for (int m = 0; m < sizes[cell]; m++) {
                int item = cells[cell][m];
                interest[item] = cell / ShopWords.CATEGORIES;
                category[item] = cell % ShopWords.CATEGORIES;
                rank[item] = m;
                popularity[item] = 1 / StrictMath.pow(1 + m, POPULARITY_EXPONENT);
            }
        }
    }

    public int items() {
        return interest.length;
    }

    public int interests() {
        return cells.length / ShopWords.CATEGORIES;
    }

    public int interest(int item) {
        return interest[item];
    }

    /** The index in the domain's cyclic order of categories, 0 … 4. */
    int category(int item) {
        return category[item];
    }

    double popularity(int item) {
        return popularity[item];
    }

    /** The items of an interest in a category, most popular first; not to be changed. */
    int[] cell(int ofInterest, int ofCategory) {
        return cells[ofInterest * ShopWords.CATEGORIES + ofCategory];
    }

    /** The id in the files: {@code i0042}. */
    public static String key(int item) {
        return "i" + padded(item);
    }

    public String domainName(int item) {
        return domain(item).name().en();
    }

    public String categoryName(int item) {
        return domain(item).categories().get(category[item]).en();
    }

    /** The brand. */
    public String series(int item) {
        return brand(item).en();
    }

    /** Brand, category, variant: no two items have the same. */
    public String title(int item) {
        return brand(item).en() + " " + categoryName(item) + " " + variant(item).en();
    }

    public String chineseTitle(int item) {
        return brand(item).zh() + " "
                + domain(item).categories().get(category[item]).zh() + " "
                + variant(item).zh();
    }

    static String padded(int number) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    private ShopWords.Domain domain(int item) {
        return words.domains().get(interest[item] / perDomain);
    }

    private ShopWords.Word brand(int item) {
        int shared = ShopWords.BRANDS / perDomain; // brands of one interest
        return domain(item).brands().get(interest[item] % perDomain * shared + rank[item] % shared);
    }

    private ShopWords.Word variant(int item) {
        int shared = ShopWords.BRANDS / perDomain;
        int number = rank[item] / shared + 3 * category[item];
        return words.variants().get(number % ShopWords.VARIANTS);
    }
}
