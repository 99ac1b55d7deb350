package dev.interestlens.ui.control;

import java.util.Arrays;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;

/** Arguments of a text, some of which may be observable. */
final class TextArguments {
    private TextArguments() {}

    static Object[] valuesOf(Object... arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof ObservableValue<?> value ? value.getValue() : argument)
                .toArray();
    }

    static Observable[] observables(Observable first, Object... arguments) {
        return Stream.concat(
                        Stream.of(first),
                        Arrays.stream(arguments)
                                .filter(Observable.class::isInstance)
                                .map(Observable.class::cast))
                .toArray(Observable[]::new);
    }
}
