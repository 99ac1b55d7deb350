package dev.interestlens.measurement;

import dev.interestlens.export.report.MeasuredFidelity;
import dev.interestlens.measurement.gate.Gate;
import dev.interestlens.measurement.latency.LatencyReport;
import dev.interestlens.store.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All measurements. */
public final class Measurements {
    /** What figures of runs are made of; a finished training shows it, too. */
    public static final Measurement<?, ?> ANATOMY = new AnatomyMeasurement();

    /** Figures in the currencies of papers; {@code evaluate} tells them, too. */
    public static final Measurement<?, Currencies> CURRENCIES = new CurrenciesMeasurement();

    /** Whether explanations can be trusted; the window's Explain draws it by hand. */
    public static final Measurement<?, MeasuredFidelity> FIDELITY = new FidelityMeasurement();

    /** Times of a request; the window's Serving lab draws them with a budget. */
    public static final Measurement<?, LatencyReport> LATENCY = new LatencyMeasurement();

    /** Who gains and who loses where one run replaces another; the window's Compare draws it by hand. */
    public static final Measurement<?, Gate> GATE = new GateMeasurement();

    /** What the parts of a model are worth; the window's wizard of ablations shows it. */
    public static final Measurement<?, ?> ABLATION = new AblationMeasurement();

    /** The quality of a run beside what needs no model. */
    public static final Measurement<?, ?> EVALUATE = new EvaluateMeasurement();

    private static final List<Measurement<?, ?>> ALL = List.of(
            EVALUATE,
            new CompareMeasurement(),
            GATE,
            ABLATION,
            ANATOMY,
            CURRENCIES,
            new LengthsMeasurement(),
            new TrustMeasurement(),
            new LeaksMeasurement(),
            new AgeingMeasurement(),
            FIDELITY,
            new CategoriesMeasurement(),
            LATENCY,
            new ParetoMeasurement());

    private Measurements() {}

    /** In the order of menus and reports. */
    public static List<Measurement<?, ?>> all() {
        return ALL;
    }

    public static Optional<Measurement<?, ?>> find(String id) {
        return ALL.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** @throws dev.interestlens.store.ProblemException of kind USAGE where there is none of this name */
    public static Measurement<?, ?> named(String id) {
        return find(id).orElseThrow(() -> Problem.usage(Measurements.class, "unknownMeasurement")
                .value(id)
                .exception("known", ALL.stream().map(Measurement::id).collect(Collectors.joining(", "))));
    }
}
