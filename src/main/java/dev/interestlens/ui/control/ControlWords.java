package dev.interestlens.ui.control;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;

/** The words a control shows, in the current language. */
public interface ControlWords {
    /** The text of a key, with {@code {0}}, {@code {1}} … replaced. */
    String text(String key, Object... arguments);

    /** The text of a key that may be missing. */
    Optional<String> find(String key);

    /** The current language. */
    Locale locale();

    /** Changes whenever the language does. */
    ObservableValue<?> language();

    /** The text of a key that follows the language and every argument that is observable. */
    default StringBinding bind(String key, Object... arguments) {
        Callable<String> text = () -> text(
                key,
                Stream.of(arguments)
                        .map(each -> each instanceof ObservableValue<?> value ? value.getValue() : each)
                        .toArray());
        return bind(
                text, Stream.of(arguments).filter(Observable.class::isInstance).toArray(Observable[]::new));
    }

    /** A text that follows the language and whatever else it is made of. */
    default StringBinding bind(Callable<String> text, Observable... of) {
        Observable[] all = Stream.concat(Stream.of(language()), Stream.of(of)).toArray(Observable[]::new);
        return Bindings.createStringBinding(text, all);
    }

    /** A text about something, which follows the language, this and what else it is made of; empty where it is missing. */
    default <T> StringBinding about(
            ObservableValue<T> something, Function<? super T, String> text, Observable... others) {
        Callable<String> told = () -> something.getValue() == null ? "" : text.apply(something.getValue());
        return bind(told, Stream.concat(Stream.of(something), Stream.of(others)).toArray(Observable[]::new));
    }

    /** Shows something: now, and again whenever the language or one of these changes. */
    default void keepShown(Runnable show, Observable... shown) {
        Changes.call(show, language());
        Changes.call(show, shown);
        show.run();
    }
}
