package org.bulkhead.volume;

import java.nio.charset.StandardCharsets;
import org.bulkhead.isolate.protocol.FileRefusedException;
import org.bulkhead.isolate.protocol.Files;

/** Paths and names of the protocol {@link Files}. */
final class FatPath {
    private static final String FORBIDDEN = "/\\:*?\"<>|";
    private static final char DELETE = 0x7F;

    private FatPath() {}

    /**
     * Returns the names of a path, none of the root folder's.
     *
     * @throws FileRefusedException if it is no path
     */
    static String[] names(String path) throws FileRefusedException {
        if (path.isEmpty() || path.charAt(0) != '/') {
            throw new FileRefusedException("a path begins with /, this does not: " + path);
        }
        if (bytes(path) > Files.PATH_LIMIT) {
            throw new FileRefusedException("a path has at most " + Files.PATH_LIMIT + " bytes, this has " + bytes(path) + ": " + path);
        }
        if (path.length() == 1) {
            return new String[0];
        }
        String[] names = path.substring(1).split("/", -1);
        for (String name : names) {
            if (!isName(name)) {
                throw new FileRefusedException(problem(name) + ": " + path);
            }
        }
        return names;
    }

    /** Returns whether files and folders can have a name. */
    static boolean isName(String name) {
        if (name.isEmpty() || bytes(name) > Files.NAME_LIMIT || name.endsWith(" ") || name.endsWith(".")) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < ' ' || c == DELETE || FORBIDDEN.indexOf(c) >= 0 || !isPaired(name, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPaired(String name, int i) {
        char c = name.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < name.length() && Character.isLowSurrogate(name.charAt(i + 1));
        }
        return !Character.isLowSurrogate(c) || i > 0 && Character.isHighSurrogate(name.charAt(i - 1));
    }

    private static String problem(String name) {
        if (name.isEmpty()) {
            return "a name is empty";
        }
        return bytes(name) > Files.NAME_LIMIT ? "a name has more than " + Files.NAME_LIMIT + " bytes" : "a name has one of " + FORBIDDEN + " or a control character, or ends with a space or dot";
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
