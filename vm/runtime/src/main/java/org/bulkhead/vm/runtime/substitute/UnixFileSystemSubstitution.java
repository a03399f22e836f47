package org.bulkhead.vm.runtime.substitute;

import java.io.File;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.StringJoiner;

/** Names of files can be worked with; there are none. */
@Substitutes("java.io.UnixFileSystem")
final class UnixFileSystemSubstitution {
    private static final int LONGEST_NAME = 255;

    private UnixFileSystemSubstitution() {}

    @Replace(reason = "nothing to register")
    private static void initIDs() {}

    @Replace(reason = "there are no links: the names alone tell which path is meant")
    public String canonicalize(String path) {
        Deque<String> names = new ArrayDeque<>();
        int start = 0;
        while (start <= path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            String name = path.substring(start, end);
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
            start = end + 1;
        }
        StringJoiner joined = new StringJoiner("/", "/", "");
        names.forEach(joined::add);
        return joined.toString();
    }

    @Replace(reason = NoFiles.REASON)
    public int getBooleanAttributes0(File file) {
        return 0;
    }

    @Replace(reason = NoFiles.REASON)
    public boolean checkAccess(File file, int access) {
        return false;
    }

    @Replace(reason = NoFiles.REASON)
    public long getLastModifiedTime(File file) {
        return 0;
    }

    @Replace(reason = NoFiles.REASON)
    public long getLength(File file) {
        return 0;
    }

    @Replace(reason = NoFiles.REASON)
    public boolean setPermission(File file, int access, boolean enable, boolean ownerOnly) {
        return false;
    }

    @Replace(reason = NoFiles.REASON)
    public boolean createFileExclusively(String path) throws IOException {
        throw NoFiles.notMade(path);
    }

    @Replace(reason = NoFiles.REASON)
    private boolean delete0(File file) {
        return false;
    }

    @Replace(reason = NoFiles.REASON)
    public String[] list(File file) {
        return null;
    }

    @Replace(reason = NoFiles.REASON)
    public boolean createDirectory(File file) {
        return false;
    }

    @Replace(reason = NoFiles.REASON)
    private boolean rename0(File from, File to) {
        return false;
    }

    @Replace(reason = NoFiles.REASON)
    public boolean setLastModifiedTime(File file, long time) {
        return false;
    }

    @Replace(reason = NoFiles.REASON)
    public boolean setReadOnly(File file) {
        return false;
    }

    @Replace(reason = NoFiles.REASON)
    public long getSpace(File file, int kind) {
        return 0;
    }

    @Replace(reason = "as where there are files")
    private long getNameMax0(String path) {
        return LONGEST_NAME;
    }
}
