package dev.interestlens.explain.look;

import dev.interestlens.explain.picture.Panel;
import java.util.List;
import java.util.Objects;

/** Everything from one forward pass: Look, and views of the model. The first view is the default one. */
public record ForwardResult(LookResult looked, List<Panel> panels) {
    public ForwardResult {
        Objects.requireNonNull(looked);
        panels = List.copyOf(panels);
    }
}
