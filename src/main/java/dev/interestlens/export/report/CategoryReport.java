package dev.interestlens.export.report;

import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.export.report.json.PanelJson;
import dev.interestlens.export.report.json.Provenance;
import dev.interestlens.export.report.page.Document;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.file.FigureFile;
import dev.interestlens.store.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The map of Look and Effect by category as a file: a page in both languages, a figure, or its numbers as JSON or CSV.
 *
 * @param map a matrix of Look and one of Effect, with the same categories
 * @param provenance its sample names the measured part
 * @param language of a figure, and the one that a page shows first
 */
public record CategoryReport(Panel map, Provenance provenance, Locale language) {
    private static final List<String> HEADS =
            List.of("candidate_category", "behaviour_category", "look_over_even", "effect");

    /** @param ending json, csv, html, md, or one of a figure */
    public byte[] bytes(String ending) {
        if (FigureFile.ENDINGS.contains(ending)) {
            return new FigureFile(Palette.LIGHT, language).of(ending, map.allPictures(), provenance.run());
        }
        return switch (ending) {
            case "json" -> Json.pretty(PanelJson.of(map, provenance)).getBytes(StandardCharsets.UTF_8);
            case "csv" -> numbers().csv().getBytes(StandardCharsets.UTF_8);
            case "html", "htm", "md" -> page().bytes(ending, language);
            default -> throw new IllegalArgumentException("no format of a map: " + ending);
        };
    }

    /** A line for each pair of categories that occurs. */
    private NumberTable numbers() {
        HeatMatrix look = (HeatMatrix) map.pictures().get(0);
        HeatMatrix effect = (HeatMatrix) map.pictures().get(1);
        List<NumberTable.Line> lines = new ArrayList<>();
        for (int row = 0; row < effect.rows().size(); row++) {
            for (int column = 0; column < effect.columns().size(); column++) {
                if (Double.isFinite(effect.value(row, column))) {
                    lines.add(new NumberTable.Line(
                            List.of(
                                    effect.rows().labels().get(row).en(),
                                    effect.columns().labels().get(column).en()),
                            look.value(row, column),
                            effect.value(row, column)));
                }
            }
        }
        return new NumberTable(HEADS, lines);
    }

    private Document page() {
        Document page = new Document(map.title()).paragraph(map.finding());
        map.pictures().forEach(each -> page.heading(each.title()).picture(each.drawing()));
        return page.footer(FidelityPage.footer(provenance));
    }
}
