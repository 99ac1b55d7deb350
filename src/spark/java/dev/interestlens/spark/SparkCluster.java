package dev.interestlens.spark;

import dev.interestlens.data.Field;
import dev.interestlens.spark.source.Cluster;
import dev.interestlens.spark.source.LogPart;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Spark as the cluster of an import. Tasks write into a shared folder, under names of their attempts; only returned names are read. The order of rows
 * comes from the numbers of parts, not from Spark, which may regroup and move them.
 */
final class SparkCluster implements Cluster {
    private static final long ROWS_A_PIECE = 2_000_000;

    private final SparkSession spark;
    private final JavaSparkContext context;
    private final SharedFolder shared;
    private final Map<Path, String> locations;
    private final long partBytes;
    private final TaskProgress tasks = new TaskProgress();
    private final List<Dataset<Row>> kept = new ArrayList<>();
    private long rows;

    /**
     * @param folder a shared folder; a new folder in it is created and removed at the end
     * @param locations remote files whose beginnings were copied to this machine; others are local
     */
    SparkCluster(SparkSession spark, String folder, Map<Path, String> locations, long partBytes) {
        this.spark = spark;
        this.context = new JavaSparkContext(spark.sparkContext());
        this.locations = new HashMap<>(locations);
        this.partBytes = partBytes;
        this.shared = new SharedFolder(
                folder.replaceFirst("/+$", "") + "/.interest-lens-" + UUID.randomUUID(),
                spark.sparkContext().hadoopConfiguration());
        spark.sparkContext().addSparkListener(tasks);
        context.setCheckpointDir(shared.path("checkpoints")); // last: from here on there is a folder to be removed
    }

    @Override
    public long partBytes() {
        return partBytes;
    }

    @Override
    public String location(Path head) {
        return locations.getOrDefault(head, head.toUri().toString());
    }

    @Override
    public long size(Path head) throws IOException {
        String location = location(head);
        return shared.files(location)
                .getFileStatus(new org.apache.hadoop.fs.Path(URI.create(location)))
                .getLen();
    }

    @Override
    public <A extends Serializable> List<A> map(List<LogPart> parts, Task<A> task, DoubleConsumer done) {
        if (parts.isEmpty()) {
            return List.of();
        }
        SharedFolder folder = shared;
        List<Outcome<A>> outcomes = tasks.watched(parts.size(), done, () -> context.parallelize(parts, parts.size())
                .map(part -> run(part, task, folder))
                .collect());
        return outcomes.stream().map(Outcome::get).toList();
    }

    private static <A extends Serializable> Outcome<A> run(LogPart part, Task<A> task, SharedFolder folder)
            throws IOException {
        try (TaskFiles files = new TaskFiles(part, folder)) {
            return new Outcome<>(task.run(part, files), null);
        } catch (ProblemException e) {
            return new Outcome<>(null, e.problem());
        }
    }

    @Override
    public void raw(List<RawFile> files, List<Cluster.RawColumn> columns) {
        StructType type = new StructType().add("part", "int").add("n", "long");
        for (Cluster.RawColumn column : columns) {
            type = type.add(
                    column.name(),
                    switch (column.type()) {
                        case "BIGINT" -> "long";
                        case "FLOAT" -> "float";
                        default -> "string";
                    });
        }
        List<Row> firsts = files.stream()
                .map(file -> RowFactory.create(file.part(), file.firstRow()))
                .toList();
        Dataset<Row> starts = spark.createDataFrame(
                firsts, new StructType().add("part", "int").add("first", "long"));
        String[] names = files.stream().map(file -> shared.path(file.name())).toArray(String[]::new);
        spark.read()
                .schema(type)
                .parquet(names)
                .join(functions.broadcast(starts), "part")
                .withColumn("rowid", functions.col("first").plus(functions.col("n")))
                .drop("part", "n", "first")
                .createOrReplaceTempView("raw");
        rows = files.isEmpty() ? 0 : files.get(files.size() - 1).firstRow();
    }

    @Override
    public void table(String name, Path parquet) throws IOException {
        shared.publish(parquet, name + ".parquet");
        spark.read().parquet(shared.path(name + ".parquet")).createOrReplaceTempView(name);
    }

    @Override
    public void view(String name, String query, boolean often) {
        Dataset<Row> view = spark.sql(query);
        (often ? keep(view) : view).createOrReplaceTempView(name);
    }

    private Dataset<Row> keep(Dataset<Row> view) {
        Dataset<Row> held = view.persist(StorageLevel.DISK_ONLY());
        kept.add(held);
        return held;
    }

