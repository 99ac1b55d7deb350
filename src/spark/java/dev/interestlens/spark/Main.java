package dev.interestlens.spark;

import dev.interestlens.cli.CommandLineProgram;
import org.apache.spark.sql.SparkSession;

/** Runs {@code prepare}, {@code score} or {@code recommend} when started by spark-submit; exit codes and messages are those of one machine. */
public final class Main {
    private static final long PART_BYTES = 32L << 20;

    private Main() {}

    public static void main(String[] arguments) {
        SparkSession spark = SparkSession.builder()
                .appName("Interest Lens")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
                .getOrCreate();
        int code;
        try {
            code = CommandLineProgram.onConsole()
                    .on(new SparkJobs(spark, PART_BYTES))
                    .run(arguments);
        } finally {
            spark.stop();
        }
        System.exit(code);
    }
}
