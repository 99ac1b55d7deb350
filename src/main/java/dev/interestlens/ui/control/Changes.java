package dev.interestlens.ui.control;

import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;

/** Does something whenever one of several values, lists, maps or sets changes. */
public final class Changes {
    private Changes() {}

    /** Collections call back after what is derived from them, such as a filtered list, has followed. */
    public static void call(Runnable then, Observable... of) {
        for (Observable each : of) {
            if (each instanceof ObservableList<?> list) {
                list.addListener((ListChangeListener<Object>) change -> then.run());
            } else if (each instanceof ObservableMap<?, ?> map) {
                map.addListener((MapChangeListener<Object, Object>) change -> then.run());
            } else if (each instanceof ObservableSet<?> set) {
                set.addListener((SetChangeListener<Object>) change -> then.run());
            } else {
                each.addListener(change -> {
                    if (each instanceof ObservableValue<?> value) {
                        value.getValue(); // or nobody would be told of the next change
                    }
                    then.run();
                });
            }
        }
    }

    /** Does something whenever the focus leaves a control. */
    public static void callWhenLeft(Node control, Runnable then) {
        control.focusedProperty().addListener((observed, before, focused) -> {
            if (!focused) {
                then.run();
            }
        });
    }

    /** Does something whenever a view comes into a window. */
    public static void callWhenOpened(Node view, Runnable then) {
        view.sceneProperty().addListener((observed, before, scene) -> {
            if (scene != null) {
                then.run();
            }
        });
    }
}
