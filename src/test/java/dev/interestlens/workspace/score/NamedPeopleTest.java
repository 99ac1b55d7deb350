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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user_id,time\nu1,5\n\nu2,4\nu1,3\n",
                "date,user_id,plan\n2024-01-01,u1,a\n2024-01-02,u2,b\n",
                "\uFEFFuser_id;plan\nu1;a\nu2;b\n",
                "plan\tcustomer\na\tu1\nb\tu2\n",
                "member\nu1\nu2\n",
                "u1\nu2\n",
                "u1,5\nu2,6\n"
            })
    void usersAreReadFromTheColumnThatNamesThem(String text) throws IOException {
        assertThat(UserKeys.read(Files.writeString(folder.resolve("u.csv"), text)))
                .containsExactly("u1", "u2");
    }

    @Test
    void usersAreReadFromJsonAndATableWithoutUsersIsRefused() throws IOException {
        Path list =
                Files.writeString(folder.resolve("l.json"), "[\"u1\", {\"user\": \"u2\"}, {\"user_id\": 3}, \"u1\"]");
        assertThat(UserKeys.read(list)).containsExactly("u1", "u2", "3");
        Path names = Files.writeString(folder.resolve("n.csv"), "name,rank\nAnn,1\nBob,2\n");
        assertThatThrownBy(() -> UserKeys.read(names)).hasMessageContaining("\"name\", \"rank\"");
        Path other = Files.writeString(folder.resolve("o.json"), "{\"history\": [\"u1\"]}");
        assertThatThrownBy(() -> UserKeys.read(other)).hasMessageContaining("no list of users");
    }

    @Test
    void aHistoryIsOfOneUserAndItsTimesAreClear() throws IOException {
        Path semicolons = Files.writeString(folder.resolve("s.csv"), "item_id;price\nx;3\ny;4\n");
        assertThat(HistoryFile.read(semicolons).items()).containsExactly("x", "y");
        Path several = Files.writeString(folder.resolve("v.csv"), "user_id,item_id,timestamp\nu1,x,5\nu2,y,6\n");
        assertThatThrownBy(() -> HistoryFile.read(several)).hasMessageContaining("u1, u2");
        Path unclear = Files.writeString(folder.resolve("c.csv"), "when,item\n01/02/2024,x\n03/04/2024,y\n");
        assertThatThrownBy(() -> HistoryFile.read(unclear))
                .hasMessageContaining("2024-02-01")
                .hasMessageNotContaining("--set");
    }

    @Test
    void whatIsNoListOfKeysIsRefused() throws IOException {
        Path object = Files.writeString(folder.resolve("c.json"), "{\"people\": 3}");
        assertThatThrownBy(() -> HistoryFile.read(object)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> HistoryFile.read(folder.resolve("none.csv"))).isInstanceOf(ProblemException.class);
    }
}
