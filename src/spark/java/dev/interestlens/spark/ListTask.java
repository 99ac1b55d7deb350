package dev.interestlens.spark;

import dev.interestlens.cli.console.ClusterJobs;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.recommend.Recommendation;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.score.BatchRecommendation;
import dev.interestlens.workspace.score.UserKeys;
import dev.interestlens.workspace.score.UserLists;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Makes lists of users with the run's own engine. One instance is sent to each machine; there each concurrent task opens the run once for itself,
 * since a recommender serves one thread at a time.
 */
final class ListTask implements Serializable {
    private static final long serialVersionUID = 1;

    /** The users of one task, by their index among all requested users. */
    record Users(int from, int to) implements Serializable {}

    /** Published lists. */
    record Listed(String name, long users, long empty) implements Serializable {}

    private final String run;
    private final String data;
    private final String users;
    private final BatchRecommendation.At at;
    private final Recommendation.Wish wish;
    private final String ending;
    private final SharedFolder shared;
    private transient Deque<Open> idle;

    ListTask(ClusterJobs.Recommending wanted, String ending, SharedFolder shared) {
        this.run = wanted.run().toAbsolutePath().toString();
        this.data = wanted.data().toAbsolutePath().toString();
        this.users =
                wanted.users() == null ? "" : wanted.users().toAbsolutePath().toString();
        this.at = wanted.at();
        this.wish = wanted.wish();
        this.ending = ending;
        this.shared = shared;
    }

    /** An open run, its lists, and the keys of the requested users. */
    private record Open(OpenRun run, UserLists lists, IntFunction<String> key) {}

    // An executor ends with its process, which closes everything.
    private synchronized Open open() {
        if (idle == null) {
            TrainedModel.threads(1);
            idle = new ArrayDeque<>();
        }
        Open ready = idle.poll();
        if (ready != null) {
            return ready;
        }
        OpenRun opened = OpenRun.best(new RunFolder(Path.of(run)), Path.of(data));
        List<String> named = users.isEmpty() ? List.of() : UserKeys.read(Path.of(users));
        return new Open(
                opened, new UserLists(opened, at, wish, ending), users.isEmpty() ? opened.data()::userKey : named::get);
    }

    private synchronized void giveBack(Open open) {
        idle.push(open);
    }

    /** Number of requested users. */
    int count() {
        if (!users.isEmpty()) {
            return UserKeys.read(Path.of(users)).size();
        }
        try (PreparedDataset opened = PreparedDataset.open(Path.of(data))) {
            return opened.users();
        }
    }

    ArrayList<Listed> lists(Users some) throws IOException {
        Open open = open();
        Path work = TaskFiles.folder("lists");
        ArrayList<Listed> listed = new ArrayList<>();
        try {
            for (int from = some.from(); from < some.to(); from += BatchRecommendation.PIECE) {
                int to = Math.min(some.to(), from + BatchRecommendation.PIECE);
                long before = open.lists().empty();
                StringBuilder text = new StringBuilder();
                for (int user = from; user < to; user++) {
                    open.lists().add(text, user == 0, open.key().apply(user));
                }
                String name = "lists/" + TaskFiles.name() + "-" + from;
                shared.publish(Files.writeString(work.resolve("piece"), text), name);
                listed.add(new Listed(name, to - from, open.lists().empty() - before));
            }
            giveBack(open);
            return listed;
        } finally {
            TaskFiles.remove(work);
        }
    }

    /** Everything that the result depends on. */
    List<String> identity() {
        return List.of(run, data, users, at.toString(), wish.toString(), ending);
    }
}
