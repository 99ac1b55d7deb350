package dev.interestlens.explain.picture;

import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Paragraph;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Stacked;
import dev.interestlens.figure.data.PlotData;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One view of a model.
 *
 * @param name stable, for programs: {@code gates}, {@code heads}
 * @param title for people, a word or two
 * @param pictures of the view: of several matrices one is shown at a time, other pictures are shown below each other
 * @param firstRows how many rows of a matrix are shown at first; 0 for all
 * @param finding the result in words; may be empty
 */
public record Panel(String name, Text title, List<Picture> pictures, int firstRows, Text finding) {
    private static final double GAP = 16;

    public Panel {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(finding);
        pictures = List.copyOf(pictures);
    }

    /** Without a finding. */
    public Panel(String name, Text title, List<Picture> pictures, int firstRows) {
        this(name, title, pictures, firstRows, Text.same(""));
    }

    /** A picture with the rows that are shown at first. */
    public Picture begun(Picture picture) {
        return picture instanceof HeatMatrix matrix ? matrix.firstRows(firstRows) : picture;
    }

    /** One of its pictures with its title and note. */
    public Drawing captioned(Picture picture) {
        return Stacked.captioned(picture.title(), picture.note(), begun(picture).drawing());
    }

    /** Whether one picture is shown at a time; otherwise they are shown below each other. */
    public boolean takesTurns() {
        return pictures.size() > 1 && !(pictures.get(0).data() instanceof PlotData);
    }

    /** The default drawing: its finding and its pictures below each other, or only the first one where one is shown at a time. */
    public Drawing drawing() {
        return stacked(takesTurns() ? pictures.subList(0, 1) : pictures);
    }

    /** Its finding and all its pictures below each other. */
    public Drawing allPictures() {
        return stacked(pictures);
    }

    private Drawing stacked(List<Picture> shown) {
        List<Drawing> parts = new ArrayList<>(List.of(Paragraph.title(title)));
        parts.add(new Paragraph(finding, Letters.PLAIN, Ink.Role.INK));
        for (Picture picture : shown) {
            boolean alone = pictures.size() == 1 && picture.title().equals(title);
            parts.add(Stacked.captioned(
                    alone ? Phrase.EMPTY : picture.title(),
                    picture.note(),
                    begun(picture).drawing()));
        }
        return new Stacked(parts, GAP);
    }
}
