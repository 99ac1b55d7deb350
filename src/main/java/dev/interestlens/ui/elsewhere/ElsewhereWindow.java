package dev.interestlens.ui.elsewhere;

import dev.interestlens.ui.common.Theme;
import dev.interestlens.ui.common.ViewLoader;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Stage;

/** The pages in a window of their own, which closes when the run was created or on cancel. */
public record ElsewhereWindow(ViewLoader views, Theme theme) {
    /** Shows them over a window, starting with a file. */
    public void show(Stage owner, ElsewhereViewModel model, Path file) {
        Stage window = new Stage();
        window.initOwner(owner);
        window.initModality(Modality.WINDOW_MODAL);
        window.setTitle(model.messages().text("elsewhere.title"));
        Scene scene = new Scene(views.load(new ElsewhereController(model)));
        theme.dress(scene);
        window.setScene(scene);
        window.setOnHidden(event -> model.close());
        model.doneProperty().addListener((observed, before, done) -> window.hide());
        window.show();
        model.open(file);
    }
}
