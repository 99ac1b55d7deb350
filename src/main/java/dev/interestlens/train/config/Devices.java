package dev.interestlens.train.config;

import ai.djl.Device;
import dev.interestlens.nn.PyTorch;
import dev.interestlens.store.Problem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The devices that the engine can train on, and the reasons why others cannot be used. */
public final class Devices {
    /** Why a device cannot be used. */
    public enum Reason {
        /** It can be used. */
        NONE,
        /** A GPU is in the machine, but the engine's natives are those for the CPU. */
        CPU_NATIVES,
        /** The engine counts fewer GPUs. */
        NOT_FOUND
    }

    /**
     * One device.
     *
     * @param name as in {@code training.device}
     * @param usable whether a run can use it
     * @param reason why not
     */
    public record Listed(String name, boolean usable, Reason reason) {}

    private Devices() {}

    /** The CPU, each GPU that the engine reports, and GPUs of the machine that it cannot use. */
    public static List<Listed> list() {
        List<Listed> devices = new ArrayList<>();
        devices.add(new Listed("cpu", true, Reason.NONE));
        int usable = PyTorch.gpus();
        for (int i = 0; i < Math.max(usable, present()); i++) {
            devices.add(new Listed("gpu" + i, i < usable, i < usable ? Reason.NONE : Reason.CPU_NATIVES));
        }
        return devices;
    }

    /** Whether every process unpacks the engine anew, which takes some seconds: its libraries can be kept nowhere. */
    public static boolean needUnpacking() {
        return PyTorch.isUnpackedEachTime();
    }

    /** The engine's device of a name; a problem says why one cannot be used. */
    public static Device of(String name) {
        if (name.equals("cpu")) {
            return Device.cpu();
        }
        int wanted = Integer.parseInt(name.substring(3));
        int usable = PyTorch.gpus();
        if (wanted >= usable) {
            Reason reason = wanted < present() ? Reason.CPU_NATIVES : Reason.NOT_FOUND;
            throw Problem.resource(Devices.class, "noGpu." + reason).value(name).exception("found", usable);
        }
        return Device.gpu(wanted);
    }

    /** NVIDIA GPUs that the system reports, whether or not the engine can use them. */
    private static int present() {
        Path cards = Path.of("/proc/driver/nvidia/gpus");
        if (!Files.isDirectory(cards)) {
            return 0;
        }
        int count = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(cards)) {
            for (Path card : all) {
                count += Files.isDirectory(card) ? 1 : 0;
            }
        } catch (IOException unreadable) {
            return 0; // then the system does not report any
        }
        return count;
    }
}
