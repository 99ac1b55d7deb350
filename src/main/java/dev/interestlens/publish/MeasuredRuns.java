package dev.interestlens.publish;

import dev.interestlens.export.report.MeasurementReport;
import dev.interestlens.measurement.Findings;
import dev.interestlens.measurement.Findings.Found;
import dev.interestlens.measurement.Measurement;
import dev.interestlens.measurement.Measurement.Subject;
import dev.interestlens.measurement.Measurements;
import dev.interestlens.train.run.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was measured of runs and kept, for their reports. */
final class MeasuredRuns {
    private MeasuredRuns() {}

    /**
     * One for each measurement that was made of any of the runs.
     *
     * @param named what a person named in place of what is kept
     */
    static List<MeasurementReport> of(List<RunFolder> runs, Optional<? extends Findings<?>> named) {
        List<MeasurementReport> reports = new ArrayList<>();
        for (Measurement<?, ?> each :
                Measurements.all().stream().filter(Measurement::isReported).toList()) {
            named.filter(findings -> findings.measurement() == each)
                    .ifPresentOrElse(findings -> add(reports, findings), () -> add(reports, each, runs));
        }
        return reports;
    }

    private static <R> void add(List<MeasurementReport> reports, Measurement<?, R> measurement, List<RunFolder> runs) {
        if (measurement.subject() == Subject.RUNS_TOGETHER) {
            measurement.kept(runs).ifPresent(kept -> add(reports, Findings.of(measurement, runs, kept)));
            return;
        }
        List<Found<R>> found = new ArrayList<>();
        runs.forEach(run -> measurement
                .kept(run)
                .ifPresent(kept -> found.add(Found.of(run.path().toString(), run, kept))));
        if (measurement.isComparable(runs.stream().map(RunFolder::read).toList())) {
            add(reports, new Findings<>(measurement, found));
        } else {
            found.forEach(each -> add(reports, new Findings<>(measurement, List.of(each))));
        }
    }

    private static void add(List<MeasurementReport> reports, Findings<?> findings) {
        if (!findings.found().isEmpty()) {
            reports.add(findings.report());
        }
    }
}
