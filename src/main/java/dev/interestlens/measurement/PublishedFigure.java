package dev.interestlens.measurement;

import dev.interestlens.store.Json;
import dev.interestlens.store.WholeFile;
import java.util.List;
import java.util.Locale;

/**
 * A figure that was read in a paper or in its repository.
 *
 * @param table or the run within it
 * @param currency what it is ranked among, as the code that made it says
 * @param metric its name in JSON
 * @param seen where it was read
 */
public record PublishedFigure(
        String paper, String table, String model, String currency, String metric, double value, String seen) {
    /** A line of the list: a figure, and the names by which its data set is known. */
    private record Line(
            List<String> data,
            String paper,
            String table,
            String model,
            String currency,
            String metric,
            double value,
            String seen) {
        boolean isOf(String name) {
            return data.stream().anyMatch(each -> plain(each).equals(plain(name)));
        }

        PublishedFigure figure() {
            return new PublishedFigure(paper, table, model, currency, metric, value, seen);
        }
    }

    private record Lines(List<Line> figures) {}

    /** Those of a data set that has one of the names by which it is known; none of another one. */
    public static List<PublishedFigure> of(String data) {
        return Json.read(WholeFile.resource(PublishedFigure.class, "published.json"), Lines.class).figures().stream()
                .filter(line -> line.isOf(data))
                .map(Line::figure)
                .toList();
    }

    /** Letters and digits. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
