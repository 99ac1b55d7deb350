package dev.interestlens.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A TorchScript module made of source text, whose methods can be called. Results belong to the open {@code NDScope}. One thread at a time. */
public final class TorchScript implements AutoCloseable {
    private final PtNDManager manager;
    private final PtSymbolBlock module;

    /** @param source see {@link TorchScriptArchive} */
    public TorchScript(Tensors tensors, String source) {
        manager = (PtNDManager) tensors.manager();
        try (InputStream archive = new ByteArrayInputStream(TorchScriptArchive.of(source))) {
            module = JniUtils.loadModule(manager, archive, true, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // writing to memory does not fail
        }
    }

    /** From a resource beside a class. */
    public static TorchScript of(Tensors tensors, Class<?> owner, String resource) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            return new TorchScript(tensors, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Resource " + resource, e);
        }
    }

    /**
     * Calls a method, in the engine's inference mode: its new tensors can be read but can neither become leaves nor be changed in place outside;
     * {@code duplicate()} them for that.
     *
     * @param arguments each an {@link NDArray}, an {@code NDArray[]}, a {@code long[]}, or a Long, Double or Boolean
     * @return the tensor, or the tensors of the tuple
     */
    public NDArray[] call(String method, Object... arguments) {
        IValue[] values = new IValue[arguments.length];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = value(arguments[i]);
            }
            try (IValue result = IValueUtils.runMethod(module, method, values)) {
                return result.toNDList(manager).toArray(new NDArray[0]);
            }
        } finally {
            for (IValue value : values) {
                if (value != null) {
                    value.close();
                }
            }
        }
    }

    private static IValue value(Object argument) {
        if (argument instanceof NDArray array) {
            return IValue.from(Ops.pt(array));
        }
        if (argument instanceof NDArray[] arrays) {
            PtNDArray[] typed = new PtNDArray[arrays.length];
            Arrays.setAll(typed, i -> Ops.pt(arrays[i]));
            return IValue.listFrom(typed);
        }
        if (argument instanceof long[] numbers) {
            return IValue.listFrom(numbers);
        }
        if (argument instanceof Long number) {
            return IValue.from(number);
        }
        if (argument instanceof Double number) {
            return IValue.from(number);
        }
        if (argument instanceof Boolean flag) {
            return IValue.from(flag);
        }
        throw new IllegalArgumentException("Not an argument: " + argument);
    }

    @Override
    public void close() {
        module.close();
    }
}
