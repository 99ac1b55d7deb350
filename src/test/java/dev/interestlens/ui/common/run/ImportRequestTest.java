package dev.interestlens.ui.common.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.source.ColumnMapping;
import dev.interestlens.data.source.Roles;
import dev.interestlens.store.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportRequestTest {
    @TempDir
    private Path folder;

    @Test
    void whatEarlierVersionsKeptIsReadAndWrittenAgainAsItWas() throws IOException {
        Path log = Files.writeString(folder.resolve("log.csv"), "who,sku,day,maker\nu,i,1,m\n");
        String kept = """
            {
              "sources" : [
                "%s"
              ],
              "mapping" : {
                "clock" : "1",
                "item" : "sku",
                "item.brand" : "maker",
                "user" : "who"
              },
              "settings" : {
                "core" : "2",
                "timeColumn" : "none"
              }
            }
            """.formatted(log);
        Path file = Files.writeString(folder.resolve("import.json"), kept);

        ImportRequest read = ImportRequest.read(folder).orElseThrow();
        assertThat(read.options().mapping().of(Roles.USER)).isEqualTo("who");
        assertThat(read.options().mapping().by(Roles.USER)).isEqualTo(ColumnMapping.By.PERSON);
        assertThat(read.options().answers().of(Roles.TIME)).isEqualTo("none");
        assertThat(read.options().rules().core()).isEqualTo(2);

        Files.delete(file);
        read.write(Disk.real(), folder);
        assertThat(file).hasContent(kept);
    }
}
