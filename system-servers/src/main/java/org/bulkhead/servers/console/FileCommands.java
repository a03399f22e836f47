package org.bulkhead.servers.console;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.bulkhead.isolate.protocol.FileException;
import org.bulkhead.isolate.protocol.FileInformation;
import org.bulkhead.isolate.protocol.FileKind;
import org.bulkhead.isolate.protocol.FileRefusedException;
import org.bulkhead.isolate.protocol.Files;
import org.bulkhead.isolate.protocol.VolumeInformation;
import org.bulkhead.isolate.store.FileStore;

/** The commands about files of the system volume. */
final class FileCommands {
    private static final char SEPARATOR = '/';
    /** Most bytes of a file that is shown. */
    private static final int SHOWN = 64 * 1024;
    private static final int MILLIS = 1000;
    private static final int KILO = 1024;

    private final FileStore files;
    private final Terminal terminal;

    FileCommands(FileStore files, Terminal terminal) {
        this.files = files;
        this.terminal = terminal;
    }

    /** Returns the path that somebody means who may have left out its beginning. */
    static String path(String word) {
        return word.isEmpty() || word.charAt(0) != SEPARATOR ? SEPARATOR + word : word;
    }

    void list(String word) throws FileException {
        String path = path(word);
        FileInformation information = files.information(path);
        Table table = new Table("name", ">bytes", "written (UTC)");
        if (information.kind() == FileKind.FILE) {
            row(table, information);
        } else {
            for (FileInformation each : files.list(path)) {
                row(table, each);
            }
        }
        table.print(terminal);
        VolumeInformation volume = files.volume();
        terminal.println(volume.free() / KILO + " of " + volume.bytes() / KILO + " KiB free");
    }

    private static void row(Table table, FileInformation each) {
        boolean isFolder = each.kind() == FileKind.FOLDER;
        table.row(isFolder ? each.name() + SEPARATOR : each.name(), isFolder ? "" : Long.toString(each.size()), time(each.modified()));
    }

    private static String time(long millis) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(Math.floorDiv(millis, MILLIS), 0, ZoneOffset.UTC);
        return time.getYear() + "-" + Shell.twoDigits(time.getMonthValue()) + '-' + Shell.twoDigits(time.getDayOfMonth()) + ' ' + Shell.twoDigits(time.getHour()) + ':' + Shell.twoDigits(time.getMinute());
    }

    /** Shows a file as text; what is no character of a text is shown as a question mark, so that it cannot disturb the terminal. */
    void show(String word) throws FileException {
        String text = new String(files.readWhole(path(word), SHOWN), StandardCharsets.UTF_8).replace("\r\n", "\n");
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            shown.append(c == '\n' || c == '\t' || c >= ' ' && c < 0x7F ? c : '?');
        }
        if (shown.length() > 0 && shown.charAt(shown.length() - 1) == '\n') {
            shown.setLength(shown.length() - 1);
        }
        terminal.println(shown.toString());
    }

    void copy(String word, String target) throws FileException {
        files.information(path(word));
        files.copy(path(word), target(word, target));
    }

    void move(String word, String target) throws FileException {
        files.information(path(word));
        files.rename(path(word), target(word, target));
    }

    /** Returns the path of a file in a folder, or instead of another file. */
    private String target(String word, String target) throws FileException {
        String path = path(target);
        String name = word.substring(word.lastIndexOf(SEPARATOR) + 1);
        if (path.length() > 1 && path.endsWith("/")) {
            return checked(path + name);
        }
        FileInformation found = files.find(path);
        if (found == null || found.kind() == FileKind.FILE) {
            return path;
        }
        return checked(path.length() > 1 ? path + SEPARATOR + name : path + name);
    }

    private static String checked(String path) throws FileRefusedException {
        if (path.length() > Files.PATH_LIMIT) {
            throw new FileRefusedException("a path has at most " + Files.PATH_LIMIT + " characters, this has " + path.length() + ": " + path);
        }
        return path;
    }

    void delete(String word) throws FileException {
        files.information(path(word));
        files.delete(path(word));
    }

    void createFolder(String word) throws FileException {
        if (files.find(path(word)) != null) {
            throw new FileRefusedException(path(word) + " exists already");
        }
        files.createFolder(path(word));
    }
}
