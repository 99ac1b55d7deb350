package dev.interestlens.ui.common;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.job.JobRun;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.workspace.score.BatchPrediction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** A program whose jobs wait until they are told to end; a source whose name says so fails, or is measured, at once. */
public final class WaitingProgram {
    static final String FAILS = "fails";
    static final String MEASURES = "measures";

    private WaitingProgram() {}

    public static void main(String[] arguments) throws Exception {
        try (JobRun job = JobRun.begin(Path.of(arguments[2]))) {
            if (job.arguments().get(1).endsWith(FAILS)) {
                Problem problem =
                        Problem.badInput(Json.class, "missing", Path.of(FAILS)).problem();
                job.ended(problem);
                System.exit(problem.kind().exitCode());
            }
            if (job.arguments().get(1).endsWith(MEASURES)) {
                System.out.println("{\"event\":\"done\"}");
                job.ended(0);
                return;
            }
            String wish = awaitEnd(job);
            if (wish.equals("cancel")) {
                Problem problem =
                        Problem.cancelled(BatchPrediction.class, "cancelled").problem();
                job.ended(problem);
                System.exit(problem.kind().exitCode());
            }
            job.ended(0);
        }
    }

    private static String awaitEnd(JobRun job) throws InterruptedException {
        while (true) {
            if (Files.exists(job.folder().control())) {
                JsonNode control = Json.tree(job.folder().control());
                String wish = control.get("wish").asText();
                if (Set.of("stop", "cancel").contains(wish)) {
                    return wish;
                }
            }
            Thread.sleep(5);
        }
    }
}
