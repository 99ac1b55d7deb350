package dev.interestlens.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.file.TextHead;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files are read or refused in words, whatever is wrong with them; nothing half-made is left behind. */
@Tag("thorough")
class FuzzTest {

    private static final long SEED = Long.getLong("interestlens.fuzz.seed", 20_261);
    private static final int ROUNDS = Integer.getInteger("interestlens.fuzz.rounds", 12);

    private record Seed(String name, byte[] bytes) {}

    @TempDir
    private Path folder;

    private final List<Seed> seeds = new ArrayList<>();

    @BeforeEach
    void sound() throws IOException, SQLException {
        StringBuilder table = new StringBuilder("user,item,time,category\n");
        StringBuilder json = new StringBuilder();
        StringBuilder python = new StringBuilder();
        StringBuilder dien = new StringBuilder();
        StringBuilder recbole = new StringBuilder("user_id:token\titem_id:token\ttimestamp:float\n");
        for (int k = 0; k < 40; k++) {
            table.append(
                    String.format(Locale.ROOT, "u%d,\"i\"\"%d\",2024-01-%02d,c%d\n", k % 5, k % 9, k % 28 + 1, k % 3));
            json.append(String.format(
                    Locale.ROOT, "{\"user\": \"u%d\", \"item\": \"i%d\", \"time\": %d}\n", k % 5, k % 9, 1000 + k));
            python.append(String.format(
                    Locale.ROOT, "{u'user': 'u%d', 'item': \"i%d's\", 'time': %d, 'none': None}\n", k % 5, k % 9, k));
            dien.append(String.format(Locale.ROOT, "%d\tu%d\ti%d\tc\ti1\u0002i2\tc\u0002c\n", k % 2, k, k % 9));
            recbole.append(String.format(Locale.ROOT, "%d\t%d\t%d\n", k % 5, k % 9, 1000 + k));
        }
        byte[] text = table.toString().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text);
        }
        seeds.add(new Seed("log.csv", text));
        seeds.add(new Seed("log.csv.gz", packed.toByteArray()));
        seeds.add(new Seed("log.csv.zst", Zstd.compress(text)));
        seeds.add(new Seed("wide.csv", table.toString().getBytes(StandardCharsets.UTF_16LE)));
        String han =
                table.toString().replace("c0", "家用电器与配件").replace("c1", "图书和音乐").replace("c2", "户外运动服装");
        seeds.add(new Seed("han.csv", han.getBytes(Charset.forName("GB18030"))));
        seeds.add(new Seed("log.jsonl", json.toString().getBytes(StandardCharsets.UTF_8)));
        seeds.add(new Seed("meta.json", python.toString().getBytes(StandardCharsets.UTF_8)));
        seeds.add(new Seed("local_train", dien.toString().getBytes(StandardCharsets.UTF_8)));
        seeds.add(new Seed("x.inter", recbole.toString().getBytes(StandardCharsets.UTF_8)));
        Path parquet = folder.resolve("seed.parquet");
        try (var connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "COPY (SELECT 'u' || r % 5 AS \"user\", 'i' || r % 9 AS item, r AS time FROM range(40) t(r)) TO '"
                            + parquet + "' (FORMAT parquet)");
        }
        seeds.add(new Seed("log.parquet", Files.readAllBytes(parquet)));
        Files.delete(parquet);
    }

    @Test
    void everySeedIsReadAsItIs() throws IOException {
        for (Seed seed : seeds) {
            assertThat(outcome(seed.name(), seed.bytes())).as(seed.name()).isEqualTo("read");
        }
    }

    @Test
    void damagedFilesAreReadOrRefusedInWords() throws IOException {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            for (Seed seed : seeds) {
                byte[] damaged = damaged(seed.bytes(), random);
                assertThat(outcome(seed.name(), damaged))
                        .as("seed %d, round %d, %s", SEED, round, seed.name())
                        .isIn("read", Problem.Kind.BAD_INPUT.name(), Problem.Kind.USAGE.name());
            }
        }
    }

    @Test
    void beginningsOfAnyBytesCanBeLookedAt() throws IOException {
        Random random = new Random(SEED + 1);
        for (int round = 0; round < ROUNDS * 10; round++) {
            Seed seed = seeds.get(random.nextInt(seeds.size() - 1));
            Path file = Files.write(folder.resolve(seed.name()), damaged(seed.bytes(), random));
            try {
                assertThat(TextHead.of(file, PrepareOptions.defaults()).columns())
                        .isNotNull();
            } catch (ProblemException refused) {
                assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.BAD_INPUT);
            }
            Files.delete(file);
        }
    }

    private String outcome(String name, byte[] bytes) throws IOException {
        Path source = Files.createDirectories(folder.resolve("source"));
        Path file = Files.write(source.resolve(name), bytes);
        Path out = folder.resolve("out");
        PrepareOptions options =
                PrepareOptions.defaults().with("rejectShare", "1").with("threads", "1");
        try (PreparedDataset data = Sources.prepare(List.of(file), options, out, Progress.none())) {
            assertThat(data.events() + data.info().counts().impressions()).isPositive();
            delete(out);
            return "read";
        } catch (ProblemException refused) {
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left.map(path -> path.getFileName().toString())).containsExactly("source");
            }
            return refused.problem().kind().name();
        } finally {
            Files.delete(file);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    // One to four wounds: bytes changed, cut out, doubled, put in, or the end torn off.
    private static byte[] damaged(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        for (int wound = random.nextInt(4); wound >= 0 && bytes.length > 4; wound--) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, 1 + random.nextInt(20));
            bytes = switch (random.nextInt(6)) {
                case 0 -> Arrays.copyOf(bytes, at);
                case 1 -> spliced(bytes, at, length, new byte[0]);
                case 2 -> spliced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
                case 3 -> spliced(bytes, at, 0, odd(random));
                case 4 -> spliced(bytes, at, 1, new byte[] {(byte) random.nextInt(256)});
                default -> spliced(bytes, at, 1, new byte[] {(byte) (bytes[at] ^ 1 << random.nextInt(8))});
            };
        }
        return bytes;
    }

    private static byte[] odd(Random random) {
        String[] odd = {
            "\"", "\0", "\r", "\n\n", ",,,,", "\uFEFF", "\u0002", "\t", "{", "99999999999999999999", "1e999", "'"
        };
        return odd[random.nextInt(odd.length)].getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] spliced(byte[] bytes, int at, int cut, byte[] in) {
        byte[] spliced = new byte[bytes.length - cut + in.length];
        System.arraycopy(bytes, 0, spliced, 0, at);
        System.arraycopy(in, 0, spliced, at, in.length);
        System.arraycopy(bytes, at + cut, spliced, at + in.length, bytes.length - at - cut);
        return spliced;
    }
}
