package dev.interestlens.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** A disk whose n-th operation (from 1) fails, once or from then on; a failing write leaves half of its bytes behind. */
public final class FaultyDisk implements Disk {

    private final Disk disk = Disk.real();
    private final int first;
    private final boolean forGood;
    private int operations;

    private FaultyDisk(int first, boolean forGood) {
        this.first = first;
        this.forGood = forGood;
    }

    public static FaultyDisk failingOnce(int operation) {
        return new FaultyDisk(operation, false);
    }

    public static FaultyDisk failingFrom(int operation) {
        return new FaultyDisk(operation, true);
    }

    /** Whether an operation has failed so far. */
    public boolean failed() {
        return operations >= first;
    }

    private boolean fails() {
        operations++;
        return forGood ? operations >= first : operations == first;
    }

    private void step() throws IOException {
        if (fails()) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public Output create(Path file) throws IOException {
        step();
        return new FaultyOutput(disk.create(file));
    }

    @Override
    public Output append(Path file) throws IOException {
        step();
        return new FaultyOutput(disk.append(file));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step();
        disk.move(from, to);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        step();
        disk.forceFolder(folder);
    }

    @Override
    public void delete(Path path) throws IOException {
        step();
        disk.delete(path);
    }

    @Override
    public void createFolders(Path folder) throws IOException {
        step();
        disk.createFolders(folder);
    }

    @Override
    public long freeBytes(Path path) {
        return 7;
    }

    private final class FaultyOutput implements Output {
        private final Output output;

        FaultyOutput(Output output) {
            this.output = output;
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            if (fails()) {
                output.write(bytes.slice(bytes.position(), bytes.remaining() / 2));
                throw new IOException("No space left on device");
            }
            output.write(bytes);
        }

        @Override
        public void force() throws IOException {
            step();
            output.force();
        }

        @Override
        public long size() throws IOException {
            return output.size();
        }

        @Override
        public void truncate(long size) throws IOException {
            step();
            output.truncate(size);
        }

        @Override
        public void close() throws IOException {
            output.close();
            step();
        }
    }
}
