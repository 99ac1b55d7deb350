/**
 * Interest Lens as a library: open a trained run, score items, explain a score, recommend from the whole catalogue.
 *
 * <pre>{@code try (Run run = Run.open(Path.of("runs/din"))) { History history = History.ofUser("17"); RecommendationList list =
 * run.recommend(history, RecommendOptions.top(10).withReasons()); Explanation why = run.explain(history, list.items().get(0).item().key());
 * System.out.println(why.sentence().in(Locale.ENGLISH)); } }</pre>
 *
 * <p>What is here is stable: names and meanings stay until a new major version, and records only gain components together with a constructor that
 * takes the old ones. Arguments and results are values of this package or of Java and hold no resources. A run is never changed. Failures are {@link
 * dev.interestlens.api.LensException}s, in words.
 *
 * <p>The engine keeps its whole process offline: from the first opened run on, {@code http}, {@code https} and {@code ftp} addresses cannot be opened
 * by {@link java.net.URL} in this process, since the engine would otherwise send usage reports. {@code java.net.http} and sockets are not touched.
 */
package dev.interestlens.api;
