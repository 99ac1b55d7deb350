package dev.interestlens.model.onetrans;

import dev.interestlens.data.Schema;
import dev.interestlens.model.FieldToken;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.described.Description;
import dev.interestlens.model.described.PlaceBias;
import dev.interestlens.model.described.Ranker;
import dev.interestlens.model.onetrans.OneTransConfig.AttentionStart;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.Parameter;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.Role;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Layers;
import dev.interestlens.nn.graph.Value;
import dev.interestlens.nn.layer.Linear;
import java.util.ArrayList;
import java.util.List;

/**
 * The layers of OneTrans (WWW 2026, arXiv 2510.26104): one causal transformer over behaviours and, behind them, a token for each field of user, context and
 * candidate. Z = X + Attention(norm X), Y = Z + FFN(norm Z), with RMSNorm in front. Queries, keys, values and FFN of behaviours are shared, those of a field are
 * its own. A behaviour reads those before it and itself; a field reads all behaviours, the fields before it and itself.
 *
 * <p>Where we differ: one token a field, not a group of fields; a bias by place and time in place of embeddings of positions, so that keys and values of a
 * history stay what they are when it grows; behaviours of the last layer do not ask, since nothing reads their answer, and those of the other layers all do, not a
 * part that shrinks from layer to layer; a last RMSNorm; and the head reads the candidate's embedding, too. What is set by hand of attention changes what fields
 * read, not what behaviours read of each other.
 *
 * <p>Fields are held as (F, R, ·), R = H · C. H histories, or 1 where it is the same for all, L behaviours, C candidates of each, W width of an item, d width of
 * the layers, h heads, c = d/h, m of the FFN, F fields, K of them the candidate's.
 */
final class OneTransLayers implements Description {
    static final String INPUT = "onetrans.input";
    static final String TOKEN = "onetrans.token.";
    static final String LAST = "onetrans.norm";

    /** The logit of two equal rows where attention begins as similarity. */
    private static final double FIRST_LOGIT = 4;

    /** What is added where a token may not be read. */
    private static final float FAR = -1e9f;

    private final OneTransConfig config;
    private final Graph g;
    private final Layers layers;
    private final PlaceBias bias;
    private final List<Token> tokens;
    private final int ofCandidate; // K

    private OneTransLayers(OneTransConfig config, ModelInput input, Layers layers) {
        this.config = config;
        this.layers = layers;
        g = layers.graph();
        bias = new PlaceBias(g, config.position(), input);
        tokens = tokens(config, input.schema());
        ofCandidate = (int) tokens.stream().filter(Token::ofCandidate).count();
    }

    /** A field: where it stands in what it is taken from, and the name of its Linear. */
    private record Token(String name, boolean ofCandidate, int from, int width) {}

    private static List<Token> tokens(OneTransConfig config, Schema schema) {
        List<Token> tokens = new ArrayList<>();
        int profile = 0;
        int item = 0;
        for (FieldToken each : FieldToken.of(schema)) {
            boolean own = each.ofCandidate();
            int size = own && item == 0
                    ? config.sizes().embeddingSize()
                    : config.sizes().fieldEmbeddingSize();
            int width = each.field().isCategorical() ? size : 1;
            String name = TOKEN + each.id();
            tokens.add(new Token(name, own, own ? item : profile, width));
            item += own ? width : 0;
            profile += own ? 0 : width;
        }
        return tokens;
    }

    /** The layers of a configuration. */
    static Ranker of(OneTransConfig config, ModelInput input) {
        return new Ranker(
                config.sizes(),
                config.width(),
                config.width() * FieldToken.of(input.schema()).size(),
                config.heads(),
                config.blocks(),
                config.position(),
                config.embeddingDropout(),
                config.head(),
                false,
                0,
                OneTransLayers::name,
                (parameters, itemWidth) -> register(config, input, parameters, itemWidth),
                layers -> new OneTransLayers(config, input, layers));
    }

    private static void register(OneTransConfig config, ModelInput input, Parameters parameters, int itemWidth) {
        int d = config.width();
        int m = config.feedForward();
        new Linear(
                parameters,
                INPUT,
                itemWidth,
                d,
                true,
                Initializer.beginningInIdentity(itemWidth, d, Math.min(itemWidth, d)));
        List<Token> tokens = tokens(config, input.schema());
        int fields = tokens.size();
        tokens.forEach(token -> new Linear(parameters, token.name(), token.width(), d, true, start(token, d)));
        for (int i = 0; i < config.blocks(); i++) {
            String name = name(i);
            boolean last = i == config.blocks() - 1;
            norm(parameters, name + "norm", d);
            for (String each : last ? List.of("key") : List.of("query", "key")) {
                parameters.as(
                        Role.SCORES,
                        () -> new Linear(parameters, name + "attention_" + each, d, d, true, start(config, d)));
            }
            PlaceBias.register(parameters, name, config.position(), input, config.heads(), 0);
            new Linear(parameters, name + "value", d, d);
            parameters.as(
                    Role.SCORES,
                    () -> own(parameters, name + "attention_fields_query", fields, d, start(config, d), d));
            parameters.as(
                    Role.SCORES,
                    () -> own(parameters, name + "attention_fields_key", fields, d, Initializer.fanIn(d), d));
            own(parameters, name + "fields_value", fields, d, Initializer.fanIn(d), d);
            new Linear(parameters, name + "output", d, d);
            norm(parameters, name + "feed.norm", d);
            if (!last) {
                new Linear(parameters, name + "feed.inner", d, m);
                new Linear(parameters, name + "feed.outer", m, d);
            }
            own(parameters, name + "feed.fields_inner", fields, d, Initializer.fanIn(d), m);
            own(parameters, name + "feed.fields_outer", fields, m, Initializer.fanIn(m), d);
        }
        norm(parameters, LAST, d);
    }

