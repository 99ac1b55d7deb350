package dev.interestlens.store;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The file or folder that a person wants written. It is checked on creation, before any work; it appears complete or not at all, and nothing else is
 * touched. What is there already is refused, or replaced where the person says so: a file by a file, and a folder only if it is of the kind that is
 * written and holds nothing but what this program put there.
 */
public final class OutputPath {

    /** What happens to something that is there already. */
    public enum Existing {
        REFUSED,
        REPLACED
    }

    /** Where a target is made before it is put in its place. */
    public interface Work {
        /** The path to write to; it ends in the target's own name. */
        Path made();

        /** An empty folder for what is needed on the way. */
        Path scratch();
    }

    /** Writes what is wanted. */
    @FunctionalInterface
    public interface Maker<T> {
        T make(Work work) throws IOException;
    }

    private final Path named;
    private final Path path;
    private final Existing existing;
    private final Optional<FolderKind> kind;

    private OutputPath(Path named, Existing existing, Optional<FolderKind> kind) {
        this.named = named;
        this.path = named.toAbsolutePath().normalize();
        this.existing = existing;
        this.kind = kind;
        check();
    }

    /** The format of a file by its name: what follows the last point, in lower case; empty without one. */
    public static String ending(Path file) {
        String name = file.getFileName().toString();
        int point = name.lastIndexOf('.');
        return point < 0 ? "" : name.substring(point + 1).toLowerCase(Locale.ROOT);
    }

    /** A usage problem for a file whose name has none of these endings, before any work. */
    public static void requireEnding(Path file, List<String> endings) {
        if (!endings.contains(ending(file))) {
            throw Problem.usage(OutputPath.class, "targetEnding", file)
                    .exception("endings", "." + String.join(", .", endings));
        }
    }

    /**
     * A file.
     *
     * @throws ProblemException of kind USAGE where something is there that may not be replaced or no file can be, of kind RESOURCE where the
     *     folder cannot be written to
     */
    public static OutputPath file(Path file, Existing existing) {
        return new OutputPath(file, existing, Optional.empty());
    }

    /** A folder of a kind; the same problems. */
    public static OutputPath folder(Path folder, FolderKind kind, Existing existing) {
        return new OutputPath(folder, existing, Optional.of(kind));
    }

    /** This target, unless it is, or holds, something that is read to make it. */
    public OutputPath apartFrom(List<Path> inputs) {
        for (Path input : inputs) {
            if (Files.exists(input) && real(input).startsWith(real(path))) {
                throw refusal("targetIsInput").exception();
            }
        }
        return this;
    }

    /** This target, unless it and another one of the same command would be one, or one within the other. */
    public OutputPath apartFrom(OutputPath other) {
        Path mine = real(path);
        Path its = real(other.path);
        if (mine.startsWith(its) || its.startsWith(mine)) {
            throw refusal("targetsMeet").exception("other", other.named);
        }
        return this;
    }

    /** This target, unless it is inside a folder that is reserved for the program. */
    public OutputPath outside(List<FolderKind> kinds) {
        for (Path above = real(path).getParent(); above != null; above = above.getParent()) {
            for (FolderKind each : kinds) {
                if (each.closed() && each.is(above)) {
                    throw refusal("targetInside").exception("folder", above);
                }
            }
        }
        return this;
    }

    /** As the person named it. */
    public Path path() {
        return named;
    }

    /** Makes what is wanted aside, then puts it in its place as a whole. */
    public <T> T make(Disk disk, Maker<T> maker) {
        check();
        try (WorkFolder folder = WorkFolder.of(path)) {
            T result = make(disk, folder, maker);
            put(disk, folder.made(path), folder.replaced());
            disk.forceFolder(path.getParent());
            return result;
        } catch (IOException e) {
            throw AtomicFile.writeFailed(disk, named, 0, e);
        }
    }

    private <T> T make(Disk disk, WorkFolder folder, Maker<T> maker) throws IOException {
        try {
            return maker.make(new Work() {
                @Override
                public Path made() {
                    return folder.made(path);
                }

                @Override
                public Path scratch() {
                    return folder.scratch();
                }
            });
        } catch (ProblemException e) {
            throw AtomicFile.refusedFor(disk, named, folder.folder(), e);
        }
    }

    /** Writes a file in one go. */
    public void write(Disk disk, AtomicFile.Body body) {
        make(disk, work -> AtomicFile.write(disk, work.made(), body));
    }

    private void put(Disk disk, Path made, Path aside) throws IOException {
        if (existing == Existing.REPLACED && isThere()) {
            check(); // it may have become another thing meanwhile
            if (kind.isEmpty()) {
                disk.move(made, path);
                return;
            }
            disk.move(path, aside);
        }
        try {
            disk.place(made, path);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            throw refusal("targetExists").exception(e);
        } catch (IOException e) {
            if (Files.exists(aside)) {
                disk.move(aside, path);
            }
            throw e;
        }
    }

    private boolean isThere() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private void check() {
        Path blocking = WriteFailure.blocking(path);
        if (path.getFileName() == null || blocking != null) {
            throw refusal("targetNoFolder").exception("blocking", blocking == null ? path : blocking);
        }
        if (WriteFailure.isNameTooLong(path) || WriteFailure.isPathTooLong(path)) {
            throw refusal(WriteFailure.isNameTooLong(path) ? "targetName" : "targetPath")
                    .exception();
        }
        if (isThere()) {
            checkExisting();
        }
        Path above = path.getParent();
        while (!Files.exists(above)) {
            above = above.getParent();
        }
        if (!Files.isWritable(above)) {
            throw Problem.resource(OutputPath.class, "targetDenied", named).exception("folder", above);
        }
    }

    private void checkExisting() {
        boolean folder = Files.isDirectory(path);
        if (folder && kind.isEmpty()) {
            throw refusal("targetIsFolder").exception();
        }
        if (!folder && kind.isPresent()) {
            throw refusal("targetIsFile").exception();
        }
        if (existing == Existing.REFUSED) {
            throw refusal("targetExists").exception();
        }
        if (kind.isPresent()) {
            requireOurs(kind.get());
        }
    }

    private void requireOurs(FolderKind wanted) {
        if (!wanted.is(path) || Files.isSymbolicLink(path)) {
            throw refusal("targetOtherFolder").exception();
        }
        try {
            Optional<Path> foreign = wanted.foreign(path);
            if (foreign.isPresent()) {
                throw refusal("targetHoldsOther").exception("other", path.relativize(foreign.get()));
            }
        } catch (IOException e) {
            throw AtomicFile.writeFailed(Disk.real(), named, 0, e);
        }
    }

    private Problem.Builder refusal(String key) {
        return Problem.usage(OutputPath.class, key, named);
    }

    /** The path with all links followed, as far as it is there. */
    private static Path real(Path path) {
        Path there = path.toAbsolutePath().normalize();
        Path rest = there.getFileSystem().getPath("");
        while (there.getParent() != null && !Files.exists(there)) {
            rest = there.getFileName().resolve(rest);
            there = there.getParent();
        }
        try {
            return there.toRealPath().resolve(rest).normalize();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize(); // it cannot be looked at, so nothing will be written there either
        }
    }
}
