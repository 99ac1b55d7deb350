package dev.interestlens.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/** A shared folder, through Hadoop's file systems. It is serialised to tasks. */
final class SharedFolder implements Serializable {
    private static final long serialVersionUID = 1;

    private final String root;
    private final HashMap<String, String> settings = new HashMap<>();
    private transient Configuration configuration;

    SharedFolder(String root, Configuration configuration) {
        this.root = root;
        for (Map.Entry<String, String> setting : configuration) {
            settings.put(setting.getKey(), setting.getValue());
        }
    }

    String path(String name) {
        return root + "/" + name;
    }

    private synchronized Configuration configuration() {
        if (configuration == null) {
            configuration = new Configuration(false);
            settings.forEach(configuration::set);
        }
        return configuration;
    }

    FileSystem files(String location) throws IOException {
        return new org.apache.hadoop.fs.Path(location).getFileSystem(configuration());
    }

    void publish(Path file, String name) throws IOException {
        org.apache.hadoop.fs.Path target = new org.apache.hadoop.fs.Path(path(name));
        FileSystem files = files(root);
        files.mkdirs(target.getParent());
        try (OutputStream out = files.create(target, false)) {
            Files.copy(file, out);
        }
    }

    InputStream open(String name) throws IOException {
        return files(root).open(new org.apache.hadoop.fs.Path(path(name)));
    }

    /** Copies the non-empty files of a folder that Spark wrote. */
    List<Path> fetch(String name, Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        FileSystem files = files(root);
        for (FileStatus file : files.listStatus(new org.apache.hadoop.fs.Path(path(name)))) {
            if (file.getPath().getName().endsWith(".parquet")) {
                Path copy = folder.resolve(file.getPath().getName());
                try (InputStream in = files.open(file.getPath())) {
                    Files.copy(in, copy);
                }
                all.add(copy);
            }
        }
        return all;
    }

    void remove() {
        try {
            files(root).delete(new org.apache.hadoop.fs.Path(root), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
