package dev.interestlens.data.source;

import dev.interestlens.data.source.file.Duck;
import dev.interestlens.data.source.file.ParquetSet;
import dev.interestlens.data.source.prepare.Sources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Small logs of every kind that a preparation must read: each is made anew from a seed, always with the same bytes. */
public final class LogSamples {

    /** Writes the files of a sample. */
    @FunctionalInterface
    private interface Body {
        void write(Path folder) throws IOException;
    }

    /**
     * A log and how it is to be prepared.
     *
     * @param settings as with {@code prepare --set}
     * @param mapping as with {@code prepare --map}
     */
    public record Sample(String name, Map<String, String> settings, Map<String, String> mapping, Object body) {

        /** Writes the files into an empty folder. @return what is to be prepared */
        public List<Path> write(Path folder) throws IOException {
            Files.createDirectories(folder);
            ((Body) body).write(folder);
            return List.of(folder);
        }

        public PrepareOptions options() {
            return PrepareOptions.defaults().withMapping(mapping).with(settings);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final int ROWS = 2000;
    private static final long START = 1_600_000_000L;

    private LogSamples() {}

    public static List<Sample> all() {
        Map<String, String> none = Map.of();
        Map<String, String> lenient = Map.of("rejectShare", "0.9");
        Map<String, String> contexts = new LinkedHashMap<>();
        contexts.put("user", "user");
        contexts.put("item", "item");
        contexts.put("time", "time");
        contexts.put("category", "kind");
        contexts.put("context.price", "price");
        contexts.put("context.place", "place");
        contexts.put("item.brand", "brand");
        contexts.put("user.city", "city");
        List<Sample> all = new ArrayList<>();
        all.add(sample("plain", none, none, folder -> text(folder, "log.csv", plain(1, "\n", ","))));
        all.add(sample("tabsAndReturns", none, none, folder -> text(folder, "log.tsv", plain(2, "\r\n", "\t"))));
        all.add(sample("mixedLineEnds", none, none, LogSamples::mixed));
        all.add(sample("quoted", none, none, LogSamples::quoted));
        all.add(sample("gz", none, none, LogSamples::packed));
        all.add(sample("gb18030", none, none, LogSamples::chinese));
        all.add(sample("labels", lenient, none, LogSamples::labels));
        all.add(sample("contexts", none, contexts, LogSamples::contexts));
        Map<String, String> typed = Map.of("user", "user", "item", "item", "time", "time", "event", "place");
        all.add(sample("eventTypes", Map.of("eventTypes", "north,South"), typed, LogSamples::contexts));
        all.add(sample("rejected", lenient, none, LogSamples::rejected));
        all.add(sample("core", Map.of("core", "6"), none, folder -> text(folder, "log.csv", plain(5, "\n", ","))));
        Map<String, String> share = Map.of("users.share", "0.3", "users.seed", "7", "core", "2");
        all.add(sample("usersShare", share, none, folder -> text(folder, "log.csv", plain(22, "\n", ","))));
        all.add(sample("duplicates", Map.of("dropDuplicates", "true"), none, LogSamples::duplicates));
        all.add(sample("duplicatesKept", none, none, LogSamples::duplicates));
        all.add(sample("farTimes", none, none, LogSamples::farTimes));
        all.add(sample("farTimesDropped", Map.of("dropFarTimes", "true"), none, LogSamples::farTimes));
        all.add(sample("severalFiles", lenient, none, LogSamples::severalFiles));
        all.add(sample("movieLens", none, none, LogSamples::movieLens));
        all.add(sample("ratings", Map.of("minimumRating", "3"), none, LogSamples::movieLens));
        all.add(sample("jsonLines", lenient, none, LogSamples::jsonLines));
        all.add(sample("isoFractions", none, none, LogSamples::isoFractions));
        all.add(sample("dayAndMonth", none, none, LogSamples::dayAndMonth));
        all.add(sample("oddKeys", none, none, LogSamples::oddKeys));
        all.add(sample("noTimes", none, Map.of("user", "user", "item", "item"), LogSamples::noTimes));
        all.add(sample("parquet", none, none, LogSamples::parquet));
        Map<String, String> ordered = new LinkedHashMap<>();
        ordered.put("user", "user");
        ordered.put("item", "item");
        ordered.put("time", "millis");
        ordered.put("order", "place");
        all.add(sample("orderColumn", none, ordered, LogSamples::orderColumn));
        all.add(sample("parquetSet", none, none, LogSamples::parquetSet));
        return all;
    }

    private static Sample sample(String name, Map<String, String> settings, Map<String, String> mapping, Body body) {
        return new Sample(name, settings, mapping, body);
    }

    private static void text(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String plain(long seed, String end, String separator) {
        Random random = new Random(seed);
        StringBuilder text =
                new StringBuilder("user" + separator + "item" + separator + "category" + separator + "time" + end);
        for (int row = 0; row < ROWS; row++) {
            int item = skewed(random, 400);
            text.append("u").append(skewed(random, 300)).append(separator);
            text.append("i").append(item).append(separator);
            text.append(random.nextInt(9) == 0 ? "" : "c" + item % 17).append(separator);
            text.append(START + random.nextInt(50_000)).append(end);
        }
        return text.toString();
    }

    private static int skewed(Random random, int bound) {
        return (int) (bound * random.nextDouble() * random.nextDouble());
    }

    private static void mixed(Path folder) throws IOException {
        String[] lines = plain(3, "\n", ",").split("\n");
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < lines.length; n++) {
            text.append(lines[n]).append(n % 7 == 0 ? "\r\n" : n % 501 == 0 ? "\r" : "\n");
        }
        text(folder, "log.csv", text.toString());
    }

    private static void quoted(Path folder) throws IOException {
        Random random = new Random(4);
        StringBuilder text = new StringBuilder("user,item,title,time\n");
        for (int row = 0; row < ROWS; row++) {
            int item = skewed(random, 200);
            text.append("\"u")
                    .append(skewed(random, 200))
                    .append("\",i")
                    .append(item)
                    .append(",\"Title, \"\"");
            text.append(item)
                    .append(row % 11 == 0 ? "\"\"\nover two lines" : "\"\"")
                    .append("\",");
            text.append(START + random.nextInt(90_000)).append(row % 13 == 0 ? "\n\n" : "\n");
        }
        text(folder, "log.csv", text.toString());
    }

    private static void packed(Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain(6, "\n", ",").getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("log.csv.gz"), bytes.toByteArray());
    }

