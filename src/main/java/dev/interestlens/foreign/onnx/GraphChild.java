package dev.interestlens.foreign.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import dev.interestlens.export.onnx.OnnxSession;
import dev.interestlens.store.DType;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Tensor;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The child's side of {@link GraphHost}: computes one model for all requests until they end. */
public final class GraphChild {
    private final Path file;
    private final ModelProto model;
    private final Map<Integer, OnnxSession> sessions = new HashMap<>();

    private GraphChild(Path file) {
        this.file = file;
        model = OnnxValidator.examine(file).model(); // checked again, since the file may have changed
    }

    /** Answers until the requests end. */
    public static void serve(Path file, InputStream requests, OutputStream answers) throws IOException {
        OnnxSession.load();
        GraphChild child = new GraphChild(file);
        DataInputStream in = new DataInputStream(new BufferedInputStream(requests));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(answers));
        while (true) {
            byte[] request;
            try {
                request = in.readNBytes(in.readInt());
            } catch (EOFException end) {
                return;
            }
            byte[] answer = child.answer(request);
            out.writeInt(answer.length);
            out.write(answer);
            out.flush();
        }
    }

    private byte[] answer(byte[] request) throws IOException {
        try {
            DataInputStream in = Wire.in(request);
            return switch (in.readByte()) {
                case Wire.OPEN -> open(in);
                case Wire.RUN -> run(in);
                case Wire.PROBE -> probe(in);
                default -> throw new IOException("no such request");
            };
        } catch (ProblemException refused) {
            String words = refused.problem()
                    .values()
                    .getOrDefault("reason", refused.problem().key());
            return Wire.bytes(out -> {
                out.writeByte(Wire.REFUSED);
                out.writeUTF(words.substring(0, Math.min(words.length(), 2000)));
            });
        }
    }

    private byte[] open(DataInputStream in) throws IOException {
        int number = in.readInt();
        List<String> outputs = Wire.names(in);
        List<Variant.Cut> cuts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            cuts.add(new Variant.Cut(in.readUTF(), in.readInt()));
        }
        Variant variant = new Variant(outputs, cuts, Wire.names(in));
        sessions.put(number, OnnxSession.open(variant.apply(model), file, true));
        return new byte[] {Wire.DONE};
    }

    private byte[] run(DataInputStream in) throws IOException {
        OnnxSession session = sessions.get(in.readInt());
        List<String> wanted = Wire.names(in);
        Map<String, Tensor> results = session.run(Wire.arrays(in), wanted);
        return Wire.bytes(out -> {
            out.writeByte(Wire.DONE);
            Wire.arrays(out, results);
        });
    }

    private byte[] probe(DataInputStream in) throws IOException {
        Map<String, Tensor> inputs = Wire.arrays(in);
        try (OnnxSession session = OnnxSession.open(Variant.everything(model), file, false)) {
            Map<String, Tensor> all = session.runAll(inputs);
            return Wire.bytes(out -> {
                out.writeByte(Wire.DONE);
                out.writeInt(all.size());
                for (Map.Entry<String, Tensor> each : all.entrySet()) {
                    out.writeUTF(each.getKey());
                    probed(out, each.getValue());
                }
            });
        }
    }

    private static void probed(DataOutputStream out, Tensor array) throws IOException {
        Wire.shape(out, array.shape());
        boolean real = array.dtype() == DType.F32;
        out.writeBoolean(real);
        boolean mask = true;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        if (real) {
            FloatBuffer values = array.data().asFloatBuffer();
            while (values.hasRemaining()) {
                float value = values.get();
                mask &= value == 0 || value == 1;
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        out.writeBoolean(mask);
        out.writeDouble(least);
        out.writeDouble(most);
    }

    static Probed probed(String name, DataInputStream in) throws IOException {
        long[] shape = Wire.shape(in);
        return new Probed(
                name,
                Arrays.stream(shape).boxed().toList(),
                in.readBoolean(),
                in.readBoolean(),
                in.readDouble(),
                in.readDouble());
    }
}