    private static void norm(Parameters parameters, String name, int d) {
        parameters.dense(name + ".weight", Initializer.constant(1), d);
    }

    /** A Linear for each field: (F, in, out). */
    private static Parameter own(Parameters parameters, String name, int fields, int in, Initializer start, int out) {
        parameters.dense(name + ".weight", start, fields, in, out);
        return parameters.dense(name + ".bias", Initializer.fanIn(in), fields, out);
    }

    /** A field of the candidate begins where it stands in a behaviour, so that both can be compared. */
    private static Initializer start(Token token, int d) {
        int in = token.width();
        return !token.ofCandidate() || token.from() + in > d
                ? Initializer.fanIn(in)
                : (values, from, count, random) -> {
                    Initializer.constant(0).fill(values, from, count, random);
                    for (int k = 0; k < in; k++) {
                        values[from + (token.from() + k) * in + k] = 1;
                    }
                };
    }

    /** Of matrices (d, d), one behind the other. */
    private static Initializer start(OneTransConfig config, int d) {
        float scale = (float) Math.sqrt(FIRST_LOGIT / Math.sqrt((double) d / config.heads()));
        return config.start() == AttentionStart.RANDOM
                ? Initializer.fanIn(d)
                : (values, from, count, random) -> {
                    for (int at = 0; at < count; at++) {
                        values[from + at] = at % (d * d) % (d + 1) == 0 ? scale : 0;
                    }
                };
    }

    static String name(int block) {
        return "onetrans." + block + ".";
    }

    @Override
    public Value rows(Value items) {
        return layers.linear(INPUT, items);
    }

    @Override
    public List<Behaviours> history(Value rows, Places places) {
        List<Behaviours> read = new ArrayList<>();
        Value now = rows;
        for (int i = 0; i < config.blocks(); i++) {
            String name = name(i);
            Value normed = layers.rmsNorm(name + "norm", now, config.width());
            Value keys = layers.linear(name + "attention_key", normed);
            Value values = layers.linear(name + "value", normed);
            read.add(new Behaviours(now, keys, values));
            if (i < config.blocks() - 1) {
                Value queries = layers.linear(name + "attention_query", normed);
                Value scores = products(heads(queries), heads(keys)); // (H, h, L, L)
                Value more = bias.among(name, places);
                Value readable = g.unsqueeze(bias.readable(places), 1);
                Value weights = layers.maskedSoftmax(more == null ? scores : g.add(scores, more), readable);
                Value mixed = g.permute(g.matmul(weights, heads(values)), 0, 2, 1, 3); // (H, L, h, c)
                Value attended = added(now, layers.linear(name + "output", g.reshape(mixed, 0, 0, config.width())));
                Value inner = layers.linear(
                        name + "feed.inner", layers.rmsNorm(name + "feed.norm", attended, config.width()));
                now = added(attended, layers.linear(name + "feed.outer", g.gelu(inner)));
            }
        }
        return read;
    }

    /** (H, n, d) -> (H, h, n, c). */
    private Value heads(Value x) {
        return g.permute(g.reshape(x, 0, 0, config.heads(), c()), 0, 2, 1, 3);
    }

    /** QKᵀ/√c: (…, q, c), (…, k, c) -> (…, q, k). */
    private Value products(Value queries, Value keys) {
        int[] turned = new int[keys.rank()];
        for (int axis = 0; axis < turned.length; axis++) {
            turned[axis] = axis;
        }
        turned[turned.length - 1]--;
        turned[turned.length - 2]++;
        return g.scale(g.matmul(queries, g.permute(keys, turned)), 1 / Math.sqrt(c()));
    }

    private Value added(Value x, Value term) {
        return g.add(x, g.dropout(term, config.dropout()));
    }

