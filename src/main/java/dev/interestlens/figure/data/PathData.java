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
 * @param tracks the most important one first, each with a point more than there are steps
 * @param across name of the x axis
 * @param up name of the y axis
 * @param shares share of the variance along x and along y; empty where it is unknown
 */
public record PathData(List<? extends Phrase> steps, List<Track> tracks, Phrase across, Phrase up, double[] shares)
        implements FigureData {

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
        shares = shares.clone();
        int points = steps.size() + 1;
        if (tracks.stream().anyMatch(track -> track.x().length != points || track.y().length != points)) {
            throw new IllegalArgumentException("a track that has not " + points + " points");
        }
    }

    /** A line a point. */
    @Override
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
        return new PathData(List.of(), List.of(), Phrase.EMPTY, Phrase.EMPTY, new double[0]);
    }
}
