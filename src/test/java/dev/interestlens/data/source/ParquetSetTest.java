package dev.interestlens.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.file.ParquetSet;
import dev.interestlens.data.source.prepare.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written as Parquet comes back with the same columns. */
class ParquetSetTest {

    private static final Set<String> ABOUT = Set.of("dataset.json", "checksums.json", "SHA256SUMS", "rejected.csv");

    @TempDir
    private Path folder;

    private void comesBack(Path source, PrepareOptions options) throws IOException {
        Path parquet = folder.resolve("parquet");
        Path again = folder.resolve("again");
        try (PreparedDataset first =
                Sources.prepare(List.of(source), options, folder.resolve("first"), Progress.none())) {
            ParquetSet.write(first, parquet, PrepareOptions.defaults(), Progress.none());
            try (PreparedDataset second =
                            Sources.prepare(List.of(parquet), PrepareOptions.defaults(), again, Progress.none());
                    Stream<Path> files = Files.list(first.folder())) {
                assertThat(second.schema()).isEqualTo(first.schema());
                assertThat(second.info().origin().format()).isEqualTo("parquet-set");
                for (Path file : files.toList()) {
                    if (!ABOUT.contains(file.getFileName().toString())) {
                        assertThat(again.resolve(file.getFileName())).hasSameBinaryContentAs(file);
                    }
                }
            }
        }
    }

    @Test
    void aTableWithTiesTitlesAndSeveralCategories() throws IOException {
        Path source = Files.createDirectories(folder.resolve("source"));
        Files.writeString(
                source.resolve("ratings.csv"),
                "userId,movieId,rating,timestamp\n10,7,4,9\n9,5,1,5\n10,5,3,1\n10,6,5,1\n");
        Files.writeString(
                source.resolve("movies.csv"),
                "movieId,title,genres\n5,\"Day, The\",Drama|Comedy\n6,Two,(no genres listed)\n7,,Comedy\n");
        comesBack(source, PrepareOptions.defaults());
    }

    @Test
    void labelsAndFieldsOfEveryKind() throws IOException {
        StringBuilder log = new StringBuilder("user,item,time,clicked,age,price,device\n");
        for (int k = 0; k < 200; k++) {
            log.append(String.format(
                    Locale.ROOT,
                    "u%d,i%d,%d,%d,%d,%d.5,%s\n",
                    k % 9,
                    k % 50,
                    1000 - k,
                    k % 2,
                    k % 9 * 3,
                    k % 50,
                    k % 3 == 0 ? "" : "d" + k % 3));
        }
        Path source = Files.writeString(folder.resolve("log.csv"), log);
        comesBack(
                source,
                PrepareOptions.defaults()
                        .withMapping(Map.of(
                                "user", "user",
                                "item", "item",
                                "time", "time",
                                "label", "clicked",
                                "user.age", "age",
                                "item.price", "price",
                                "context.device", "device",
                                "context.clock", "time")));
    }

    @Test
    void orderAloneWhereThereIsNoTime() throws IOException {
        comesBack(
                Files.writeString(folder.resolve("log.csv"), "user,item\nb,x\na,y\nb,y\na,x\nb,x\n"),
                PrepareOptions.defaults());
    }

    @Test
    void aFolderThatIsThereIsNotWrittenOver() throws IOException {
        Path source = Files.writeString(folder.resolve("log.csv"), "user,item\nb,x\na,y\n");
        try (PreparedDataset data =
                Sources.prepare(List.of(source), PrepareOptions.defaults(), folder.resolve("out"), Progress.none())) {
            assertThatThrownBy(() -> ParquetSet.write(data, folder, PrepareOptions.defaults(), Progress.none()))
                    .hasMessageContaining("exists already");
        }
    }
}
