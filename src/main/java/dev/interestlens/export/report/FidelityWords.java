package dev.interestlens.export.report;

import dev.interestlens.explain.fidelity.FidelityReport;
import dev.interestlens.explain.fidelity.FidelityReport.Control;
import dev.interestlens.explain.fidelity.FidelityReport.Found;
import dev.interestlens.explain.fidelity.FidelityReport.Group;
import dev.interestlens.explain.fidelity.FidelityReport.Measure;
import dev.interestlens.explain.fidelity.FidelityReport.Planted;
import dev.interestlens.explain.fidelity.FidelityReport.PlantedGroups;
import dev.interestlens.explain.fidelity.FidelityReport.Seeds;
import dev.interestlens.explain.fidelity.FidelityReport.Source;
import dev.interestlens.explain.fidelity.FidelityReport.Truth;
import dev.interestlens.explain.fidelity.Figure;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Numerals;
import dev.interestlens.store.EnumNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names and explanations of the figures of a fidelity report, for pages, cards and windows. */
public final class FidelityWords {
    private FidelityWords() {}

    public static Text measure(Measure measure) {
        return ReportWords.of("fidelity." + EnumNames.lower(measure));
    }

    /** How to read it, in a sentence or two. */
    public static Text about(Measure measure, FidelityReport report) {
        return ReportWords.of(
                "fidelity." + EnumNames.lower(measure) + ".about",
                "deviation",
                Numerals.plain(report.nullDeviation(), 2));
    }

    public static Text source(Source source) {
        return ReportWords.of("fidelity.source." + EnumNames.lower(source));
    }

    public static Text part(FidelityReport.Part part) {
        return ReportWords.of("fidelity.part." + EnumNames.lower(part));
    }

    public static Text group(Group group) {
        boolean open = group.to() == Integer.MAX_VALUE && !group.kind().equals("all");
        return ReportWords.filled("fidelity.group." + group.kind() + (open ? ".open" : ""))
                .with("from", String.valueOf(group.from()))
                .text("to", String.valueOf(group.to()));
    }

    /** A sentence about a control: its result, or why there is none. */
    public static Text control(Control control) {
        String key = "fidelity.control." + EnumNames.lower(control.kind());
        if (control.missing() != null) {
            return ReportWords.filled("fidelity.control.missing")
                    .with("control", ReportWords.of(key))
                    .text("why", ReportWords.of("fidelity.missing." + EnumNames.lower(control.missing())));
        }
        boolean ofUsers = control.users() > 0;
        return ReportWords.filled(ofUsers ? "fidelity.control.sentence" : "fidelity.control.earlier")
                .with("users", Wording.number(control.users()))
                .with("control", ReportWords.of(key))
                .with("auc", Numerals.plain(control.auc(), 3))
                .with("changed", Numerals.plain(control.changedAuc(), 3))
                .with("low", Numerals.plainSigned(control.low(), 3))
                .with("high", Numerals.plainSigned(control.high(), 3))
                .text("change", Numerals.plain(control.scoreChange(), 3));
    }

    /** The model's fidelity in one line, Look with its baselines. */
    public static Text line(MeasuredFidelity measured) {
        FidelityReport report = measured.report();
        return ReportWords.filled(measured.older() ? "modelFidelity.line.older" : "modelFidelity.line")
                .with("samples", String.valueOf(report.all().samples()))
                .with("look", tau(report, Source.LOOK))
                .with("random", tau(report, Source.RANDOM))
                .with("recency", tau(report, Source.RECENCY))
                .text("untrained", tau(report, Source.UNTRAINED));
    }

    private static String tau(FidelityReport report, Source source) {
        Figure figure = report.all().figures().getOrDefault(source, Map.of()).get(Measure.TAU);
        return figure == null ? "—" : Numerals.plain(figure.mean(), 2);
    }

    /** A sentence about the agreement of other seeds, or that it was not measured. */
    public static Text seeds(Optional<Seeds> seeds) {
        return seeds.map(found -> ReportWords.filled("fidelity.seeds")
                        .with("models", String.valueOf(found.models()))
                        .with("look", Numerals.plain(found.look().mean(), 2))
                        .with("effect", Numerals.plain(found.effect().mean(), 2))
                        .text("chance", Numerals.plain(found.chance(), 2)))
                .orElseGet(() -> ReportWords.of("fidelity.seeds.none"));
    }

    /** What groups of behaviours find of the causes; empty for a report of an older version. */
    public static List<Text> groups(PlantedGroups groups) {
        if (groups == null) {
            return List.of();
        }
        Text first = ReportWords.of("fidelity.groups.first", "share", percent(groups.first()));
        return groups.several()
                ? List.of(
                        first,
                        ReportWords.filled("fidelity.groups.lanes")
                                .with(
                                        "samples",
                                        String.valueOf(groups.largerLane().samples()))
                                .with(
                                        "larger",
                                        Numerals.plain(groups.largerLane().mean(), 2))
                                .with(
                                        "smaller",
                                        Numerals.plain(groups.smallerLane().mean(), 2))
                                .with("alone", percent(groups.smallerAlone()))
                                .with("largerSeen", percent(groups.largerSeen()))
                                .text("smallerSeen", percent(groups.smallerSeen())))
                : List.of(first);
    }

    private static String percent(Figure share) {
        return Numerals.plain(100 * share.mean(), 1) + " %";
    }

    public static Text found(Found found) {
        return ReportWords.of("fidelity.truth." + EnumNames.name(found));
    }

    /** The orders that are compared with known causes, by their names. */
    public static Map<Text, Truth> orders(Planted planted) {
        Map<Text, Truth> orders = new LinkedHashMap<>();
        orders.put(source(Source.LOOK), planted.look());
        orders.put(ReportWords.of("effect"), planted.effect());
        if (planted.attention() != null) {
            orders.put(ReportWords.of("fidelity.truth.attention"), planted.attention());
        }
        if (planted.law() != null) {
            orders.put(ReportWords.of("fidelity.truth.law"), planted.law());
        }
        orders.put(source(Source.RANDOM), planted.random());
        return orders;
    }

    /** How to read the comparison with known causes. */
    public static Text planted(Planted planted) {
        String key = "fidelity.planted.about" + (planted.law() == null ? "" : ".law");
        return ReportWords.of(key, "samples", Numerals.count(planted.samples()));
    }
}
