package dev.interestlens.ui.data;

import dev.interestlens.ui.common.Messages;
import javafx.util.StringConverter;

/** Names of what a column can become. */
final class RoleTexts extends StringConverter<String> {
    private final Messages messages;

    RoleTexts(Messages messages) {
        this.messages = messages;
    }

    @Override
    public String toString(String role) {
        return role == null || role.isEmpty()
                ? messages.text("data.role.none")
                : messages.text("data.role." + (role.endsWith(".") ? "field." + role.replace(".", "") : role));
    }

    @Override
    public String fromString(String text) {
        throw new UnsupportedOperationException("nothing is typed here");
    }
}