    @Override
    public Candidates candidates(Asked asked, List<Behaviours> read, Places places) {
        Value now = fields(asked); // (F, R, d)
        Value before = now;
        List<Value> weights = new ArrayList<>();
        for (int i = 0; i < config.blocks(); i++) {
            before = now;
            String name = name(i);
            Value normed = layers.rmsNorm(name + "norm", now, config.width());
            Value queries = apart(layers.own(name + "attention_fields_query", normed), asked); // (H, h, C, F, c)
            Value keys = apart(layers.own(name + "attention_fields_key", normed), asked);
            Value values = apart(layers.own(name + "fields_value", normed), asked);
            Value ofBehaviours = products(flat(queries, c()), heads(read.get(i).keys())); // (H, h, C · F, L)
            Value more = bias.toCandidate(name, places);
            ofBehaviours = more == null ? ofBehaviours : g.add(ofBehaviours, more);
            ofBehaviours = g.add(ofBehaviours, layers.hidden(g.unsqueeze(g.unsqueeze(places.mask(), 1), 1)));
            Value ofFields = g.add(products(queries, keys), later()); // (H, h, C, F, F)
            Value each =
                    g.attention(g.softmax(g.concat(3, ofBehaviours, flat(ofFields, size())))); // (H, h, C · F, L + F)
            weights.add(each);
            Value mixed =
                    g.matmul(g.slice(each, 3, 0, -size()), heads(read.get(i).values()));
            Value among = g.slice(each, 3, -size(), Long.MAX_VALUE); // (H, h, C · F, F)
            mixed = g.add(mixed, flat(g.matmul(g.reshape(among, 0, 0, -1, size(), size()), values), c()));
            Value attended = added(now, layers.linear(name + "output", together(mixed)));
            Value inner = layers.own(
                    name + "feed.fields_inner", layers.rmsNorm(name + "feed.norm", attended, config.width()));
            now = added(attended, layers.own(name + "feed.fields_outer", g.gelu(inner)));
        }
        Value last = g.permute(layers.rmsNorm(LAST, now, config.width()), 1, 0, 2); // (R, F, d)
        long all = (long) size() * config.width();
        Value output = asked.each() < 0 ? g.reshape(last, 1, -1, all) : g.reshape(last, -1, asked.each(), all);
        Value asking = g.permute(g.slice(before, 0, size() - ofCandidate, size()), 1, 0, 2); // (R, K, d)
        return new Candidates(output, asking, () -> ofCandidate(weights.get(weights.size() - 1)), weights);
    }

    /** c. */
    private int c() {
        return config.width() / config.heads();
    }

    /** F. */
    private int size() {
        return tokens.size();
    }

    /** Each field in the width of the layers: (F, R, d). */
    private Value fields(Asked asked) {
        Value[] all = new Value[size()];
        for (int f = 0; f < all.length; f++) {
            Token token = tokens.get(f);
            Value from = token.ofCandidate() ? asked.items() : asked.profile();
            Value own = g.slice(from, 2, token.from(), (long) token.from() + token.width()); // (H, C, ·)
            all[f] = g.unsqueeze(layers.linear(token.name(), own), 0);
        }
        return g.reshape(all.length == 1 ? all[0] : g.concat(0, all), 0, -1, config.width());
    }

    /** (F, R, d) -> (H, h, C, F, c). */
    private Value apart(Value x, Asked asked) {
        long h = config.heads();
        Value apart = asked.each() < 0 ? g.reshape(x, 0, 1, -1, h, c()) : g.reshape(x, 0, -1, asked.each(), h, c());
        return g.permute(apart, 1, 3, 2, 0, 4);
    }

    /** (H, h, C, F, n) -> (H, h, C · F, n), n = c or F. */
    private Value flat(Value x, long n) {
        return g.reshape(x, 0, 0, -1, n);
    }

    /** (H, h, C · F, c) -> (F, R, d). */
    private Value together(Value mixed) {
        Value apart = g.reshape(mixed, 0, 0, -1, size(), c()); // (H, h, C, F, c)
        return g.reshape(g.permute(apart, 3, 0, 2, 1, 4), 0, -1, config.width());
    }

    /** Hides from each field those behind it: (F, F). */
    private Value later() {
        float[] hidden = new float[size() * size()];
        for (int at = 0; at < hidden.length; at++) {
            hidden[at] = at % size() > at / size() ? FAR : 0;
        }
        return g.constant(hidden, size(), size());
    }

    /** The mean of the candidate's fields over behaviours: (H, h, F, L + F) -> (H, h, 1, L). */
    private Value ofCandidate(Value weights) {
        Value own = g.slice(g.slice(weights, 2, -ofCandidate, Long.MAX_VALUE), 3, 0, -size()); // (H, h, K, L)
        return g.unsqueeze(g.scale(g.sum(own, 2), 1.0 / ofCandidate), 2);
    }

    @Override
    public Value scores(Value asking, Value rows) {
        String name = name(config.blocks() - 1);
        Value normed = layers.rmsNorm(name + "norm", g.permute(asking, 1, 0, 2), config.width()); // (K, 1, d)
        Value queries = layers.own(name + "attention_fields_query", normed, size() - ofCandidate, size());
        Value mean = g.scale(g.sum(queries, 0), 1.0 / ofCandidate); // (1, d)
        Value keys = layers.linear(name + "attention_key", layers.rmsNorm(name + "norm", rows, config.width()));
        Value scores = products(heads(g.unsqueeze(mean, 0)), heads(keys)); // (1, h, 1, n)
        return g.permute(g.squeeze(g.squeeze(scores, 2), 0), 1, 0);
    }
}
