package dev.interestlens.workspace.play;

import java.util.List;

/**
 * What is seen of a training after so many steps.
 *
 * @param looks the attention of each watched person, one number a behaviour, oldest first
 * @param scores of their candidates
 * @param foundByLook share of the measured choices in which the model looks most at a planted cause; NaN where nothing was planted
 * @param foundByEffect the same of what changes the score most when it is removed; NaN also where it was not measured at this step
 * @param auc of the test part
 */
public record PlayFrame(
        long step, List<double[]> looks, double[] scores, double foundByLook, double foundByEffect, double auc) {
    public PlayFrame {
        looks = looks.stream().map(double[]::clone).toList();
        scores = scores.clone();
    }
}
