package dev.interestlens.question.five;

import java.util.List;

/** Test AUC of every family on every log. */
record FamilyScores(List<Log> logs) {
    /**
     * One kind of log.
     *
     * @param ceiling the best possible AUC of a model that knows the time of the candidate, mean over seeds
     */
    record Log(String kind, double ceiling, List<Scores> families) {
        Log {
            families = List.copyOf(families);
        }

        double[] auc(String family) {
            return families.stream()
                    .filter(scores -> scores.family().equals(family))
                    .findFirst()
                    .orElseThrow()
                    .auc();
        }
    }

    /** @param auc one a seed, the same seeds in every family */
    record Scores(String family, double[] auc) {
        Scores {
            auc = auc.clone();
        }

        @Override
        public double[] auc() {
            return auc.clone();
        }
    }

    FamilyScores {
        logs = List.copyOf(logs);
    }
}
