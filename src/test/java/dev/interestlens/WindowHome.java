package dev.interestlens;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/** The workspace of a window under test. It stays in {@code target}: a closed window may still write, and a failure can be looked at. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@TempDir(factory = WindowHome.InTarget.class, cleanup = CleanupMode.NEVER)
@interface WindowHome {

    /** Makes it in the build's folder. */
    final class InTarget implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
            Path folder = Path.of("target", "windows").toAbsolutePath();
            return Files.createTempDirectory(Files.createDirectories(folder), "home");
        }
    }
}
