package org.bulkhead.servers.console;

import java.util.List;

/**
 * The line being typed: takes keys one by one and says what to send to the terminal for each. The line with its prompt stays within one row, so that carriage returns, backspaces and one escape
 * sequence (erase to the end of the row) are enough.
 */
final class LineEditor {
    /** What became of a key. */
    enum Progress { EDITING, COMPLETE, CANCELLED }

    private static final int ROW = 80;
    private static final String ERASE_TO_END = "\u001b[K";
    private static final String CLEAR_SCREEN = "\u001b[H\u001b[2J";
    private static final String BELL = "\u0007";

    private final String prompt;
    private final int limit;
    private final Completion completion;
    private final History history = new History();
    private final StringBuilder line = new StringBuilder();
    private int cursor;
    private Progress progress = Progress.EDITING;

    /** Makes an empty line behind {@code prompt}. */
    LineEditor(String prompt, Completion completion) {
        this.prompt = prompt;
        this.completion = completion;
        limit = ROW - 1 - prompt.length();
    }

    /** Returns the longest line. */
    int limit() {
        return limit;
    }

    Progress progress() {
        return progress;
    }

    /** Returns what has been typed so far. */
    String text() {
        return line.toString();
    }

    /** Returns the complete line, and begins the next. */
    String take() {
        String taken = line.toString();
        history.add(taken);
        line.setLength(0);
        cursor = 0;
        progress = Progress.EDITING;
        return taken;
    }

    /** Returns what removes prompt and line from the row, for others to print in their place. */
    String hide() {
        return "\r" + ERASE_TO_END;
    }

    /** Returns what shows prompt and line on an empty row, with the cursor in its place. */
    String show() {
        return prompt + line + "\b".repeat(line.length() - cursor);
    }

    /** Takes a key; returns what to send. */
    String type(Key key) {
        return switch (key.kind()) {
            case CHARACTER -> insert(String.valueOf(key.character()));
            case ENTER -> {
                progress = Progress.COMPLETE;
                yield "\n";
            }
            case CANCEL -> {
                line.setLength(0);
                cursor = 0;
                progress = Progress.CANCELLED;
                yield "^C\n";
            }
            case TAB -> complete();
            case BACKSPACE -> erase(cursor - 1, cursor);
            case DELETE -> erase(cursor, cursor + 1);
            case ERASE_WORD -> erase(wordStart(), cursor);
            case ERASE_TO_START -> erase(0, cursor);
            case ERASE_TO_END -> erase(cursor, line.length());
            case LEFT -> move(cursor - 1);
            case RIGHT -> move(cursor + 1);
            case HOME -> move(0);
            case END -> move(line.length());
            case UP -> replace(history.previous(line.toString()));
            case DOWN -> replace(history.next());
            case CLEAR_SCREEN -> CLEAR_SCREEN + show();
            case IDENTIFIED -> "";
        };
    }

    private String insert(String text) {
        if (line.length() + text.length() > limit) {
            return BELL;
        }
        line.insert(cursor, text);
        cursor += text.length();
        return text + line.substring(cursor) + "\b".repeat(line.length() - cursor);
    }

    private String erase(int from, int to) {
        if (from < 0 || to > line.length() || from == to) {
            return "";
        }
        String sent = move(from);
        line.delete(from, to);
        return sent + line.substring(from) + ERASE_TO_END + "\b".repeat(line.length() - from);
    }

    private String move(int to) {
        if (to < 0 || to > line.length()) {
            return "";
        }
        String sent = to < cursor ? "\b".repeat(cursor - to) : line.substring(cursor, to);
        cursor = to;
        return sent;
    }

    private String replace(String text) {
        if (text == null) {
            return "";
        }
        String sent = move(0) + text + ERASE_TO_END;
        line.setLength(0);
        line.append(text);
        cursor = text.length();
        return sent;
    }

    /** Returns where the word before the cursor begins; blanks before the cursor count to it. */
    private int wordStart() {
        int start = cursor;
        while (start > 0 && line.charAt(start - 1) == ' ') {
            start--;
        }
        while (start > 0 && line.charAt(start - 1) != ' ') {
            start--;
        }
        return start;
    }

    private String complete() {
        int start = line.lastIndexOf(" ", cursor - 1) + 1;
        String word = line.substring(start, cursor);
        List<String> candidates = completion.candidates(line.substring(0, start), word);
        if (candidates.isEmpty()) {
            return BELL;
        }
        String common = commonPrefix(candidates);
        if (candidates.size() == 1) {
            return insert(common.substring(word.length()) + (common.endsWith(Completion.GOES_ON) ? "" : " "));
        }
        if (common.length() > word.length()) {
            return insert(common.substring(word.length()));
        }
        return move(line.length()) + '\n' + columns(candidates) + show();
    }

    private static String commonPrefix(List<String> words) {
        String prefix = words.get(0);
        for (String word : words) {
            int same = 0;
            while (same < Math.min(prefix.length(), word.length()) && prefix.charAt(same) == word.charAt(same)) {
                same++;
            }
            prefix = prefix.substring(0, same);
        }
        return prefix;
    }

    private static String columns(List<String> words) {
        int width = 0;
        for (String word : words) {
            width = Math.max(width, word.length() + 2);
        }
        StringBuilder text = new StringBuilder();
        int column = 0;
        int last = 0;
        for (String word : words) {
            if (column + width > ROW) {
                text.append('\n');
                column = 0;
                last = 0;
            }
            // Blanks before a word rather than behind it, so that none trail.
            text.append(" ".repeat(column - last)).append(word);
            last = column + word.length();
            column += width;
        }
        return text.append('\n').toString();
    }
}
