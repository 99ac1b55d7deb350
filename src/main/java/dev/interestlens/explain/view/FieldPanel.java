package dev.interestlens.explain.view;

import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.FieldEffect;
import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.figure.data.RowsData;
import java.util.List;

/** The effects of the fields beside the history, in the unit of the history's Effects. */
public final class FieldPanel {
    private static final double WITHIN = 1.96;

    private FieldPanel() {}

    /** None where no field was measured. */
    public static List<Panel> of(Effects effects) {
        List<FieldEffect> fields = effects.fields();
        if (fields.isEmpty()) {
            return List.of();
        }
        boolean drawn = fields.stream().anyMatch(field -> !field.exact());
        RowsData.Row whole = new RowsData.Row(
                Wording.of("field.effect"),
                Wording.of("field.interval"),
                values(fields, 0),
                0,
                true,
                drawn ? values(fields, -WITHIN) : new double[0],
                drawn ? values(fields, WITHIN) : new double[0]);
        RowsData.Row everywhere = new RowsData.Row(
                Wording.of("field.everywhere"),
                fields.stream().mapToDouble(FieldEffect::everywhere).toArray(),
                0,
                true);
        RowsData.Row unknown = new RowsData.Row(
                Wording.of("field.asUnknown"),
                fields.stream().mapToDouble(FieldEffect::unknown).toArray(),
                0,
                true);
        Text title = Wording.of("panel.fields");
        RowsData data =
                new RowsData(fields.stream().map(FieldEffect::text).toList(), List.of(whole, everywhere, unknown));
        return List.of(
                new Panel("fields", title, List.of(new Chart("fields", title, data, Wording.of("field.note"))), 0));
    }

    private static double[] values(List<FieldEffect> fields, double errors) {
        return fields.stream()
                .mapToDouble(field -> field.effect() + errors * field.standardError())
                .toArray();
    }
}
