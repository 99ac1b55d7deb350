package dev.interestlens.train.bench;

/**
 * What is measured. Network sizes are the family's ({@code ModelFamily.benchmark}), from its reference preset: embeddings of 64 and 1,000 categories;
 * DIN's unit 64-32 with [q, k, q−k, q∗k], softmax, a profile of 128 numbers, head 256-128 with BatchNorm and dropout 0.2; DIEN's GRU and AUGRU of
 * 128, attention MLP of 64, inner-product auxiliary loss with one negative a step, the same head; BST's two post-norm blocks of width 64 with four
 * heads, feed-forward 256, dropout 0.1, mean read-out, head 256.
 *
 * @param model id of a family that is measured
 * @param samples that are made up
 * @param threads of the engine
 * @param steps measured
 * @param warmup steps before
 * @param lazy whether only touched rows of tables are updated
 * @param predict inference instead of training
 */
public record BenchmarkSettings(
        String model, Samples samples, int threads, int steps, int warmup, boolean lazy, boolean predict) {
    /**
     * What the samples are like.
     *
     * @param vocabulary items
     * @param length longest history
     * @param batch samples a step
     * @param density 1: every history is full; less: lengths 1 + L·u², a third full on average
     */
    public record Samples(int vocabulary, int length, int batch, double density) {}
}
