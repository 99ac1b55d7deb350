package dev.interestlens.ui.control;

import java.util.ArrayList;
import java.util.List;

/**
 * Ways through a plane.
 *
 * @param steps what happened before each point but the first
 * @param tracks the most important one first
 * @param across what x is, in words
 * @param up what y is, in words
 */
public record PathData(List<String> steps, List<Track> tracks, String across, String up) {

    /** One way, steps + 1 points. */
    public record Track(String name, double[] x, double[] y) {
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
    NumberTable numbers() {
        List<NumberTable.Line> lines = new ArrayList<>();
        for (Track track : tracks) {
            for (int i = 0; i < track.x().length; i++) {
                String step = i == 0 || i > steps.size() ? "" : steps.get(i - 1);
                lines.add(new NumberTable.Line(
                        List.of(track.name(), String.valueOf(i), step), track.x()[i], track.y()[i]));
            }
        }
        return new NumberTable(List.of("", "", "", across, up), lines);
    }

    public static PathData empty() {
        return new PathData(List.of(), List.of(), "", "");
    }
}
