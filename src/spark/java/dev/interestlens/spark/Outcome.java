package dev.interestlens.spark;

import dev.interestlens.store.Problem;
import java.io.Serializable;

/** The result of a task: a value, or a problem with its input, which is not a failure of the task, so Spark does not retry it. */
record Outcome<A extends Serializable>(A value, Problem problem) implements Serializable {

    A get() {
        if (problem != null) {
            throw problem.exception();
        }
        return value;
    }
}
