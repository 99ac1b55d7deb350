package dev.interestlens.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.interestlens.store.ArrayFill;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The named parameters of a model: names and shapes over one flat leaf for everything dense, running statistics, and row tables. Layers register
 * theirs while the model is built; {@link #create} then makes and fills them. Outside a step every {@link Parameter} is a constant view.
 */
public final class Parameters implements AutoCloseable {
    private final Map<String, Parameter> dense = new LinkedHashMap<>();
    private final Map<String, Buffer> buffers = new LinkedHashMap<>();
    private final Map<String, RowTable> tables = new LinkedHashMap<>();
    private final Map<String, RowTable> fixed = new LinkedHashMap<>();
    private final Map<String, Initializer> tableInitializers = new LinkedHashMap<>();
    private final Noise noise = new Noise();
    private final Map<String, Role> roles = new LinkedHashMap<>();
    private Role role = Role.OTHER;
    private int size;
    private Tensors tensors;
    private NDArray flat;
    private List<NDArray> constants = List.of();

    /** Builds a layer; its parameters have this role, unless a layer within sets another one. */
    public <T> T as(Role wanted, Supplier<T> layer) {
        Role before = role;
        role = wanted;
        try {
            return layer.get();
        } finally {
            role = before;
        }
    }

    /** The role of an array, by its name. */
    public Role role(String name) {
        return roles.get(name);
    }

    /** Registers a dense parameter. */
    public Parameter dense(String name, Initializer initializer, long... shape) {
        refuseTwice(name);
        Parameter parameter = new Parameter(name, role, shape, initializer, size);
        size = Math.addExact(size, parameter.size());
        dense.put(name, parameter);
        roles.put(name, role);
        return parameter;
    }

    /** Registers a running statistic. */
    public Buffer buffer(String name, int length, float initial) {
        refuseTwice(name);
        Buffer buffer = new Buffer(name, length, initial);
        buffers.put(name, buffer);
        roles.put(name, role);
        return buffer;
    }

    /** Registers an embedding table. */
    public RowTable table(String name, int rows, int width, Initializer initializer, RowTable.Padding padding) {
        refuseTwice(name);
        RowTable table = new RowTable(name, rows, width, padding);
        tables.put(name, table);
        roles.put(name, Role.EMBEDDING);
        tableInitializers.put(name, initializer);
        return table;
    }

    /** Registers a table that is saved with the parameters and never trained. */
    public RowTable fixed(String name, int rows, int width, Initializer initializer) {
        refuseTwice(name);
        RowTable table = new RowTable(name, rows, width, RowTable.Padding.TRAINED);
        fixed.put(name, table);
        roles.put(name, role);
        tableInitializers.put(name, initializer);
        return table;
    }

    private void refuseTwice(String name) {
        if (flat != null || roles.containsKey(name)) {
            throw new IllegalStateException("Parameter " + name + " cannot be added");
        }
    }

    /** Makes all registered arrays and fills them from the seed; tables only where {@code fillTables}. */
    public void create(Tensors on, long seed, boolean fillTables) {
        tensors = on;
        noise.on(on);
        float[] values = new float[size];
        dense.values().forEach(p -> p.initialize(values, seed));
        Ops.gradients(false);
        flat = tensors.constant(values, size);
        flat.setRequiresGradient(true);
        buffers.values().forEach(b -> b.create(tensors));
        if (fillTables) {
            stored().forEach(t -> t.initialize(tableInitializers.get(t.name()), seed));
        }
        constants = views(Ops.detach(flat));
        constants.forEach(Tensors::keep);
        use(constants);
    }

    /** Begins a tracked step: gradients are recorded and every parameter is a view of the leaf, in the open scope. */
    public void track() {
        Ops.gradients(true);
        use(views(flat));
    }

    /** Ends a tracked step. */
    public void untrack() {
        Ops.gradients(false);
        use(constants);
    }

    /** Runs work without gradients, in a scope of its own; see {@link Tensors#scoped}. */
    public <T> T untracked(Supplier<T> work) {
        return Tensors.scoped(() -> {
            untrack();
            return work.get();
        });
    }

    /** The same with gradients by what the work itself tracks: the parameters are not. */
    public <T> T recorded(Supplier<T> work) {
        return untracked(() -> {
            Ops.gradients(true);
            try {
                return work.get();
            } finally {
                Ops.gradients(false);
            }
        });
    }

    /** Without gradients, with every parameter and statistic in double precision. */
    public <T> T inDouble(Supplier<T> work) {
        return untracked(() -> {
            use(constants.stream().map(c -> c.toType(DataType.FLOAT64, true)).toList());
            buffers.values().forEach(b -> b.inDouble(true));
            try {
                return work.get();
            } finally {
                buffers.values().forEach(b -> b.inDouble(false));
                use(constants);
            }
        });
    }

    private List<NDArray> views(NDArray of) {
        if (dense.isEmpty()) {
            return List.of();
        }
        long[] sizes = dense.values().stream().mapToLong(Parameter::size).toArray();
        NDArray[] pieces = Ops.split(of, 0, sizes);
        List<NDArray> views = new ArrayList<>(pieces.length);
        int i = 0;
        for (Parameter p : dense.values()) {
            views.add(Ops.view(pieces[i++], p.shape()));
        }
        return views;
    }

    private void use(List<NDArray> arrays) {
        int i = 0;
        for (Parameter p : dense.values()) {
            p.value(arrays.get(i++));
        }
    }

    /** The randomness of the model's dropout. */
    public Noise noise() {
        return noise;
    }

    public Tensors tensors() {
        return tensors;
    }

    /** The leaf that holds every dense parameter. */
    public NDArray flat() {
        return flat;
    }

    /** The gradient of a parameter: a view in its shape, to which may be added. After a backward pass, with gradients off. */
    public NDArray gradient(Parameter parameter) {
        NDArray all = Ops.gradient(flat);
        NDArray part = Ops.slice(all, 0, parameter.offset(), (long) parameter.offset() + parameter.size());
        return Ops.view(part, parameter.shape());
    }

    /** Number of dense elements. */
    public int denseSize() {
        return size;
    }

    /** Number of all trainable elements. */
    public long count() {
        return size
                + tables.values().stream()
                        .mapToLong(t -> (long) t.rows() * t.width())
                        .sum();
    }

    public Collection<Parameter> dense() {
        return dense.values();
    }

    public Collection<Buffer> buffers() {
        return buffers.values();
    }

    public Collection<RowTable> tables() {
        return tables.values();
    }

    /** All tables, trained and fixed. */
    public List<RowTable> stored() {
        return Stream.concat(tables.values().stream(), fixed.values().stream()).toList();
    }

    public Parameter denseNamed(String name) {
        return dense.get(name);
    }

    /** The array of a dense parameter, of a statistic, or of a whole table, which is copied in that type. */
    public NDArray named(String name, DataType type) {
        if (dense.containsKey(name)) {
            return dense.get(name).value();
        }
        if (buffers.containsKey(name)) {
            return buffers.get(name).value();
        }
        RowTable table = tables.get(name);
        return table.gather(tensors, ArrayFill.ints(table.rows(), row -> row), table.rows(), type);
    }

    public RowTable tableNamed(String name) {
        return tables.get(name);
    }

    public Buffer bufferNamed(String name) {
        return buffers.get(name);
    }

    /** A copy of the dense values, in the order of the leaf. */
    public float[] denseValues() {
        return flat.toFloatArray();
    }

    /** Writes the dense values back, in the order of the leaf. */
    public void denseValues(float[] values) {
        if (values.length != size) {
            throw new IllegalArgumentException("Expected " + size + " values, got " + values.length);
        }
        Tensors.write(values, flat);
    }

    /** Multiplies a dense parameter. */
    public void scale(String name, double by) {
        change(name, value -> by * value);
    }

    /** Adds to all numbers of a dense parameter. */
    public void shift(String name, double by) {
        change(name, value -> value + by);
    }

    private void change(String name, DoubleUnaryOperator by) {
        Parameter parameter = denseNamed(name);
        float[] values = denseValues();
        for (int i = parameter.offset(); i < parameter.offset() + parameter.size(); i++) {
            values[i] = (float) by.applyAsDouble(values[i]);
        }
        denseValues(values);
    }

    @Override
    public void close() {
        constants.forEach(NDArray::close);
        if (flat != null) {
            flat.close();
        }
        buffers.values().forEach(b -> {
            if (b.value() != null) {
                b.value().close();
            }
        });
    }
}