    private static void chinese(Path folder) throws IOException {
        String text = plain(7, "\n", ",").replace("u1", "用户").replace("c", "类别").replaceFirst("类别ategory", "category");
        Files.write(folder.resolve("log.csv"), text.getBytes(Charset.forName("GB18030")));
    }

    private static void labels(Path folder) throws IOException {
        Random random = new Random(8);
        String[] labels = {"1", "0", "yes", "no", "0", "1", "0.5", "", "TRUE"};
        StringBuilder text = new StringBuilder("user,item,label,time\n");
        for (int row = 0; row < ROWS; row++) {
            text.append("u")
                    .append(skewed(random, 150))
                    .append(",i")
                    .append(skewed(random, 150))
                    .append(',');
            text.append(labels[random.nextInt(labels.length)]).append(',');
            text.append(START + random.nextInt(3000)).append('\n');
        }
        text(folder, "log.csv", text.toString());
    }

    private static void contexts(Path folder) throws IOException {
        Random random = new Random(9);
        String[] places = {"north", "south", "", "west", "Ünten", "\u4e0a"};
        StringBuilder text = new StringBuilder("user,item,kind,price,place,brand,city,time\n");
        for (int row = 0; row < ROWS; row++) {
            int item = skewed(random, 200);
            int user = skewed(random, 200);
            text.append("u")
                    .append(user)
                    .append(",i")
                    .append(item)
                    .append(",k")
                    .append(item % 5)
                    .append(',');
            text.append(row % 19 == 0 ? "" : String.valueOf(random.nextInt(5000) / 100.0))
                    .append(',');
            text.append(places[random.nextInt(places.length)]).append(',');
            text.append(random.nextInt(4) == 0 ? "" : "b" + item % 40)
                    .append(",")
                    .append(user * 3 % 101);
            text.append(',').append(START + random.nextInt(90_000)).append('\n');
        }
        text(folder, "log.csv", text.toString());
    }

    private static void rejected(Path folder) throws IOException {
        Random random = new Random(10);
        StringBuilder text = new StringBuilder("user,item,time\n");
        for (int row = 0; row < ROWS; row++) {
            String user = "u" + skewed(random, 150);
            String item = "i" + skewed(random, 150);
            long time = START + random.nextInt(90_000);
            switch (row % 37) {
                case 3 -> text.append(user).append(",,").append(time).append('\n');
                case 7 ->
                    text.append(" ,").append(item).append(',').append(time).append('\n');
                case 11 -> text.append(user).append(',').append(item).append(",soon\n");
                case 17 -> text.append(user).append(',').append(item).append('\n');
                case 23 ->
                    text.append(user)
                            .append(',')
                            .append(item)
                            .append(',')
                            .append(time)
                            .append(",more\n");
                case 29 -> text.append("\n");
                case 31 ->
                    text.append(user)
                            .append("\0,")
                            .append(item)
                            .append(',')
                            .append(time)
                            .append('\n');
                default ->
                    text.append(user)
                            .append(", ")
                            .append(item)
                            .append(" ,")
                            .append(time)
                            .append('\n');
            }
        }
        text(folder, "log.csv", text.toString());
    }

