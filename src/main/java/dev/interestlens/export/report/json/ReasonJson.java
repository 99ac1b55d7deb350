package dev.interestlens.export.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.explain.reason.Reasons;
import dev.interestlens.explain.reason.Reasons.OfAttention;

/** Why attention looks where it looks: for every behaviour and attention its raw score, and what each part of it adds over an average behaviour. */
final class ReasonJson {
    private ReasonJson() {}

    static ArrayNode of(Reasons reasons) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        boolean layers = reasons.attentions().stream().anyMatch(each -> each.layer() > 0);
        boolean heads = reasons.attentions().stream().anyMatch(each -> each.head() > 0);
        for (OfAttention each : reasons.attentions()) {
            for (int j = 0; j < each.behaviours().length; j++) {
                ObjectNode node = all.addObject().put("behaviour", each.behaviours()[j]);
                node.put("score", each.scores()[j]);
                node.put("mean", each.means()[j]);
                if (heads) {
                    node.put("head", each.head());
                }
                if (layers) {
                    node.put("layer", each.layer());
                }
                ArrayNode parts = node.putArray("parts");
                for (int p = 0; p < reasons.parts().size(); p++) {
                    ObjectNode part =
                            parts.addObject().put("part", reasons.parts().get(p).id());
                    part.put("value", each.values()[j][p]);
                }
            }
        }
        return all;
    }
}
