package dev.interestlens.figure.data;

import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Paths in a plane.
 *
 * @param steps what happened before each point except the first
 * @param tracks the most important one first
 * @param across name of the x axis
 * @param up name of the y axis
 */
public record PathData(List<? extends Phrase> steps, List<Track> tracks, Phrase across, Phrase up) {

    /** One path, steps + 1 points. */
    public record Track(Phrase name, double[] x, double[] y) {
        public Track {
            x = x.clone();
            y = y.clone();
        }
    }

    /** A point of a track. */
    public record Place(int track, int point) {}

    public PathData {
        steps = List.copyOf(steps);
        tracks = List.copyOf(tracks);
    }

    /** A line a point. */
    public NumberTable numbers(Locale language) {
        List<NumberTable.Line> lines = new ArrayList<>();
        for (Track track : tracks) {
            for (int i = 0; i < track.x().length; i++) {
                String step = i == 0 || i > steps.size() ? "" : steps.get(i - 1).in(language);
                lines.add(new NumberTable.Line(
                        List.of(track.name().in(language), String.valueOf(i), step), track.x()[i], track.y()[i]));
            }
        }
        return new NumberTable(List.of("", "", "", across.in(language), up.in(language)), lines);
    }

    public static PathData empty() {
        return new PathData(List.of(), List.of(), Phrase.EMPTY, Phrase.EMPTY);
    }
}
