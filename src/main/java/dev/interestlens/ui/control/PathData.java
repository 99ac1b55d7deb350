package dev.interestlens.ui.control;

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

    public static PathData empty() {
        return new PathData(List.of(), List.of(), "", "");
    }
}
