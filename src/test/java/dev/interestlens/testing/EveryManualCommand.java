package dev.interestlens.testing;

import dev.interestlens.cli.CommandLineProgram;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A program that runs every command of the README and of the manual in the current folder, page after page, as a reader would. Shops and trainings are made
 * small. The exit code is 0 where every command did its work; what went wrong is printed.
 */
public final class EveryManualCommand {
    private static final List<String> SMALL = List.of(
            "model.embeddingSize=4",
            "model.fieldEmbeddingSize=4",
            "model.head.hidden=8",
            "training.epochs=1",
            "data.protocol.history.maxLength=50");

    private int failed;

    private EveryManualCommand() {}

    /** @param arguments the folder of the project */
    public static void main(String[] arguments) throws IOException {
        Manual manual = new Manual(Path.of(arguments[0]));
        EveryManualCommand all = new EveryManualCommand();
        writeWhatReadersHave();
        all.run(manual.readme());
        writeHistory();
        Files.delete(Path.of("why.html"));
        remove("shop", "data", "runs");
        Manual.PAGES.forEach(page -> all.run(manual.file(page)));
        System.exit(all.failed == 0 ? 0 : 1);
    }

    private static void remove(String... folders) throws IOException {
        for (String folder : folders) {
            try (var all = Files.walk(Path.of(folder))) {
                for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    /** A history of items that the shop has. */
    private static void writeHistory() throws IOException {
        List<String> events = Files.readAllLines(Path.of("shop", "events.csv"));
        int item = List.of(events.get(0).split(",")).indexOf("item_id");
        String items = events.stream()
                .skip(1)
                .limit(3)
                .map(line -> line.split(",")[item])
                .collect(Collectors.joining("\n", "item\n", "\n"));
        Files.writeString(Path.of("history.csv"), items);
    }

    /** The files of the examples: a folder of MovieLens, a log, pairs. */
    private static void writeWhatReadersHave() throws IOException {
        Path movies = Files.createDirectory(Path.of("ml-latest-small"));
        Files.writeString(
                movies.resolve("movies.csv"),
                "movieId,title,genres\n"
                        + IntStream.range(1, 21)
                                .mapToObj(i -> i + ",Film " + i + " (1999)," + (i % 2 == 0 ? "Drama" : "Comedy"))
                                .collect(Collectors.joining("\n"))
                        + "\n");
        Files.writeString(movies.resolve("ratings.csv"), "userId,movieId,rating,timestamp\n" + events("%d,%d,4.0,%d"));
        Files.writeString(Path.of("clicks.csv"), "who,what,ts\n" + events("u%d,i%d,%d"));
        Files.writeString(Path.of("gradient.csv"), "sample,behaviour,value\nsame-7-0,0,1\n");
        Files.writeString(Path.of("pairs.csv"), "user,item\nu0001,i0001\nu0002,i0003\n");
    }

    private static String events(String pattern) {
        return IntStream.range(0, 400)
                .mapToObj(i -> String.format(Locale.ROOT, pattern, 1 + i % 20, 1 + i * 7 % 20, 1_600_000_000 + i * 60))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private void run(Path page) {
        for (List<String> words : Manual.commands(page)) {
            List<String> line = small(words);
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
            int code = new CommandLineProgram(stream, stream, Locale.ENGLISH).run(line.toArray(String[]::new));
            boolean judged = line.contains("--gate") && code <= 2; // no loss, a loss, too few users to tell
            if (code != 0 && !judged) {
                failed++;
                System.out.println(page.getFileName() + ": " + String.join(" ", line) + " ended with " + code + ": "
                        + said.toString(StandardCharsets.UTF_8));
            }
        }
    }

    private static List<String> small(List<String> words) {
        List<String> line = new ArrayList<>(words);
        if (words.get(0).equals("generate") && !words.contains("--users")) {
            line.addAll(List.of("--users", "200"));
        }
        if (words.get(0).equals("verify")
                || words.get(0).equals("doctor") && words.size() > 1 && !words.contains("--speed")) {
            line.addAll(List.of("--graph-seconds", "3600")); // of a child on a loaded machine
        }
        if (words.get(0).equals("ageing")) {
            line.addAll(List.of("--cuts", "2"));
        }
        if (words.get(0).equals("trust")) {
            line.addAll(List.of("--seeds", "1"));
        }
        boolean anew = words.contains("--data"); // else a run goes on, which has its settings
        if (anew && List.of("train", "trust").contains(words.get(0))) {
            if (!words.contains("--preset")) {
                line.addAll(List.of("--preset", "quick"));
            }
            for (String setting : SMALL) {
                String name = setting.substring(0, setting.indexOf('=') + 1);
                if (words.stream().noneMatch(word -> word.startsWith(name))) {
                    line.addAll(List.of("--set", setting));
                }
            }
        }
        return line;
    }
}
