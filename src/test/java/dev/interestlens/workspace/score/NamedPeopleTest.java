package dev.interestlens.workspace.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.store.Disk;
import dev.interestlens.store.ProblemException;
import dev.interestlens.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedPeopleTest {
    @TempDir
    Path folder;

    @Test
    void whoIsKeptComesBackUnderTheOwnName() {
        NamedPeople people = NamedPeople.of(new Workspace(folder));
        assertThat(people.list()).isEmpty();
        HistoryFile ann = new HistoryFile("Ann / 安", List.of("i2", "i7", "i2"));
        people.save(Disk.real(), ann);
        people.save(Disk.real(), new HistoryFile("Bob", List.of()));
        assertThat(people.list()).containsExactlyInAnyOrder(ann, new HistoryFile("Bob", List.of()));
        people.save(Disk.real(), new HistoryFile("Bob", List.of("i1")));
        assertThat(people.list()).hasSize(2);
    }

    @Test
    void aSharedFileIsReadAsItWasWritten() {
        HistoryFile ann = new HistoryFile("Ann", List.of("i2", "i7"));
        NamedPeople.write(Disk.real(), ann, folder.resolve("for-bob.json"));
        assertThat(HistoryFile.read(folder.resolve("for-bob.json"))).isEqualTo(ann);
    }

    @Test
    void keysAreReadFromListsAndTables() throws IOException {
        Path list = Files.writeString(folder.resolve("a.json"), "[\"x\", 3]");
        Path table = Files.writeString(folder.resolve("b.csv"), "item_id,note\n\"x\",old\n3,new\n\n");
        assertThat(HistoryFile.read(list).items()).containsExactly("x", "3");
        assertThat(HistoryFile.read(table)).isEqualTo(new HistoryFile("b", List.of("x", "3")));
    }

    @Test
    void aTableWithTimesIsSortedByThem() throws IOException {
        Path times = Files.writeString(
                folder.resolve("t.csv"),
                "user,item,time\na,third,1700000009\na,first,1700000001\na,none,0\na,second,1700000001\n");
        assertThat(HistoryFile.read(times).items()).containsExactly("first", "second", "third", "none");
        Path dates = Files.writeString(
                folder.resolve("d.csv"), "movieId;rated_at\n7;14/11/2023\n\"8\";2023-11-13\n9;15.11.2023\n");
        assertThat(HistoryFile.read(dates).items()).containsExactly("8", "7", "9");
        Path wrong = Files.writeString(folder.resolve("w.csv"), "item,time\nx,1700000009\ny,1700000010\nz,soon\n");
        assertThatThrownBy(() -> HistoryFile.read(wrong))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("line 4");
        assertThat(HistoryFile.keys(Files.writeString(folder.resolve("u.csv"), "user_id,time\nu1,5\n\nu2,4\nu1,3\n")))
                .containsExactly("u1", "u2");
    }

    @Test
    void whatIsNoListOfKeysIsRefused() throws IOException {
        Path object = Files.writeString(folder.resolve("c.json"), "{\"people\": 3}");
        assertThatThrownBy(() -> HistoryFile.read(object)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> HistoryFile.read(folder.resolve("none.csv"))).isInstanceOf(ProblemException.class);
    }
}
