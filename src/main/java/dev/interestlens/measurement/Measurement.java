package dev.interestlens.measurement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.TextBundle;
import dev.interestlens.export.report.MeasurementReport;
import dev.interestlens.store.FolderKind;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.store.Texts;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.Effort;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that is measured. Its words stand in the texts beside its class, below its id: {@code name}, {@code about}, {@code measure}, {@code command},
 * {@code example}, and {@code setting.NAME} for each setting that no text of the commands explains.
 *
 * @param <S> its settings: each component is an option of the command, with its range
 * @param <R> what is found, as it is written and read as JSON
 */
public interface Measurement<S extends Record, R> {
    /** What it is measured of. */
    enum Subject {
        /** One run at a time. */
        RUN,
        /** Several runs side by side. */
        RUNS,
        /** Several runs, whose results are one. */
        RUNS_AS_ONE,
        /** Several runs that are held against each other: one result, of all of them. */
        RUNS_TOGETHER,
        /** A prepared data set, and a run by the data set that it was trained on. */
        DATA;

        /** Whether several can be given. */
        public boolean isMany() {
            return this == RUNS || this == RUNS_AS_ONE || this == RUNS_TOGETHER;
        }
    }

    /** Its name among the commands, and in names of files. */
    String id();

    /** Of the menu. */
    String icon();

    Subject subject();

    /** The settings that hold where none are given. */
    S usual();

    Class<R> result();

    /** The kind of the folder that a setting names which is {@link Setting.Written}, where there is one. */
    default FolderKind writes() {
        throw new IllegalStateException(id() + " writes no folder");
    }

    /**
     * What was kept with these settings; else measures, and keeps it.
     *
     * @param subject a folder of a run or of a data set
     * @throws dev.interestlens.store.ProblemException of kind CANCELLED where it was cancelled
     */
    R measure(Path subject, S settings, Means means);

    /** Measures an open run, and keeps nothing. */
    R measure(OpenRun run, S settings, Means means);

    /**
     * The same of several runs together.
     *
     * @throws dev.interestlens.store.ProblemException of kind USAGE where each run is measured alone, and where runs cannot be held against each other
     */
    default R measure(List<RunFolder> runs, S settings, Means means) {
        throw Problem.usage(Measurement.class, "measuredAlone").value(id()).exception();
    }

    /** An option that names runs beside the two of {@code --run}, which are measured with these. */
    default Optional<String> further() {
        return Optional.empty();
    }

    /**
     * Refuses, before any is measured, runs and settings with which it cannot be measured.
     *
     * @throws dev.interestlens.store.ProblemException of kind USAGE
     */
    default void check(List<RunDescription> runs, S settings) {}

    /** Whether the results of some runs can be told together. */
    default boolean isComparable(List<RunDescription> runs) {
        return true;
    }

    /** A file within what is measured where its result may be written, too; empty: nothing may be written there. */
    default Optional<Path> ownFile(Path subject) {
        return Optional.empty();
    }

    /** The one result that those of several runs are; called of {@link Subject#RUNS_AS_ONE} alone. */
    default R together(Collection<R> found) {
        throw new IllegalStateException(id() + " has a result for each run");
    }

    /** What was last kept of the weights of a run, whatever the settings. */
    Optional<R> kept(RunFolder run);

    /** What was last kept of runs together, whatever the settings; of one that of its weights. */
    default Optional<R> kept(List<RunFolder> runs) {
        return runs.size() == 1 ? kept(runs.get(0)) : Optional.empty();
    }

    /** What was found, as a document for programs. */
    default ObjectNode document(R found) {
        return (ObjectNode) Json.finite(found);
    }

    /** Whether its command judges: then 0, 1 and 2 are answers, and errors that have these codes elsewhere have those of sysexits.h. */
    default boolean isJudging() {
        return false;
    }

    /** The answer as an exit code; called of one that judges alone. */
    default int exitCode(R found) {
        return 0;
    }

    /** @param found by the names of what was measured, which are not empty */
    MeasurementReport tell(Map<String, R> found);

    /** What a command prints for people. */
    default List<String> lines(Map<String, R> found, Locale language) {
        return tell(found).page(List.of()).markdown(language).lines().toList();
    }

    /** Why what was kept of a run does not count any more; empty where that is not so. */
    default Optional<Text> outdated(RunFolder run) {
        return Optional.empty();
    }

    /** Whether reports tell it of what is kept; not what they measure themselves. */
    default boolean isReported() {
        return true;
    }

    /** What measuring some runs in a window costs. */
    default Effort effort(List<RunSummary> runs) {
        return Effort.ofPasses(id().toUpperCase(Locale.ROOT), runs);
    }

    /** Words of the command that measures runs as a window does. */
    default List<String> command(List<RunFolder> runs) {
        List<String> words = new ArrayList<>(List.of(id()));
        runs.forEach(run -> words.addAll(List.of("--run", run.path().toString())));
        return words;
    }

    /** One of its own words. */
    default Text words(String key) {
        return of(key);
    }

    /**
     * The same with its placeholders filled.
     *
     * @param values name and value in turn
     */
    default Text of(String key, Object... values) {
        return new TextBundle(getClass()).of(id() + "." + key, values);
    }

    /** The same where there are such words. */
    default Optional<Text> find(String key) {
        return Texts.beside(getClass()).has(id() + "." + key) ? Optional.of(words(key)) : Optional.empty();
    }
}
