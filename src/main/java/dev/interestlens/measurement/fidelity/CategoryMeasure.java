package dev.interestlens.measurement.fidelity;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.source.Progress;
import dev.interestlens.explain.fidelity.TableMeasure;
import dev.interestlens.explain.view.CategoryMap;
import dev.interestlens.explain.view.MapPanel;
import dev.interestlens.explain.words.CategoryNames;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.CategoryAttention;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Problem;
import dev.interestlens.workspace.OpenRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Look and first-order Effect of many predictions of a run, with their categories. One thread, like the model. */
public final class CategoryMeasure {
    private static final int BATCH = 64;

    private final OpenRun run;
    private final TableMeasure table;
    private final CategoryNames names;
    private final Map<Integer, Text> known = new HashMap<>();

    /** The caller closes the run. */
    public CategoryMeasure(OpenRun run) {
        this.run = run;
        table = new TableMeasure(run.model());
        names = new CategoryNames(run.data());
    }

    /**
     * Measurements of some rows.
     *
     * @param categories for each row the category of each behaviour that the model reads
     */
    public record Measured(List<TableMeasure.Row> rows, List<List<Text>> categories) {}

    /** Measures some rows together, which must fit into memory. */
    public Measured rows(Part part, int[] rows) {
        RawBatch batch = run.readSamples().batch(part, rows);
        List<List<Text>> categories = new ArrayList<>();
        for (int b = 0; b < batch.size(); b++) {
            categories.add(IntStream.range(batch.offsets[b], batch.offsets[b + 1])
                    .mapToObj(at -> category(batch.history[Schema.ITEM][at]))
                    .toList());
        }
        return new Measured(table.rows(batch), categories);
    }

    private Text category(int item) {
        return known.computeIfAbsent(item, names::ofItem);
    }

    /**
     * Look and Effect by category, over a systematic sample of predictions of a part.
     *
     * @param count of predictions, fewer where the part has fewer
     * @throws dev.interestlens.store.ProblemException where the data have fewer than two categories, or of kind CANCELLED where it was cancelled
     */
    public CategoryAttention measure(Part part, int count, Progress progress) {
        int size = run.samples().size(part);
        int measured = Math.min(count, size);
        int[] rows = ArrayFill.ints(measured, i -> (int) ((long) i * size / measured));
        CategoryMap map = new CategoryMap();
        for (int from = 0; from < measured; from += BATCH) {
            if (progress.cancelled()) {
                throw Problem.cancelled(Fidelity.class, "notMeasured").exception();
            }
            progress.at("samples", (double) from / measured);
            int[] some = Arrays.copyOfRange(rows, from, Math.min(from + BATCH, measured));
            add(map, part, some);
        }
        CategoryMap.Means means = MapPanel.means(map);
        if (means.categories().size() < 2) {
            throw Problem.badInput(CategoryMeasure.class, "noCategories")
                    .exception("dataset", run.data().info().origin().name());
        }
        return new CategoryAttention(means, measured, run.provenance(EnumNames.lower(part)));
    }

    private void add(CategoryMap map, Part part, int[] rows) {
        Measured found = rows(part, rows);
        for (int i = 0; i < rows.length; i++) {
            TableMeasure.Row row = found.rows().get(i);
            Text candidate = category(run.samples().sample(part, rows[i]).candidate());
            map.add(candidate, found.categories().get(i), row.look(), row.effect());
        }
    }
}
