package dev.interestlens.job;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program with the commands that the tests need. */
public final class SmallProgram {
    private SmallProgram() {}

    public static void main(String[] arguments) throws Exception {
        try (JobRun job = JobRun.begin(Path.of(arguments[2]))) {
            switch (arguments[0]) {
                case "print" -> {
                    System.out.println("printed " + job.arguments());
                    System.err.println("complained");
                    job.ended(0);
                }
                case "fail" -> {
                    Problem problem = Problem.badInput(Json.class, "missing", Path.of("a.csv"))
                            .problem();
                    job.ended(problem);
                    System.exit(problem.kind().exitCode());
                }
                case "spin" -> {
                    for (long rounds = 0; rounds >= 0; ) {
                        rounds = rounds + 1 & Long.MAX_VALUE;
                    }
                }
                case "fill" -> {
                    ByteBuffer memory = ByteBuffer.allocateDirect(400 << 20); // zeroed, so every page is there
                    awaitWish(job);
                    System.out.println(memory);
                }
                case "wait" -> {
                    String wish = awaitWish(job);
                    System.out.println("wished " + wish);
                    job.ended(wish.equals("cancel") ? 130 : 0);
                }
                case "parent" -> {
                    Path child = Path.of(job.arguments().get(1));
                    ChildProcess.start(Program.same(SmallProgram.class), child, List.of("wait"), true);
                    awaitWish(job);
                }
                case "hoard" -> {
                    long[][] all = new long[1000][];
                    for (int i = 0; i < all.length; i++) {
                        all[i] = new long[1_000_000];
                    }
                    job.ended(all.length);
                }
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        }
    }

    private static String awaitWish(JobRun job) throws InterruptedException {
        while (!Files.exists(job.folder().control())) {
            Thread.sleep(5);
        }
        JsonNode control = Json.tree(job.folder().control());
        return control.get("wish").asText();
    }
}