    // The largest core is unique, independent of the order of removals.
    @Override
    public void core(String condition, int k) {
        Dataset<Row> pairs = keep(spark.sql("SELECT u, i FROM raw WHERE " + condition));
        Dataset<Row> users = pairs.select("u").distinct();
        Dataset<Row> items = pairs.select("i").distinct();
        long before = -1;
        long now = -2;
        while (now != before) {
            before = now;
            items = shrink(pairs, "i", users, "u", k);
            users = shrink(pairs, "u", items, "i", k);
            now = items.count() + users.count();
        }
        reread(users, "core_u");
        reread(items, "core_i");
    }

    // A view that comes from raw shares the identity of its columns: Spark then takes "u IN core_u" for "u = u".
    private void reread(Dataset<Row> rows, String name) {
        rows.write().parquet(shared.path(name));
        spark.read().parquet(shared.path(name)).createOrReplaceTempView(name);
    }

    private static Dataset<Row> shrink(Dataset<Row> pairs, String key, Dataset<Row> others, String other, int k) {
        return pairs.join(others, new String[] {other}, "left_semi")
                .groupBy(key)
                .agg(functions.count(functions.lit(1)).as("c"))
                .filter(functions.col("c").geq(k))
                .select(key)
                .checkpoint();
    }

    @Override
    public List<Object[]> rows(String query) {
        return spark.sql(query).collectAsList().stream()
                .map(row -> {
                    Object[] values = new Object[row.size()];
                    for (int n = 0; n < values.length; n++) {
                        values[n] = row.get(n);
                    }
                    return values;
                })
                .toList();
    }

    @Override
    public List<Path> entities(String key, List<String> columns, Path folder) throws IOException {
        String first = columns.stream()
                .map(column -> ", min(CASE WHEN " + column + " IS NOT NULL THEN named_struct('row', row, 'v', " + column
                        + ") END).v AS " + column)
                .collect(Collectors.joining());
        return fetch("SELECT " + key + first + " FROM good GROUP BY " + key, "entities-" + key, folder);
    }

    @Override
    public List<Path> values(String column, Path folder) throws IOException {
        return fetch("SELECT DISTINCT " + column + " FROM good", "values-" + column, folder);
    }

    private List<Path> fetch(String query, String name, Path folder) throws IOException {
        spark.sql(query).write().parquet(shared.path(name));
        return shared.fetch(name, folder);
    }

    @Override
    public List<Piece> sort(Sorting sorting, DoubleConsumer done) {
        Dataset<Row> joined = spark.table("good").join(spark.table("items"), "i");
        List<Column> columns = new ArrayList<>(List.of(
                functions.col("u"),
                functions.col(sorting.time()).as("t"),
                functions.col("ord"),
                functions.col("id"),
                functions.col("l")));
        for (int n = 0; n < sorting.contexts().size(); n++) {
            String column = sorting.contexts().get(n);
            if (sorting.shape().categorical().get(n)) {
                String id = "context_id_" + n;
                Dataset<Row> ids = spark.table("context_" + n)
                        .withColumnRenamed("x", column)
                        .withColumnRenamed("id", id);
                joined = joined.join(ids, new String[] {column}, "left");
                columns.add(functions.coalesce(functions.col(id), functions.lit(Field.UNKNOWN)));
            } else {
                columns.add(functions.col(column));
            }
        }
        int pieces = (int) Math.max(context.defaultParallelism(), rows / ROWS_A_PIECE + 1);
        Dataset<Row> sorted = joined.select(columns.toArray(Column[]::new))
                .repartitionByRange(pieces, functions.col("u"))
                .sortWithinPartitions("u", "t", "ord");
        return tasks.watched(pieces, done, () -> sorted.toJavaRDD()
                .mapPartitions(new PieceTask(sorting, shared))
                .collect());
    }

    @Override
    public InputStream published(String name) throws IOException {
        return shared.open(name);
    }

    @Override
    public void breakOff() {
        breakOff(spark);
    }

    /** Cancels running jobs; does nothing if Ctrl-C has already stopped Spark. */
    static void breakOff(SparkSession spark) {
        try {
            spark.sparkContext().cancelAllJobs();
        } catch (IllegalStateException e) {
            if (!spark.sparkContext().isStopped()) {
                throw e;
            }
        }
    }

    // Ctrl-C also stops Spark, so calls to it may fail; the folder is removed anyway.
    @Override
    public void close() {
        try {
            if (!spark.sparkContext().isStopped()) {
                tidy();
            }
        } finally {
            tasks.awaitIdle(spark.sparkContext()::isStopped);
            shared.remove();
        }
    }

    private void tidy() {
        kept.forEach(Dataset::unpersist);
        for (String view : spark.catalog().listTables().collectAsList().stream()
                .map(table -> table.name())
                .toList()) {
            spark.catalog().dropTempView(view);
        }
        spark.sparkContext().removeSparkListener(tasks);
    }
}
