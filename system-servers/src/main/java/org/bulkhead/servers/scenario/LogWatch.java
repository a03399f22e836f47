package org.bulkhead.servers.scenario;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.protocol.LogPiece;
import org.bulkhead.isolate.protocol.Supervision;

/** Reads the system's log as it grows, and counts the lines that conditions wait for. */
final class LogWatch {
    private static final char MARK = '@';

    private final Supervision supervision;
    private final List<Condition> watched = new ArrayList<>();
    private final List<Long> counts = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private long offset;

    LogWatch(Supervision supervision) {
        this.supervision = supervision;
    }

    /** Begins where the log ends now. */
    void begin() {
        offset = supervision.logOffset();
    }

    /** Counts what {@code condition} waits for from now on, if it is about the log. */
    void add(Condition condition) {
        if (isAboutLog(condition) && !watched.contains(condition)) {
            watched.add(condition);
            counts.add(0L);
        }
    }

    private static boolean isAboutLog(Condition condition) {
        return condition.kind() == Condition.Kind.LINE || condition.kind() == Condition.Kind.LOG;
    }

    /** Returns how often what an {@linkplain #add added} condition waits for has been seen. */
    long count(Condition condition) {
        return counts.get(watched.indexOf(condition));
    }

    /** Reads what has been written since the last look. */
    void look() {
        if (watched.isEmpty()) {
            return;
        }
        for (LogPiece piece = supervision.log(offset); piece.text().length > 0; piece = supervision.log(offset)) {
            offset = piece.next();
            take(new String(piece.text(), StandardCharsets.ISO_8859_1));
        }
    }

    private void take(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '\n') {
                line.append(text.charAt(i));
                continue;
            }
            String complete = line.toString();
            line.setLength(0);
            for (int j = 0; j < watched.size(); j++) {
                if (matches(watched.get(j), complete)) {
                    counts.set(j, counts.get(j) + 1);
                }
            }
        }
    }

    /** Returns whether a line of the log is one that the condition waits for. */
    static boolean matches(Condition condition, String line) {
        if (condition.kind() == Condition.Kind.LOG) {
            return line.contains(condition.target());
        }
        if (line.isEmpty() || line.charAt(0) != MARK || !line.startsWith(condition.target(), 1) || !endsAt(line, 1 + condition.target().length())) {
            return false;
        }
        for (Requirement each : condition.requirements()) {
            if (!each.isMet(value(line, each.key()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean endsAt(String line, int index) {
        return index == line.length() || line.charAt(index) == ' ';
    }

    /** Returns the value of a key of a marked line, or null. */
    private static String value(String line, String key) {
        String wanted = " " + key + "=";
        int begin = line.indexOf(wanted);
        if (begin < 0) {
            return null;
        }
        int end = line.indexOf(' ', begin + wanted.length());
        return line.substring(begin + wanted.length(), end < 0 ? line.length() : end);
    }
}
