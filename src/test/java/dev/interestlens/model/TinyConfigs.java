package dev.interestlens.model;

import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Components;
import dev.interestlens.store.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Configurations of every family, small enough to compute in milliseconds: each preset, and each preset with one switch turned. */
final class TinyConfigs {
    /** A configuration and how it came about. */
    record Case(String name, ModelConfig config) {
        boolean literal() {
            return name.contains("literal");
        }

        boolean preset() {
            return name.matches("\\w+ \\w+( \\(literal\\))?");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Widths that fit each other: an item is 4 + 4 + 4 + 2 numbers = 14 wide, with a position of 4 beside it 18. */
    private static final Map<String, Integer> SIZES = Map.of(
            "embeddingSize", 4,
            "fieldEmbeddingSize", 4,
            "hiddenSize", 14,
            "size", 4,
            "heads", 2,
            "feedForward", 7,
            "rows", 16,
            "window", 2,
            "recent", 2,
            "retrieved", 2);

    private TinyConfigs() {}

    /** Every preset, with every switch turned that has a meaning there; what a configuration or the data refuses is left out. */
    static List<Case> all(ModelInput input) {
        List<Case> cases = new ArrayList<>();
        for (ModelFamily<?> family : ModelCatalog.families()) {
            for (Preset preset : family.presets()) {
                Record tiny = rebuilt((Record) (Object) family.preset(preset), "", TinyConfigs::shrunk);
                String name = family.id() + " " + preset.name().toLowerCase(java.util.Locale.ROOT);
                add(cases, input, new Case(named(name, tiny), (ModelConfig) tiny));
                if (preset == Preset.BALANCED) {
                    turned(tiny, tiny, "")
                            .forEach(turn -> add(
                                    cases,
                                    input,
                                    new Case(named(name + " " + turn.name(), turn.record()), turn.config())));
                }
            }
        }
        cases.add(narrowStates(input));
        cases.add(twoLayers(input));
        cases.addAll(windows(input));
        cases.add(nextItem(input, 1));
        cases.add(nextItem(input, 2));
        for (Preset preset : Preset.values()) {
            cases.add(interests(input, preset, "NONE"));
        }
        cases.add(interests(input, Preset.BALANCED, "MATCH"));
        for (String evolution : List.of("AUGRU", "AIGRU", "GRU")) {
            for (String attention : List.of("BILINEAR", "MLP")) {
                cases.add(queries(input, evolution, attention));
            }
        }
        return cases;
    }

    /**
     * Those that this half of the suite takes: all of them in the thorough half ("contract" is the tag of what takes cases from here), in the quick
     * half the presets and every twelfth of the others.
     */
    static List<Case> taken(ModelInput input) {
        List<Case> all = all(input);
        boolean some = Objects.equals(System.getProperty("interestlens.contract.cases"), "some");
        return IntStream.range(0, all.size())
                .filter(i -> !some || i % 12 == 0 || all.get(i).preset())
                .mapToObj(all::get)
                .toList();
    }

    /** A layer before the last one, which computes every position although the last computes the candidate's alone. */
    private static Case twoLayers(ModelInput input) {
        Record preset = (Record) (Object) ModelCatalog.family("bst").preset(Preset.BALANCED);
        Record tiny = rebuilt(preset, "", TinyConfigs::shrunk);
        Record two = rebuilt(tiny, "", (path, value) -> path.equals("encoder.blocks") ? 2 : value);
        ((ModelConfig) two).check(input);
        return new Case("bst balanced two layers", (ModelConfig) two);
    }

    /** What comes out at each behaviour predicts the next one. */
    private static Case nextItem(ModelInput input, int blocks) {
        Record preset = (Record) (Object) ModelCatalog.family("hstu").preset(Preset.BALANCED);
        Record tiny = rebuilt(preset, "", TinyConfigs::shrunk);
        Record learns = rebuilt(tiny, "", (path, value) -> switch (path) {
            case "nextItem" -> 0.5;
            case "blocks" -> blocks;
            default -> value;
        });
        ((ModelConfig) learns).check(input);
        return new Case("hstu balanced nextItem blocks=" + blocks, (ModelConfig) learns);
    }

    /** Two layers in which behaviours read their neighbours. */
    private static List<Case> windows(ModelInput input) {
        List<Case> cases = new ArrayList<>();
        for (String readOut : List.of("CANDIDATE", "MEAN", "CONCAT")) {
            for (String candidate : List.of("INSIDE", "OUTSIDE")) {
                for (String norm : List.of("POST", "PRE")) {
                    Record preset = (Record) (Object) ModelCatalog.family("bst").preset(Preset.BALANCED);
                    Record tiny = rebuilt(preset, "", TinyConfigs::shrunk);
                    if (candidate.equals("OUTSIDE") && readOut.equals("CANDIDATE")) {
                        continue;
                    }
                    Record near = rebuilt(
                            rebuilt(
                                    tiny,
                                    "",
                                    (path, value) -> path.equals("readOut") ? constant(value, readOut) : value),
                            "",
                            (path, value) -> switch (path) {
                                case "encoder.blocks" -> 2;
                                case "encoder.attention" -> constant(value, "WINDOW");
                                case "encoder.norm" -> constant(value, norm);
                                case "candidate" -> constant(value, candidate);
                                default -> value;
                            });
                    ((ModelConfig) near).check(input);
                    cases.add(new Case(
                            "bst balanced window " + readOut + " " + candidate + " " + norm, (ModelConfig) near));
                }
            }
        }
        return cases;
    }

    /** Two layers of that attention, over at most so many steps. */
    static ModelConfig twoLayers(String attention, int reach) {
        Record preset = (Record) (Object) ModelCatalog.family("bst").preset(Preset.BALANCED);
        Record tiny = rebuilt(preset, "", TinyConfigs::shrunk);
        return (ModelConfig) rebuilt(tiny, "", (path, value) -> switch (path) {
            case "encoder.blocks" -> 2;
            case "encoder.attention" -> constant(value, attention);
            case "encoder.window" -> reach;
            default -> value;
        });
    }

    /** Three attentions side by side, which must disagree. */
    private static Case interests(ModelInput input, Preset preset, String products) {
        Record tiny = rebuilt((Record) (Object) ModelCatalog.family("din").preset(preset), "", TinyConfigs::shrunk);
        Record three = rebuilt(tiny, "", (path, value) -> switch (path) {
            case "interests" -> 3;
            case "disagreement" -> 0.05;
            case "head.products" -> constant(value, products);
            default -> value;
        });
        ((ModelConfig) three).check(input);
        String name = "din " + preset.name().toLowerCase(java.util.Locale.ROOT) + " three interests " + products;
        return new Case(named(name, three), (ModelConfig) three);
    }

    /** Three attentions over the same states. */
    private static Case queries(ModelInput input, String evolution, String attention) {
        Record preset = (Record) (Object) ModelCatalog.family("dien").preset(Preset.BALANCED);
        Record tiny = rebuilt(preset, "", TinyConfigs::shrunk);
        Record three = rebuilt(tiny, "", (path, value) -> switch (path) {
            case "interests" -> 3;
            case "evolution" -> constant(value, evolution);
            case "attention" -> constant(value, attention);
            default -> value;
        });
        ((ModelConfig) three).check(input);
        return new Case("dien balanced three interests " + evolution + " " + attention, (ModelConfig) three);
    }

    /** Interest states of another width than an item's, so that they must be projected. */
    private static Case narrowStates(ModelInput input) {
        Record preset = (Record) (Object) ModelCatalog.family("dien").preset(Preset.BALANCED);
        Record tiny = rebuilt(preset, "", TinyConfigs::shrunk);
        Record narrow = rebuilt(tiny, "", (path, value) -> switch (path) {
            case "hiddenSize" -> 5;
            case "attention" -> constant(value, "UNIT");
            default -> value;
        });
        ((ModelConfig) narrow).check(input);
        return new Case("dien balanced narrow states", (ModelConfig) narrow);
    }

    /** The same with a wider head, judged by the label alone. */
    static ModelConfig toLearnByHeart(ModelConfig config) {
        return (ModelConfig) rebuilt((Record) (Object) config, "", (path, value) -> switch (path) {
            case "auxiliary.kind" -> constant(value, "NONE");
            case "head.hidden" -> List.of(48, 24);
            default -> value;
        });
    }

    /** A head of these widths that reads no products: with drawn weights those lie on another scale than the rest, which whole numbers of one scale do not suit. */
    static ModelConfig withHead(ModelConfig config, Integer... widths) {
        return (ModelConfig) rebuilt((Record) (Object) config, "", (path, value) -> switch (path) {
            case "head.hidden" -> List.of(widths);
            case "head.products" -> constant(value, "NONE");
            default -> value;
        });
    }

    private static Object constant(Object example, String name) {
        return constants((Enum<?>) example)
                .filter(c -> ((Enum<?>) c).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<?> constants(Enum<?> example) {
        return Arrays.stream(example.getDeclaringClass().getEnumConstants());
    }

    private static String named(String name, Record config) {
        boolean literal = ((ModelConfig) config).toString().contains("padding=LITERAL");
        return literal ? name + " (literal)" : name;
    }

    private static void add(List<Case> cases, ModelInput input, Case one) {
        try {
            one.config().check(input);
            cases.add(one);
        } catch (ProblemException refused) {
            if (!one.name().contains("=")) {
                throw refused; // a preset itself must work
            }
        }
    }

    private static Object shrunk(String path, Object value) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        if (value instanceof Integer number) {
            return switch (name) {
                case "width" -> number == 0 ? 0 : 8;
                case "positionUnits" -> Math.min(2, number);
                default -> SIZES.getOrDefault(name, number);
            };
        }
        if (value instanceof List<?> widths) {
            return widths.stream().map(w -> 6).toList();
        }
        return name.toLowerCase(java.util.Locale.ROOT).endsWith("dropout") ? 0.0 : value;
    }

    private record Turn(String name, Record record) {
        ModelConfig config() {
            return (ModelConfig) record;
        }
    }

    private static Stream<Turn> turned(Record root, Record part, String prefix) {
        ModelConfig config = (ModelConfig) root;
        return Stream.of(part.getClass().getRecordComponents()).flatMap(component -> {
            String path = prefix + component.getName();
            Object value = Components.get(component, part);
            if (value instanceof Record nested) {
                return Components.flattened(component) || config.shows(path)
                        ? turned(root, nested, prefix + Components.prefix(component))
                        : Stream.empty();
            }
            return others(value)
                    .filter(other -> config.shows(path))
                    .flatMap(other -> tried(root, path, other).stream());
        });
    }

    private static Stream<?> others(Object value) {
        if (value instanceof Enum<?> constant) {
            return constants(constant).filter(c -> c != constant);
        }
        return value instanceof Boolean on ? List.of(!on).stream() : Stream.empty();
    }

    private static List<Turn> tried(Record root, String path, Object other) {
        try {
            Record turned = rebuilt(root, "", (at, value) -> at.equals(path) ? other : value);
            return List.of(new Turn(path + "=" + other, turned));
        } catch (ProblemException refused) {
            return List.of();
        }
    }

    private static Record rebuilt(Record record, String prefix, BiFunction<String, Object, Object> change) {
        return Components.make(record.getClass(), component -> {
            Object value = Components.get(component, record);
            return value instanceof Record nested
                    ? rebuilt(nested, prefix + Components.prefix(component), change)
                    : change.apply(prefix + component.getName(), value);
        });
    }
}
