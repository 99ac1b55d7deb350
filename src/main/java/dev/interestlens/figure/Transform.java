package dev.interestlens.figure;

/** How a value becomes a share of the colour scale. The square root makes small amounts visible beside one large one. */
public enum Transform {
    LINEAR {
        @Override
        public double apply(double share) {
            return share;
        }
    },
    SQUARE_ROOT {
        @Override
        public double apply(double share) {
            return Math.signum(share) * Math.sqrt(Math.abs(share));
        }
    };

    public abstract double apply(double share);
}
