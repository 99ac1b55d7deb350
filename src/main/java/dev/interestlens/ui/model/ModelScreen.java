package dev.interestlens.ui.model;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.ViewLoader;
import dev.interestlens.ui.common.run.Services;
import dev.interestlens.ui.control.slides.SlideSeries;
import dev.interestlens.ui.control.slides.SlideShow;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Parent;

/** Builds Model. */
public record ModelScreen(Services services, ModelViewModel model, TeachViewModel teach) {
    public ModelScreen(Services services) {
        this(
                services,
                new ModelViewModel(services.session(), services.background(), services.messages()),
                new TeachViewModel(services.session(), services.background()));
    }

    public Parent load() {
        Messages messages = services.messages();
        ViewLoader views = services.views();
        MadeController made = new MadeController(model, messages);
        TeachController taught = new TeachController(teach, messages);
        ModelController controller = new ModelController(
                model,
                messages,
                services.refusals(),
                () -> views.load(new CostsController(model, messages)),
                () -> views.load(made),
                () -> views.load(taught),
                () -> slides(made, taught));
        return services.undo().on(Session.Goal.MODEL, views.load(controller));
    }

    /** The diagram, then the equations. */
    private static SlideShow slides(MadeController made, TeachController taught) {
        Optional<SlideSeries> diagram = made.slides();
        return new SlideShow(
                taught.slides().map(equations -> Stream.concat(diagram.stream(), Stream.of(equations))
                        .toList()),
                null);
    }
}
