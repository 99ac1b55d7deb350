package dev.interestlens.explain.look;

import dev.interestlens.explain.picture.Panel;
import java.util.List;
import java.util.Objects;

/** All that one forward pass shows: Look, and views into the model. The first view is the one to begin with. */
public record ForwardResult(LookResult looked, List<Panel> panels) {
    public ForwardResult {
        Objects.requireNonNull(looked);
        panels = List.copyOf(panels);
    }
}
