package dev.interestlens.ui.common;

/** A controller whose FXML shows values, actions and nodes of it. */
public interface ViewSource {
    /** Gives them, before the FXML is read: fields of the controller are not set yet. */
    void give(ViewValues view);
}
