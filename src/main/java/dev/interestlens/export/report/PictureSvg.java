package dev.interestlens.export.report;

import dev.interestlens.explain.HeadGrid;
import dev.interestlens.explain.HeatMatrix;
import dev.interestlens.explain.HistoryBars;
import dev.interestlens.explain.Picture;
import dev.interestlens.explain.StatePath;
import dev.interestlens.explain.StepLines;

/**
 * Any picture of an explanation as a group whose upper left corner is 0, 0.
 *
 * @param scrolls whether it is too wide to be made as narrow as a phone
 */
record PictureSvg(double width, double height, String group, boolean scrolls) {
    /** For a page, in both languages. */
    static PictureSvg onPage(Picture picture) {
        return of(picture, Lettering.BOTH, Palette.LIGHT, Palette.DARK);
    }

    /** For a figure on white. */
    static PictureSvg onWhite(Picture picture, Lettering lettering) {
        return of(picture, lettering, Palette.LIGHT);
    }

    private static PictureSvg of(Picture picture, Lettering lettering, Palette... palettes) {
        if (picture instanceof HeatMatrix matrix) {
            HeatmapSvg svg = new HeatmapSvg(matrix, lettering, Palette.LIGHT);
            return new PictureSvg(svg.width(), svg.height(), svg.group(), true);
        }
        if (picture instanceof StepLines lines) {
            return new PictureSvg(
                    StepLinesSvg.WIDTH, StepLinesSvg.HEIGHT, new StepLinesSvg(lines, lettering).group(), false);
        }
        if (picture instanceof StatePath path) {
            PathSvg svg = new PathSvg(path, lettering);
            return new PictureSvg(PathSvg.WIDTH, svg.height(), svg.group(), false);
        }
        if (picture instanceof HeadGrid grid) {
            HeadGridSvg svg = new HeadGridSvg(grid, lettering);
            return new PictureSvg(svg.width(), svg.height(), svg.group(palettes), false);
        }
        HistoryBarsSvg svg = new HistoryBarsSvg((HistoryBars) picture, lettering);
        return new PictureSvg(HistoryBarsSvg.WIDTH, svg.height(), svg.group(), false);
    }
}
