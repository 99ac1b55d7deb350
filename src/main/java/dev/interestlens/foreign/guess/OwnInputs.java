package dev.interestlens.foreign.guess;

import dev.interestlens.data.Field;
import dev.interestlens.data.Schema;
import dev.interestlens.foreign.mapping.MappedInput;
import dev.interestlens.foreign.mapping.Mapping.Role;
import dev.interestlens.foreign.onnx.GraphFile;
import dev.interestlens.foreign.onnx.GraphFile.Table;
import java.util.List;
import java.util.Optional;

/** Inputs of this program's own exports, recognised by their names: the side, then the field. */
record OwnInputs(GraphFile file, Schema schema) {
    private static final List<String> SIDES = List.of("history", "candidate", "user", "context");

    /** Empty where it does not have such a name, or its table does not have the field's size. */
    Optional<MappedInput> of(GraphFile.Input input) {
        String name = input.name();
        if (name.equals("day") && input.shape().size() == 1) {
            return Optional.of(MappedInput.of(name, Role.DAY));
        }
        return SIDES.stream()
                .filter(side -> name.startsWith(side + "_"))
                .findFirst()
                .flatMap(side -> of(input, side, name.substring(side.length() + 1)));
    }

    private Optional<MappedInput> of(GraphFile.Input input, String side, String rest) {
        if (rest.equals("numbers")) {
            int width = input.shape().get(input.shape().size() - 1);
            return Optional.of(MappedInput.numbers(input.name(), width, true).from(side));
        }
        if (rest.equals("gaps") && side.equals("history")) {
            return Optional.of(MappedInput.of(input.name(), Role.GAPS));
        }
        long rows = file.use(input.name()).tables().stream()
                .mapToLong(Table::rows)
                .min()
                .orElse(0);
        return fields(side).stream()
                .filter(field -> field.name().replaceAll("[^A-Za-z0-9_]", "_").equals(rest) && field.size() == rows)
                .findFirst()
                .map(field -> MappedInput.ids(input.name(), role(side), field.name(), rows, true)
                        .from("own"));
    }

    private List<Field> fields(String side) {
        return switch (side) {
            case "user" -> schema.categoricalUserFields();
            case "context" -> schema.categoricalContextFields();
            default -> schema.categoricalItemFields();
        };
    }

    private static Role role(String side) {
        return switch (side) {
            case "history" -> Role.HISTORY;
            case "candidate" -> Role.CANDIDATE;
            case "user" -> Role.USER;
            default -> Role.CONTEXT;
        };
    }
}
