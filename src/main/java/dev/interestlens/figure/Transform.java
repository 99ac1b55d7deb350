package dev.interestlens.figure;

/** How a value becomes a share of the colour scale. The square root makes small amounts visible beside one large one. */
public enum Transform {
    LINEAR,
    SQUARE_ROOT;

    public double apply(double share) {
        return this == LINEAR ? share : Math.signum(share) * Math.sqrt(Math.abs(share));
    }
}
