package dev.interestlens.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.model.TinyConfigs.Case;
import dev.interestlens.model.family.AblationVariant;
import dev.interestlens.model.family.DataFinding;
import dev.interestlens.model.family.TeachingStep;
import dev.interestlens.store.Components;
import dev.interestlens.store.KeyedText;
import dev.interestlens.store.Texts;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every text of a family that the program can look up is there, in both languages, and no other. */
class FamilyTextsTest {
    private static final Texts SHARED = Texts.beside(TeachingStep.class);
    private static final Texts ADVICE = new Texts(TeachingStep.class, "dev.interestlens.workspace.data.texts");

    /** Keys that were asked for: of a family, and of all families. */
    private final Set<String> own = new HashSet<>();

    private final Set<String> shared = new HashSet<>();
    private final Set<String> missing = new TreeSet<>();

    @TestFactory
    Stream<DynamicTest> everyTextOfAFamilyIsThereAndNoOther() {
        return ModelCatalog.families().stream()
                .map(family -> DynamicTest.dynamicTest(family.id(), () -> {
                    ask(family);
                    assertThat(missing).isEmpty();
                    assertThat(family.texts().keys()).allMatch(key -> own.contains(key) || isNumber(key));
                }));
    }

    @Test
    void noTextOfAllFamiliesIsLeftOver() {
        ModelCatalog.families().forEach(this::ask);
        shared.add("foreign.name");
        assertThat(SHARED.keys()).allMatch(shared::contains);
    }

    @Test
    void everyFindingHasATextInTheWindow() {
        assertThat(DataFinding.values()).allMatch(finding -> ADVICE.has("advice." + finding));
    }

    @Test
    void everyFamilyHasAName() {
        for (ModelFamily<?> family : ModelCatalog.families()) {
            assertThat(family.name(Locale.ENGLISH)).isNotBlank().isNotEqualTo(family.id());
        }
        assertThat(ModelCatalog.family(ForeignConfig.ID).name(Locale.ENGLISH)).isEqualTo("From elsewhere");
    }

    private void ask(ModelFamily<?> family) {
        List<String> always = List.of("name", "about", "papers");
        always.forEach(key -> need(family, key));
        own.add("title"); // a longer name, where there is one
        fields(family, family.configType(), family.configType());
        need(family, "ablation." + AblationVariant.FULL);
        family.ablations().forEach(variant -> need(family, "ablation." + variant.id()));
        TinyConfigs.all(ContractCases.INPUT).stream()
                .map(Case::config)
                .filter(config -> config.id().equals(family.id()))
                .forEach(config -> {
                    ModelCatalog.teaching(config).forEach(step -> List.of(step.title(), step.formula(), step.text())
                            .forEach(text -> said(family, text)));
                    try (CtrModel model = ModelCatalog.create(config, ContractCases.INPUT)) {
                        model.diagram().parts().forEach(part -> part(family, part));
                    }
                });
    }

    private void part(ModelFamily<?> family, Diagram.Part part) {
        String key = "part." + part.name().split("\\.")[0];
        need(family, key);
        need(family, key + ".about");
        if (part.variant() != null) {
            need(family, option(part.variant().getDeclaringClass(), part.variant()));
        }
    }

    /** A text that is complete as it is said, and those within. */
    private void said(ModelFamily<?> family, KeyedText text) {
        if (need(family, text.key())) {
            assertThat(text.in(Locale.ENGLISH)).as(text.key()).isNotBlank().doesNotContain("{", "null");
            assertThat(text.in(Locale.CHINESE)).as(text.key()).isNotBlank().doesNotContain("{", "null");
        }
        text.values().forEach(value -> {
            if (value instanceof KeyedText within) {
                said(family, within);
            }
        });
    }

    private void fields(ModelFamily<?> family, Class<?> record, Class<?> part) {
        for (RecordComponent component : part.getRecordComponents()) {
            Class<?> type = component.getType();
            if (Components.flattened(component)) {
                fields(family, record, type);
                continue;
            }
            if (type.isRecord()) {
                need(family, type.getSimpleName());
                fields(family, type, type);
                continue;
            }
            List<String> places = Stream.concat(Stream.of(record), Arrays.stream(record.getInterfaces()))
                    .map(place -> place.getSimpleName() + "." + component.getName())
                    .toList();
            for (String suffix : List.of("", ".help")) {
                String found = places.stream()
                        .map(place -> place + suffix)
                        .filter(key -> family.texts().has(key) || SHARED.has(key))
                        .findFirst()
                        .orElse(places.get(0) + suffix);
                need(family, found);
            }
            if (type.isEnum()) {
                Arrays.stream(type.getEnumConstants()).forEach(constant -> need(family, option(type, constant)));
            }
        }
    }

    private static String option(Class<?> type, Object constant) {
        String name = type.getName().substring(type.getPackageName().length() + 1);
        return "option." + name.replace('$', '.') + "." + constant;
    }

    private boolean need(ModelFamily<?> family, String key) {
        if (family.texts().has(key)) {
            return own.add(key);
        }
        if (!SHARED.has(key)) {
            missing.add(family.id() + ": " + key);
        }
        return shared.add(key) && SHARED.has(key);
    }

    /** Words for a special number of a switch: {@code EncoderConfig.width.0}. */
    private boolean isNumber(String key) {
        return key.matches(".*\\.\\d+") && own.contains(key.substring(0, key.lastIndexOf('.')) + ".help");
    }
}
