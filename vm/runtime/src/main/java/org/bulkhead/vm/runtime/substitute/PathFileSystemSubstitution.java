package org.bulkhead.vm.runtime.substitute;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/** The default file system of {@code java.nio.file} has the JDK's own paths, and no files. */
@Substitutes("sun.nio.fs.UnixFileSystemProvider")
final class PathFileSystemSubstitution {
    private PathFileSystemSubstitution() {}

    @Replace(reason = NoFiles.REASON)
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        throw NoFiles.missing(path);
    }

    @Replace(reason = NoFiles.REASON)
    public AsynchronousFileChannel newAsynchronousFileChannel(Path path, Set<? extends OpenOption> options, ExecutorService executor, FileAttribute<?>... attributes) throws IOException {
        throw NoFiles.missing(path);
    }

    @Replace(reason = NoFiles.REASON)
    public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        throw NoFiles.missing(path);
    }

    @Replace(reason = NoFiles.REASON)
    boolean implDelete(Path path, boolean failIfMissing) throws IOException {
        if (failIfMissing) {
            throw NoFiles.missing(path);
        }
        return false;
    }

    @Replace(reason = NoFiles.REASON)
    public void copy(Path from, Path to, CopyOption... options) throws IOException {
        throw NoFiles.missing(from);
    }

    @Replace(reason = NoFiles.REASON)
    public void move(Path from, Path to, CopyOption... options) throws IOException {
        throw NoFiles.missing(from);
    }

    @Replace(reason = NoFiles.REASON)
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        throw NoFiles.missing(path);
    }

    @Replace(reason = NoFiles.REASON)
    public boolean isSameFile(Path one, Path other) throws IOException {
        if (one.equals(other)) {
            return true;
        }
        throw NoFiles.missing(one);
    }

    @Replace(reason = NoFiles.REASON)
    public FileStore getFileStore(Path path) throws IOException {
        throw NoFiles.missing(path);
    }

    @Replace(reason = NoFiles.REASON)
    public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
        throw NoFiles.missing(path);
    }

    @Replace(reason = NoFiles.REASON)
    public DirectoryStream<Path> newDirectoryStream(Path path, DirectoryStream.Filter<? super Path> filter) throws IOException {
        throw NoFiles.missing(path);
    }

    @Replace(reason = NoFiles.REASON)
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes) throws IOException {
        throw NoFiles.missing(link);
    }

    @Replace(reason = NoFiles.REASON)
    public void createLink(Path link, Path existing) throws IOException {
        throw NoFiles.missing(link);
    }

    @Replace(reason = NoFiles.REASON)
    public Path readSymbolicLink(Path link) throws IOException {
        throw NoFiles.missing(link);
    }

    @Replace(reason = NoFiles.REASON)
    public boolean isDirectory(Path path) {
        return false;
    }

    @Replace(reason = NoFiles.REASON)
    public boolean isRegularFile(Path path) {
        return false;
    }

    @Replace(reason = NoFiles.REASON)
    public boolean exists(Path path) {
        return false;
    }

    /** Attributes by name. */
    @Substitutes("sun.nio.fs.AbstractFileSystemProvider")
    static final class NamedAttributes {
        private NamedAttributes() {}

        @Replace(reason = NoFiles.REASON)
        public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
            throw NoFiles.missing(path);
        }

        @Replace(reason = NoFiles.REASON)
        public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
            throw NoFiles.missing(path);
        }
    }

    /** Attributes by type, and where files are. */
    @Substitutes("sun.nio.fs.LinuxFileSystemProvider")
    static final class TypedAttributes {
        private TypedAttributes() {}

        @Replace(reason = NoFiles.REASON)
        public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
            MissingFileView view = new MissingFileView(path);
            return type.isInstance(view) ? type.cast(view) : null;
        }

        @Replace(reason = NoFiles.REASON)
        public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options) throws IOException {
            throw NoFiles.missing(path);
        }

        @Replace(reason = NoFiles.REASON)
        Store getFileStore(UnixPath path) throws IOException {
            throw NoFiles.missing((Path) (Object) path);
        }
    }

    /** Names the type of places where files are. */
    @Substitutes("sun.nio.fs.LinuxFileStore")
    static final class Store {
        private Store() {}
    }

    /** What a path is asked that only a file can answer. */
    @Substitutes("sun.nio.fs.UnixPath")
    static final class UnixPath {
        private UnixPath() {}

        @Replace(reason = NoFiles.REASON)
        public Path toRealPath(LinkOption... options) throws IOException {
            throw NoFiles.missing((Path) (Object) this);
        }
    }

    /** The file system as a whole. */
    @Substitutes("sun.nio.fs.LinuxFileSystem")
    static final class Whole {
        private Whole() {}

        @Replace(reason = NoFiles.REASON)
        public WatchService newWatchService() throws IOException {
            throw new IOException("nothing to watch: " + NoFiles.REASON);
        }

        @Replace(reason = NoFiles.REASON)
        List<?> getMountEntries() {
            return List.of();
        }
    }

    /** What paths themselves ask the system. */
    @Substitutes("sun.nio.fs.UnixNativeDispatcher")
    @Delete(reason = NoFiles.REASON)
    static final class SystemCalls {
        private SystemCalls() {}

        @Replace(reason = "the property says it")
        static byte[] getcwd() {
            return System.getProperty("user.dir").getBytes(StandardCharsets.UTF_8);
        }

        /** Asked by {@code Path.toUri}, whether it is a folder; 0 means that nothing is there. */
        @Replace(reason = NoFiles.REASON)
        static int stat(UnixPath path) {
            return 0;
        }
    }
}