    private static void duplicates(Path folder) throws IOException {
        Random random = new Random(11);
        StringBuilder text = new StringBuilder("user,item,time\n");
        for (int row = 0; row < ROWS; row++) {
            text.append("u")
                    .append(skewed(random, 40))
                    .append(",i")
                    .append(skewed(random, 12))
                    .append(',');
            text.append(START + random.nextInt(40)).append('\n');
        }
        text(folder, "log.csv", text.toString());
    }

    private static void farTimes(Path folder) throws IOException {
        String[] lines = plain(12, "\n", ",").split("\n");
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < lines.length; n++) {
            boolean far = n > 0 && n % 333 == 0;
            text.append(far ? lines[n].replaceAll("\\d+$", n % 2 == 0 ? "86400" : "1900000000") : lines[n]);
            text.append('\n');
        }
        text(folder, "log.csv", text.toString());
    }

    private static void severalFiles(Path folder) throws IOException {
        text(folder, "part-1.csv", plain(13, "\n", ","));
        rejected(folder);
        String rejected = Files.readString(folder.resolve("log.csv"));
        Files.delete(folder.resolve("log.csv"));
        StringBuilder lines = new StringBuilder();
        for (String line : rejected.split("\n")) {
            lines.append(line.startsWith("user") ? "user,item,category,time" : line.replaceFirst(",(\\d+)$", ",c,$1"))
                    .append('\n');
        }
        text(folder, "part-2.csv", lines.toString());
        text(folder, "part-3.csv", plain(14, "\n", ","));
        text(folder, "notes.md", "Not a log.");
    }

    private static void movieLens(Path folder) throws IOException {
        Random random = new Random(15);
        StringBuilder ratings = new StringBuilder("userId,movieId,rating,timestamp\r\n");
        for (int row = 0; row < ROWS; row++) {
            ratings.append(skewed(random, 200) + 1)
                    .append(',')
                    .append(skewed(random, 300) + 1)
                    .append(',');
            ratings.append(random.nextInt(10) / 2.0 + 0.5).append(',').append(START + random.nextInt(90_000));
            ratings.append("\r\n");
        }
        text(folder, "ratings.csv", ratings.toString());
        StringBuilder movies = new StringBuilder("movieId,title,genres\r\n");
        String[] genres = {"Drama", "Comedy|Drama", "(no genres listed)", "War|Action|Drama|Comedy|Noir"};
        for (int movie = 1; movie < 280; movie++) {
            movies.append(movie)
                    .append(",\"Film ")
                    .append(movie)
                    .append(", The \"\"")
                    .append(movie % 7);
            movies.append("\"\" (1999)\",")
                    .append(genres[movie % genres.length])
                    .append("\r\n");
        }
        text(folder, "movies.csv", movies.toString());
        text(folder, "links.csv", "movieId,imdbId,tmdbId\r\n1,0114709,\r\n");
    }

