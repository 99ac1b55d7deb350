package dev.interestlens.explain;

import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.reason.Reasons;
import java.util.List;
import java.util.Objects;

/** Everything that needs no removal: Look, views of the model, and why attention looks there. The first view is the default one. */
public record ForwardResult(LookResult looked, List<Panel> panels, Reasons reasons) {
    public ForwardResult {
        Objects.requireNonNull(looked);
        Objects.requireNonNull(reasons);
        panels = List.copyOf(panels);
    }
}
