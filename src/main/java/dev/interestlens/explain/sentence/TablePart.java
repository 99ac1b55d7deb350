package dev.interestlens.explain.sentence;

import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import java.util.Map;

/**
 * Who did what a sentence tells of: what goes through the model's own part, or what followed what. It is said where the table's part is at least a
 * quarter of the whole, in either direction, and large enough to be mentioned.
 *
 * @param fall of the logit when the behaviours are removed
 * @param byTable the part of it that comes from what followed what; 0 where no table stands beside the model's own part
 * @param attends whether the model's own part is attention that ranks behaviours
 */
public record TablePart(double fall, double byTable, boolean attends) {
    private static final double QUARTER = 0.25;
    private static final double HALF = 0.5;
    private static final double NEARLY_ALL = 0.95;

    public static final TablePart NONE = new TablePart(0, 0, true);

    static TablePart of(Effects effects, boolean attends, double fall, double byTable) {
        return new TablePart(fall, effects.byTable().beside() ? byTable : 0, attends);
    }

    /** The part that goes through attention. */
    public double ofAttention() {
        return fall - byTable;
    }

    /** Whether it is said. */
    public boolean isSaid() {
        return Math.abs(fall) >= Effects.WORTH_SAYING
                && Math.abs(byTable) >= Math.max(Effects.WORTH_SAYING, QUARTER * Math.abs(fall));
    }

    /** Whether something worth a word of the change goes through attention, in its direction. */
    boolean isLooked() {
        return Math.signum(fall) * ofAttention() >= Math.min(Effects.WORTH_SAYING, Math.abs(fall));
    }

    /**
     * A sentence behind the one that tells of the change; empty where it is not said.
     *
     * @param several whether the change is that of several behaviours
     */
    Text text(boolean several) {
        if (!isSaid()) {
            return Text.same("");
        }
        return Wording.of(
                "table." + kind(),
                Map.of(
                        "they", Wording.of("table." + (fall > 0 ? "add" : "take") + (several ? ".many" : ".one")),
                        "part", Wording.number(Math.abs(byTable), 2),
                        "own", Wording.number(Math.abs(ofAttention()), 2),
                        "whole", Wording.number(Math.abs(fall), 2),
                        "way", Wording.of(attends ? "table.way.attention" : "table.way.model")));
    }

    private String kind() {
        double share = byTable / fall;
        if (share < 0) {
            return "against";
        }
        if (share > 1) {
            return Math.abs(ofAttention()) >= Effects.WORTH_SAYING ? "over" : "all";
        }
        return share > NEARLY_ALL ? "all" : share > HALF ? "most" : "part";
    }
}
