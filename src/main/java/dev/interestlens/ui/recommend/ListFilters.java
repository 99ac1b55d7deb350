package dev.interestlens.ui.recommend;

import dev.interestlens.recommend.Filter;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.More;
import dev.interestlens.ui.control.Named;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.util.Duration;

/** The filter, size and diversity of the list. */
final class ListFilters {
    private static final Duration SLIDING = Duration.millis(120);
    private static final int MAX = 100;
    private static final int MIN = 5;

    private final ComboBox<ListEngine.Category> category;
    private final ComboBox<Filter.Popularity> popularity;
    private final RecommendViewModel model;
    private final Messages messages;

    ListFilters(
            ComboBox<ListEngine.Category> category,
            ComboBox<Filter.Popularity> popularity,
            RecommendViewModel model,
            Messages messages) {
        this.category = category;
        this.popularity = popularity;
        this.model = model;
        this.messages = messages;
        bindChoices();
    }

    /**
     * @param seen whether items of the history may be recommended
     * @param cold whether items without training data may be
     */
    void bindSwitches(CheckBox seen, CheckBox cold) {
        choice(seen, Filter::seen, Filter::withSeen);
        choice(cold, Filter::cold, Filter::withCold);
    }

    /** Where they are hidden, its button tells how many are set. */
    void bindFurther(More further) {
        further.textProperty()
                .bind(messages.bind(
                        this::inShort,
                        model.filterProperty(),
                        model.usualProperty(),
                        model.diversityProperty(),
                        model.countProperty()));
        further.remember(model.session().opened());
    }

    private String inShort() {
        return set() == 0 ? messages.text("recommend.further") : messages.text("recommend.further.set", set());
    }

    private long set() {
        Filter usual = model.usualProperty().get();
        return model.filterProperty().get().differences(usual)
                + Stream.of(
                                model.diversityProperty().get() > 0,
                                model.countProperty().get() != RecommendViewModel.USUAL)
                        .filter(each -> each)
                        .count();
    }

    /** A box that shows what the filter says, also where another run has set it, and changes it. */
    private void choice(CheckBox box, Predicate<Filter> is, BiFunction<Filter, Boolean, Filter> with) {
        ObjectProperty<Filter> filter = model.filterProperty();
        filter.addListener((observed, before, now) -> box.setSelected(is.test(now)));
        box.setSelected(is.test(filter.get()));
        box.selectedProperty().addListener((observed, before, now) -> {
            if (is.test(filter.get()) != now) {
                filter.set(with.apply(filter.get(), now));
            }
        });
    }

    /** @param diversity takes effect when it has not changed for a moment */
    void bindSize(Spinner<Integer> count, Slider diversity) {
        count.accessibleTextProperty().bind(messages.bind("recommend.count"));
        count.setValueFactory(new SpinnerValueFactory.IntegerSpinnerValueFactory(
                MIN, MAX, model.countProperty().get(), 5));
        count.valueProperty().addListener(change -> {
            if (count.getValue() != null) {
                model.countProperty().set(count.getValue());
            }
        });
        PauseTransition sliding = new PauseTransition(SLIDING);
        sliding.setOnFinished(event -> model.diversityProperty().set(diversity.getValue()));
        Changes.call(sliding::playFromStart, diversity.valueProperty());
    }

    private void bindChoices() {
        category.setItems(model.categories());
        category.promptTextProperty().bind(messages.bind("recommend.category"));
        category.valueProperty().addListener(change -> model.filterProperty()
                .set(model.filterProperty()
                        .get()
                        .withCategories(
                                category.getValue() == null
                                        ? Set.of()
                                        : Set.of(category.getValue().id()))));
        popularity.getItems().setAll(Filter.Popularity.values());
        nameChoices();
        popularity.setValue(Filter.Popularity.ALL);
        popularity.valueProperty().addListener((observed, before, now) -> {
            if (now != null) {
                model.filterProperty().set(model.filterProperty().get().withPopularity(now));
            }
        });
    }

    /** Sets new converters and the same choices again, since a combo box updates its texts only then. */
    void nameChoices() {
        category.setConverter(new Named<>(each -> each.name().in(messages.locale())));
        popularity.setConverter(new Named<>(each -> messages.text("recommend.popularity." + each)));
        chooseAgain(category);
        chooseAgain(popularity);
    }

    private static <T> void chooseAgain(ComboBox<T> list) {
        T chosen = list.getValue();
        list.setValue(null);
        list.setValue(chosen);
    }
}
