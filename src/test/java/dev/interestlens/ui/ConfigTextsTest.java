package dev.interestlens.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.store.Components;
import dev.interestlens.train.config.TrainingConfig;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every field and every choice of training and protocol has a label and a line of help; those of models are FamilyTextsTest's. */
class ConfigTextsTest {
    private final Messages messages = new Messages(Language.CHINESE);
    private final List<String> missing = new ArrayList<>();

    @Test
    void everyFieldOfTrainingAndProtocolHasWords() {
        fields(TrainingConfig.class, "training");
        fields(ProtocolConfig.class, "protocol");
        assertThat(missing).isEmpty();
    }

    private void fields(Class<?> type, String prefix) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (Components.flattened(component)) {
                fields(component.getType(), prefix);
                continue;
            }
            String key = prefix + "." + component.getName();
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                fields(component.getType(), prefix);
                continue;
            }
            need(key);
            if (component.getType().isRecord()) {
                fields(component.getType(), key);
            } else {
                need(key + ".help");
            }
            if (component.getType().isEnum()) {
                String name = component.getType().getName();
                String known = name.substring(
                                component.getType().getPackageName().length() + 1)
                        .replace('$', '.');
                for (Object constant : component.getType().getEnumConstants()) {
                    need("option." + known + "." + constant);
                }
            }
        }
    }

    private void need(String key) {
        if (messages.find(key).isEmpty()) {
            missing.add(key);
        }
    }
}
