package dev.interestlens.spark;

import dev.interestlens.store.Problem;
import java.io.Serializable;

/** What a task gives back: a value, or what is wrong with its input; that is no failure of the task, which would be tried again. */
record Outcome<A extends Serializable>(A value, Problem problem) implements Serializable {

    A get() {
        if (problem != null) {
            throw problem.exception();
        }
        return value;
    }
}
