package dev.interestlens.ui.export;

import dev.interestlens.export.PrecisionCost;
import dev.interestlens.figure.Numerals;
import dev.interestlens.publish.ModelExport;
import dev.interestlens.publish.ModelExport.Format;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.export.ExportViewModel.Written;
import dev.interestlens.workspace.VerificationResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is said of written files and of verified ones. */
record ExportWords(Messages messages) {
    /** Number of differing weights that are listed. */
    private static final int DIFFERENCES = 12;

    /** What belongs to a written file: whether its card tells of fidelity, or what its precision costs. */
    String about(Written done) {
        return done.format() == Format.BUNDLE ? card(done) : cost(done.done());
    }

    private String card(Written done) {
        return messages.text(done.done().fidelity() ? "export.card.told" : "export.card.untold");
    }

    private String cost(ModelExport.Done done) {
        PrecisionCost cost = done.precision();
        if (cost == null) {
            return "";
        }
        return cost.changed() == 0
                ? messages.text("export.precision.none")
                : messages.text(
                        "export.precision.cost",
                        Numerals.fixed(cost.auc(), 4),
                        Numerals.fixed(cost.aucOfFloat(), 4),
                        Numerals.count(cost.rows()),
                        Numerals.of(cost.largestScore()),
                        Numerals.count(cost.bytes()),
                        Numerals.count(cost.bytesOfFloat()));
    }

    String found(VerificationResult now) {
        String name = Path.of(now.file()).getFileName().toString();
        String files = Numerals.count(now.files());
        return switch (now.kind()) {
            case BUNDLE ->
                messages.text(
                        "export.check.bundle", name, now.run(), now.model().toUpperCase(Locale.ROOT), files);
            case RUN ->
                messages.text("export.check.run", name, now.run(), now.model().toUpperCase(Locale.ROOT), files);
            case DATASET -> messages.text("export.check.dataset", name, files);
            case WEIGHTS -> {
                String arrays = Numerals.count(now.weights().arrays());
                if (now.run().isEmpty()) {
                    yield messages.text("export.check.weights", name, arrays);
                }
                yield now.weights().differences().isEmpty()
                        ? messages.text("export.check.weights.same", name, arrays, now.run())
                        : messages.text(
                                "export.check.weights.other",
                                name,
                                arrays,
                                now.run(),
                                Numerals.count(now.weights().differences().size()));
            }
        };
    }

    String details(VerificationResult now) {
        List<String> lines = new ArrayList<>();
        now.checked().scores().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> lines.add(messages.text(
                        "export.check.scores",
                        entry.getKey(),
                        Numerals.count(entry.getValue().rows()),
                        Numerals.of(entry.getValue().largestScore()))));
        if (!now.checked().unchecked().isEmpty()) {
            lines.add(messages.text(
                    "export.check.unchecked", String.join(", ", now.checked().unchecked())));
        }
        if (!now.older().versions().isEmpty()) {
            lines.add(messages.text("export.check.versions", now.older().versions()));
        }
        if (!now.older().filled().isEmpty()) {
            lines.add(messages.text(
                    "export.check.filled", String.join(", ", now.older().filled())));
        }
        if (!now.older().unsummed().isEmpty()) {
            lines.add(messages.text(
                    "export.check.unsummed", String.join(", ", now.older().unsummed())));
        }
        now.weights().differences().stream()
                .limit(DIFFERENCES)
                .forEach(one -> lines.add(
                        messages.text("export.check.differs." + one.kind(), one.name(), one.expected(), one.actual())));
        if (now.weights().differences().size() > DIFFERENCES) {
            lines.add(messages.text(
                    "export.check.more",
                    Numerals.count(now.weights().differences().size() - DIFFERENCES)));
        }
        return String.join("\n", lines);
    }
}
