package org.bulkhead.programs.util.files;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;

/** What the class library says of files that are not there, nor the folders that they would be in. Where there are files, nobody can make a folder in {@code /proc}. */
public final class MissingFiles {
    private static final String MISSING = "/proc/no such folder/file.txt";
    private static final Path PATH = Path.of(MISSING);
    private static final File FILE = new File(MISSING);

    private MissingFiles() {}

    public static void main(String[] args) throws Exception {
        names();
        System.out.println(Files.exists(PATH) + " " + Files.notExists(PATH) + " " + Files.isDirectory(PATH) + " " + Files.isRegularFile(PATH, LinkOption.NOFOLLOW_LINKS) + " " + Files.isReadable(PATH)
            + " " + Files.isWritable(PATH) + " " + Files.isSymbolicLink(PATH) + " " + Files.deleteIfExists(PATH) + " " + Files.isSameFile(PATH, PATH));
        System.out.println(FILE.exists() + " " + FILE.isFile() + " " + FILE.isDirectory() + " " + FILE.canRead() + " " + FILE.length() + " " + FILE.lastModified() + " " + FILE.delete()
            + " " + FILE.mkdirs() + " " + FILE.renameTo(FILE) + " " + Arrays.toString(FILE.list()) + " " + FILE.setReadOnly());
        paths();
        streams();
    }

    private static void names() throws IOException {
        for (String text : new String[] {"", "/", "a//b/", "a/../b", ".", "/x/y.z", ".hidden"}) {
            File file = new File(text);
            System.out.println("'" + file + "' " + file.getName() + " " + file.getParent() + " " + file.isAbsolute() + " " + file.isHidden() + " " + file.toPath() + " " + file.compareTo(FILE));
        }
        System.out.println(new File("a", "b") + " " + new File("/", "c") + " " + new File(new File("d"), "/e").getPath() + " " + FILE.toURI() + " " + FILE.getAbsolutePath() + " " + FILE.equals(new File(MISSING + "/")));
        System.out.println(new File("/no such folder/./x/../../y").getCanonicalPath() + " " + new File("/..").getCanonicalFile());
    }

    private static void paths() throws IOException {
        refused("read", () -> Files.readString(PATH));
        refused("lines", () -> Files.lines(PATH));
        refused("list", () -> Files.list(PATH));
        refused("walk", () -> Files.walk(PATH));
        refused("size", () -> Files.size(PATH));
        refused("attributes", () -> Files.readAttributes(PATH, BasicFileAttributes.class));
        refused("named attributes", () -> Files.readAttributes(PATH, "size,isDirectory"));
        refused("time", () -> Files.getLastModifiedTime(PATH));
        refused("set", () -> Files.setAttribute(PATH, "lastModifiedTime", FileTime.fromMillis(0)));
        refused("set time", () -> Files.setLastModifiedTime(PATH, FileTime.fromMillis(0)));
        refused("owner", () -> Files.getOwner(PATH));
        refused("write", () -> Files.writeString(PATH, "text"));
        refused("append", () -> Files.writeString(PATH, "text", StandardOpenOption.APPEND));
        refused("create", () -> Files.createFile(PATH));
        refused("folder", () -> Files.createDirectory(PATH));
        refused("temporary", () -> Files.createTempFile(PATH.getParent(), "a", "b"));
        refused("delete", () -> Files.delete(PATH));
        refused("copy", () -> Files.copy(PATH, Path.of("/proc/no such folder/other")));
        refused("move", () -> Files.move(PATH, Path.of("/proc/no such folder/other")));
        refused("link", () -> Files.createSymbolicLink(PATH, PATH));
        refused("read link", () -> Files.readSymbolicLink(PATH));
        refused("real", PATH::toRealPath);
        refused("same", () -> Files.isSameFile(PATH, Path.of("/proc/no such folder/other")));
        refused("channel", () -> FileChannel.open(PATH, StandardOpenOption.READ));
        refused("store", () -> Files.getFileStore(PATH));
    }

    private static void streams() throws IOException {
        refused("input", () -> new FileInputStream(MISSING));
        refused("input of file", () -> new FileInputStream(FILE));
        refused("output", () -> new FileOutputStream(FILE, true));
        refused("random access", () -> new RandomAccessFile(FILE, "r"));
        refused("new file", FILE::createNewFile);
    }

    private static void refused(String what, Attempt attempt) throws IOException {
        try {
            attempt.run();
            System.out.println(what + ": not refused");
        } catch (FileSystemException e) {
            System.out.println(what + ": " + e.getClass().getName() + " " + named(e.getFile()) + " " + e.getOtherFile());
        } catch (FileNotFoundException e) {
            System.out.println(what + ": " + e.getClass().getName() + " " + e.getMessage().startsWith(MISSING + " ("));
        } catch (IOException e) {
            System.out.println(what + ": " + e.getClass().getName());
        }
    }

    /** The name of a temporary file is made by chance. */
    private static String named(String file) {
        return file.matches("/proc/no such folder/a\\d+b") ? "a temporary file" : file;
    }

    private interface Attempt {
        void run() throws IOException;
    }
}