    private static void jsonLines(Path folder) throws IOException {
        Random random = new Random(16);
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < ROWS; row++) {
            if (row % 97 == 5) {
                text.append("{\"user\": \"u1\", \"item\":\n");
            }
            int item = skewed(random, 200);
            text.append("{\"user\": \"u")
                    .append(skewed(random, 200))
                    .append("\", \"item\": \"i")
                    .append(item);
            text.append("\", \"category\": \"c\\u00e9").append(item % 9).append("\", \"time\": ");
            text.append(START + random.nextInt(90_000)).append("}\n");
        }
        text(folder, "log.jsonl", text.toString());
    }

    private static void isoFractions(Path folder) throws IOException {
        Random random = new Random(17);
        StringBuilder text = new StringBuilder("user,item,time\n");
        for (int row = 0; row < ROWS; row++) {
            text.append("u")
                    .append(skewed(random, 50))
                    .append(",i")
                    .append(skewed(random, 100))
                    .append(",2021-03-0");
            text.append(1 + random.nextInt(9))
                    .append("T0")
                    .append(random.nextInt(10))
                    .append(":15:4");
            text.append(random.nextInt(10))
                    .append('.')
                    .append(100 + random.nextInt(900))
                    .append("Z\n");
        }
        text(folder, "log.csv", text.toString());
    }

    // The first rows could be read either way; a row far behind them decides.
    private static void dayAndMonth(Path folder) throws IOException {
        Random random = new Random(18);
        StringBuilder text = new StringBuilder("user,item,time\n");
        for (int row = 0; row < ROWS; row++) {
            int day = row > 1500 ? 1 + random.nextInt(28) : 1 + random.nextInt(12);
            text.append("u")
                    .append(skewed(random, 50))
                    .append(",i")
                    .append(skewed(random, 100))
                    .append(',');
            text.append(String.format(
                    Locale.ROOT, "%02d/%02d/2021 10:%02d\n", day, 1 + random.nextInt(12), random.nextInt(60)));
        }
        text(folder, "log.csv", text.toString());
    }

    private static void oddKeys(Path folder) throws IOException {
        Random random = new Random(19);
        String[] users = {"\uffee", "\ud800\udc00", "\u00a0a", "a ", "ß", "😀", "Z", "z", "é", "e\u0301"};
        StringBuilder text = new StringBuilder("\ufeffuser,item,time\n");
        for (int row = 0; row < ROWS; row++) {
            if (row % 50 == 49) {
                text.append('\ufeff'); // in the middle of a file it is part of the value
            }
            text.append(users[random.nextInt(users.length)])
                    .append(random.nextInt(9))
                    .append(',');
            text.append(users[random.nextInt(users.length)])
                    .append(skewed(random, 40))
                    .append(',');
            text.append(random.nextInt(3) == 0 ? " 1.6e9" : String.valueOf(START + random.nextInt(90_000)));
            text.append(row == ROWS - 1 ? "" : "\n");
        }
        text(folder, "log.csv", text.toString());
    }

    private static void noTimes(Path folder) throws IOException {
        Random random = new Random(20);
        StringBuilder text = new StringBuilder("user,item\n");
        for (int row = 0; row < ROWS; row++) {
            text.append("u")
                    .append(skewed(random, 90))
                    .append(",i")
                    .append(skewed(random, 90))
                    .append('\n');
        }
        text(folder, "log.csv", text.toString());
    }

    private static void parquet(Path folder) throws IOException {
        Path csv = Files.writeString(folder.resolve("rows.csv"), plain(21, "\n", ","));
        Path target = folder.resolve("log.parquet");
        try (Duck duck =
                new Duck(folder, List.of(csv), PrepareOptions.defaults().with("threads", "1"), Progress.none())) {
            duck.run("COPY (SELECT user, CAST(substr(item, 2) AS INTEGER) AS item, [category, 'all'] AS category,"
                    + " make_timestamp(CAST(time AS BIGINT) * 1000000 + row_number() OVER () % 1000) AS time FROM"
                    + " read_csv(" + Duck.path(csv) + ", header = true, all_varchar = true))"
                    + " TO " + Duck.literal(target.toString()) + " (FORMAT parquet, ROW_GROUP_SIZE 2048)");
        }
        Files.delete(csv);
    }

    // The rows lie in another order than their column says.
    private static void orderColumn(Path folder) throws IOException {
        Path csv = Files.writeString(folder.resolve("rows.csv"), plain(23, "\n", ","));
        Path target = folder.resolve("log.parquet");
        PrepareOptions one = PrepareOptions.defaults().with("threads", "1");
        try (Duck duck = new Duck(folder, List.of(csv), one, Progress.none())) {
            duck.run(
                    "COPY (SELECT user, item, CAST(time AS BIGINT) // 1000 * 1000000 AS millis, row_number() OVER () AS"
                            + " place FROM read_csv(" + Duck.path(csv)
                            + ", header = true, all_varchar = true) ORDER BY md5(user),"
                            + " place) TO " + Duck.literal(target.toString()) + " (FORMAT parquet)");
        }
        Files.delete(csv);
    }

    private static void parquetSet(Path folder) throws IOException {
        Path source = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-source"));
        Path prepared = folder.resolveSibling(folder.getFileName() + "-prepared");
        labels(source);
        PrepareOptions lenient =
                PrepareOptions.defaults().with("rejectShare", "0.9").with("threads", "1");
        Path tables = folder.resolveSibling(folder.getFileName() + "-tables");
        try (var data = Sources.prepare(List.of(source), lenient, prepared, Progress.none())) {
            ParquetSet.write(data, tables, lenient, Progress.none());
        }
        try (var files = Files.list(tables)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }
}
