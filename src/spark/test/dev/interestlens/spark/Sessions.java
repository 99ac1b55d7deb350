package dev.interestlens.spark;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** Sessions of tests. */
final class Sessions {

    private Sessions() {}

    static SparkSession local(Path folder) {
        return SparkSession.builder()
                .master("local[2]")
                .appName("test")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.local.dir", folder.resolve("local").toString())
                .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
                .config("spark.sql.shuffle.partitions", "3")
                .getOrCreate();
    }
}
