package dev.interestlens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private final Messages messages = new Messages(Language.ENGLISH);
    private final Commands commands = new Commands();

    private List<String> names(String typed) {
        return commands.find(typed, messages).stream()
                .map(command -> command.name(messages))
                .toList();
    }

    @Test
    void theBeginningFitsBetterThanTheInsideAndThatThanLettersWithGaps() {
        commands.add(Command.of("command.look", () -> {}, "restart"));
        commands.add(Command.of("command.go", () -> {}, "shell.train"));
        commands.add(Command.of("command.start", () -> {}));
        assertThat(names("start")).containsExactly("Start training", "Look at run restart");
        assertThat(names("train")).startsWith("Go to Train");
        assertThat(names("gtt")).containsExactly("Go to Train");
        assertThat(names("xyz")).isEmpty();
        assertThat(names("")).hasSize(3);
    }

    @Test
    void placesComeBeforeRunsThatAreNamedLikeThem() {
        commands.addAll(() -> List.of(Command.of("command.look", () -> {}, "train")));
        commands.addAll(() -> List.of(new Command("shell.train", List.of(), List.of(), () -> true, () -> {})));
        commands.add(Command.of("command.go", () -> {}, "shell.train"));
        assertThat(names("train")).containsExactly("Go to Train", "Train", "Look at run train");
    }

    @Test
    void whatCannotBeDoneNowIsNotOffered() {
        commands.add(Command.of("command.pause", () -> {}).when(() -> false));
        assertThat(names("pause")).isEmpty();
        assertThat(commands.fixed()).hasSize(1);
    }

    @Test
    void commandsAreFoundInTheLanguageThatIsShown() {
        commands.add(Command.of("command.go", () -> {}, "shell.compare"));
        messages.language().set(Language.CHINESE);
        assertThat(names("对比")).containsExactly("转到对比");
    }
}
