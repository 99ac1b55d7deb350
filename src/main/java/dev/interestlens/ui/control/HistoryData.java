package dev.interestlens.ui.control;

import java.util.List;

/**
 * A history before one candidate.
 *
 * @param behaviours oldest first
 * @param unread earlier behaviours that were not read, drawn as a hatched block before the first
 * @param candidate what is judged, drawn at the far right
 * @param look a weight a behaviour
 * @param effect what removing each behaviour does; empty while it is not measured yet
 * @param reference the weight of a model that looks everywhere alike, 1/n; NaN for none
 */
public record HistoryData(
        List<Behaviour> behaviours,
        long unread,
        Behaviour candidate,
        double[] look,
        double[] effect,
        double reference) {

    /** One behaviour in words; {@code time} and {@code category} may be empty. */
    public record Behaviour(String title, String category, String time) {}

    public HistoryData {
        behaviours = List.copyOf(behaviours);
        look = look.clone();
        effect = effect.clone();
        if (look.length != behaviours.size() || effect.length != 0 && effect.length != behaviours.size()) {
            throw new IllegalArgumentException(
                    behaviours.size() + " behaviours, " + look.length + " weights, " + effect.length + " effects");
        }
    }

    public static HistoryData empty() {
        return new HistoryData(List.of(), 0, new Behaviour("", "", ""), new double[0], new double[0], Double.NaN);
    }

    public int size() {
        return behaviours.size();
    }

    public boolean measured() {
        return effect.length == size();
    }
}
